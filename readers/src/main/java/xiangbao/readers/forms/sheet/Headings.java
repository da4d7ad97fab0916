package xiangbao.readers.forms.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Column;

/** What columns are headed and rows and columns are numbered, in every spelling that means the same. */
public final class Headings {
    /** Merged areas may reach to the edge of the sheet; no table does. */
    private static final int WIDEST = 400;

    private Headings() {}

    public static List<String> names(Column column, boolean loosely) {
        List<String> names = new ArrayList<>();
        names.add(key(column.title(), loosely));
        column.aliases().forEach(alias -> names.add(key(alias, loosely)));
        return names;
    }

    public static String key(String title, boolean loosely) {
        String plain = PlainText.title(title);
        return loosely ? PlainText.withoutParentheses(plain) : plain;
    }

    /** The code of a row or column, however many zeros stand before it. */
    public static String code(String text) {
        return PlainText.compact(text).toLowerCase(Locale.ROOT).replaceFirst("^0+(?=[0-9a-z])", "");
    }

    /** How many of the wanted columns a row of headings names; finds the head of a ledger. */
    public static int score(SheetView view, List<Column> wanted, int row, int lastColumn, List<Area> areas) {
        Set<String> titles = titles(view, row, lastColumn, areas);
        int score = 0;
        for (Column column : wanted) {
            if (names(column).stream().anyMatch(titles::contains)) {
                score++;
            }
        }
        return score;
    }

    /** What the cells of a row would be as headings, in every spelling. */
    public static Set<String> titles(SheetView view, int row, int lastColumn, List<Area> areas) {
        Set<String> titles = new LinkedHashSet<>();
        for (int column = 0; column <= lastColumn; column++) {
            String text = view.text(row, column, areas);
            if (!text.isEmpty()) {
                titles.add(key(text, false));
                titles.add(key(text, true));
            }
        }
        return titles;
    }

    /** What a column may be headed, in every spelling. */
    public static Set<String> names(Column column) {
        Set<String> names = new LinkedHashSet<>(names(column, false));
        names.addAll(names(column, true));
        return names;
    }

    /** The last column of a row that a heading may stand over. */
    public static int lastColumn(RawRow row, List<Area> areas) {
        int last = row.cells().get(row.cells().size() - 1).column();
        for (Area area : areas) {
            last = Math.max(last, Math.min(area.lastColumn(), WIDEST));
        }
        return last;
    }
}
