package xiangbao.statistics.evaluation;

import java.util.regex.Pattern;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Target;

/** What figures are called in their forms: by the titles of row and column, and by their codes as printed. */
final class FigureNames {
    /** What stands before a title only to place it in the table. */
    private static final Pattern NUMBERING = Pattern.compile(
            "^[\\s\u3000]*(其中[:：]?|补充[:：]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+[.．、](?!\\d))[\\s\u3000]*");

    private final FigureLookup lookup;

    FigureNames(FigureLookup lookup) {
        this.lookup = lookup;
    }

    /** As printed in the form: the row where the form has one column of figures; a derived indicator has none but its name. */
    String code(Target target, String item) {
        if (target instanceof Target.Cell cell) {
            return code(cell.form(), cell.row(), cell.column());
        } else if (target instanceof Target.Derived derived) {
            int dot = derived.item().indexOf('.');
            return dot < 0
                    ? ""
                    : code(
                            derived.form(),
                            derived.item().substring(0, dot),
                            derived.item().substring(dot + 1));
        }
        return item;
    }

    private String code(FormCode form, String row, String column) {
        return lookup.form(form).dataColumns().size() > 1 ? row + "." + column : row;
    }

    String title(Target target, String item) {
        if (target instanceof Target.Cell cell) {
            return title(cell.form(), cell.row(), cell.column());
        } else if (target instanceof Target.LedgerColumn place) {
            Column column = lookup.form(place.form()).column(place.column()).orElse(null);
            return column == null ? item : column.title();
        } else if (target instanceof Target.Derived derived && derived.item().indexOf('.') > 0) {
            int dot = derived.item().indexOf('.');
            return title(
                    derived.form(),
                    derived.item().substring(0, dot),
                    derived.item().substring(dot + 1));
        }
        return item;
    }

    private String title(FormCode code, String rowCode, String columnCode) {
        Form form = lookup.form(code);
        Row row = form.row(rowCode).orElse(null);
        Column column = form.column(columnCode).orElse(null);
        if (row == null && column != null) {
            return "本行 " + column.title();
        }
        String title = row == null ? rowCode : stripped(row.title());
        return form.dataColumns().size() > 1 && column != null ? title + " " + column.title() : title;
    }

    private static String stripped(String title) {
        String stripped = title.strip();
        while (true) {
            String shorter = NUMBERING.matcher(stripped).replaceFirst("").strip();
            if (shorter.equals(stripped) || shorter.isEmpty()) {
                return stripped;
            }
            stripped = shorter;
        }
    }
}
