package xiangbao.readers.forms.bodies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Column;

/**
 * The headings above one column of the sheet, from top to bottom.
 *
 * @param units of measure that are printed among them
 * @param number of the column as it is printed, or null
 */
record ColumnHeading(
        int column,
        List<String> titles,
        List<String> units,
        @Nullable String number) {
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,2})\\)?");
    private static final Set<String> LETTERS = Set.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");

    static ColumnHeading of(SheetView view, Area head, List<Area> merged, int column, KnownUnits units) {
        List<String> titles = new ArrayList<>();
        List<String> measured = new ArrayList<>();
        String number = null;
        for (int row = head.firstRow(); row <= head.lastRow(); row++) {
            String text = view.text(row, column, merged).replace(" ", "");
            if (text.isEmpty()
                    || LETTERS.contains(text)
                    || !titles.isEmpty() && titles.get(titles.size() - 1).equals(text)) {
                continue;
            }
            Matcher matcher = NUMBER.matcher(text);
            if (matcher.matches()) {
                number = matcher.group(1);
            } else if (!titles.isEmpty() && units.isUnit(text.replaceAll("[()]", ""))) {
                measured.add(text.replaceAll("[()]", ""));
            } else {
                titles.add(text);
            }
        }
        if (!titles.isEmpty()) {
            String inside = PlainText.inParentheses(titles.get(titles.size() - 1));
            if (units.isUnit(inside)) {
                measured.add(inside);
            }
        }
        return new ColumnHeading(column, titles, measured, number);
    }

    String last() {
        return titles.isEmpty() ? "" : titles.get(titles.size() - 1);
    }

    boolean isNumbered(Column wanted) {
        return number != null && Headings.code(number).equals(Headings.code(wanted.code()));
    }

    /**
     * Whether it stands over a column of the form.
     *
     * @param pass how strictly that is taken: 1 by number and title, 2 by title, 3 by title without its parentheses, 4 by number alone
     */
    boolean fits(int pass, Column column, List<Column> wanted) {
        return switch (pass) {
            case 1 -> isNumbered(column) && (isTitled(column, wanted, false) || isTitled(column, wanted, true));
            case 2 -> isTitled(column, wanted, false);
            case 3 -> isTitled(column, wanted, true);
            default ->
                isNumbered(column)
                        && wanted.stream().noneMatch(other -> other != column && isTitled(other, wanted, true));
        };
    }

    private boolean isTitled(Column column, List<Column> wanted, boolean loosely) {
        if (titles.isEmpty()) {
            return false;
        }
        String last = Headings.key(last(), loosely);
        String group = PlainText.title(column.group());
        List<String> upper = titles.subList(0, titles.size() - 1).stream()
                .map(PlainText::title)
                .toList();
        String whole = String.join("", upper) + last;
        List<String> names = Headings.names(column, loosely);
        if (names.contains(whole)
                || !group.isEmpty() && names.stream().anyMatch(name -> whole.endsWith(group + name))) {
            return true;
        }
        if (!names.contains(last)) {
            return false;
        }
        boolean shared = wanted.stream()
                .anyMatch(other -> other != column
                        && !other.group().equals(column.group())
                        && Headings.names(other, loosely).contains(last));
        return group.isEmpty() || !shared || upper.stream().anyMatch(title -> title.contains(group));
    }
}
