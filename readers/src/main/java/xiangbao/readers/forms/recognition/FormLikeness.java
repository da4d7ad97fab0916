package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.relations.FormRules;

/** Which form a part of a sheet is when its 表号 does not say so: by title, by codes and names of rows, by headings of columns. */
final class FormLikeness {
    /** With its title a third of a form is enough to know it by, without it half and a heading. */
    private static final double TITLED = 0.3;

    private static final double UNTITLED = 0.5;

    /** Forms that come nearer to each other than this are not told apart. */
    private static final double APART = 0.2;

    private final Map<FormRules, FormPrint> prints = new LinkedHashMap<>();

    FormLikeness(Definitions definitions) {
        for (FormRules rules : definitions.forms().values()) {
            prints.put(rules, FormPrint.of(rules));
        }
    }

    /** Whether the form's title stands between two rows of a sheet. */
    boolean isTitled(SheetView view, int firstRow, int lastRow, FormRules rules) {
        FormPrint print = Objects.requireNonNull(prints.get(rules));
        return view.rows(firstRow, lastRow).stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !cell.isNumber() && print.isTitle(PlainText.title(cell.text())));
    }

    /** How much of a form's rows or columns stand between two rows of a sheet, from 0 to 1. */
    double share(SheetView view, int firstRow, int lastRow, FormRules rules) {
        return new SeenPart(view, firstRow, lastRow).share(Objects.requireNonNull(prints.get(rules)));
    }

    LikestForm of(SheetView view, int firstRow, int lastRow) {
        SeenPart seen = new SeenPart(view, firstRow, lastRow);
        List<Likeness> certain = new ArrayList<>();
        List<Form> resembled = new ArrayList<>();
        for (FormPrint print : prints.values()) {
            int count = seen.count(print);
            if (count == 0 || !print.rules().enabled()) {
                continue;
            }
            double share = seen.share(print, count);
            boolean titled = seen.isTitled(print);
            boolean headed = seen.isHeaded() && count > 1 && seen.columns(print) > 0;
            if (titled && share >= TITLED || headed && share >= UNTITLED) {
                certain.add(new Likeness(print.rules(), share + (titled ? 0.5 : 0), seen.why(print, count, titled)));
            }
            if (print.isLedger() ? share >= 0.7 && count >= 4 : share >= TITLED && count >= 3) {
                resembled.add(print.form());
            }
        }
        certain.sort(Comparator.comparing(Likeness::points).reversed());
        if (certain.size() == 1
                || certain.size() > 1
                        && certain.get(0).points() - certain.get(1).points() >= APART) {
            return new LikestForm(certain.get(0), List.of());
        }
        return new LikestForm(
                null,
                certain.isEmpty()
                        ? resembled
                        : certain.stream().map(one -> one.rules().form()).toList());
    }
}
