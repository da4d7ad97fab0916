package xiangbao.reports.template;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * A cell or a range as it is written in a formula, a defined name, a chart series or a list of ranges.
 *
 * @param sheet with its quotation marks and exclamation mark, as written; empty when it means the sheet at hand
 * @param last null for a single cell
 */
record Area(
        String sheet,
        CellReference first,
        @org.jspecify.annotations.Nullable CellReference last) {
    private static final String CELL = "\\$?[A-Z]{1,3}\\$?[0-9]{1,7}";
    private static final Pattern TEXT_OR_AREA = Pattern.compile("\"(?:[^\"]|\"\")*\""
            + "|(?<![\\p{L}\\p{N}_.$!'])((?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?(" + CELL + ")(?::(" + CELL
            + "))?(?![\\p{L}\\p{N}_(.!])");

    /** Puts other references in the place of those in a formula; texts in quotation marks stay as they are. */
    static String rewrite(String formula, UnaryOperator<Area> change) {
        Matcher matcher = TEXT_OR_AREA.matcher(formula);
        StringBuilder rewritten = new StringBuilder();
        while (matcher.find()) {
            String replacement = matcher.group();
            if (matcher.group(2) != null) {
                String sheet = matcher.group(1) == null ? "" : matcher.group(1);
                CellReference first = new CellReference(matcher.group(2));
                CellReference last = matcher.group(3) == null ? null : new CellReference(matcher.group(3));
                replacement = change.apply(new Area(sheet, first, last)).toString();
            }
            matcher.appendReplacement(rewritten, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(rewritten).toString();
    }

    /** As copying a formula does: what is not fixed by a dollar sign moves along. */
    Area copied(int rows, int columns) {
        return new Area(sheet, copied(first, rows, columns), last == null ? null : copied(last, rows, columns));
    }

    private static CellReference copied(CellReference cell, int rows, int columns) {
        return new CellReference(
                cell.getRow() + (cell.isRowAbsolute() ? 0 : rows),
                cell.getCol() + (cell.isColAbsolute() ? 0 : columns),
                cell.isRowAbsolute(),
                cell.isColAbsolute());
    }

    boolean isOn(String sheetName, boolean sheetAtHand) {
        if (sheet.isEmpty()) {
            return sheetAtHand;
        }
        String name = sheet.substring(0, sheet.length() - 1);
        if (name.startsWith("'")) {
            name = name.substring(1, name.length() - 1).replace("''", "'");
        }
        return name.equals(sheetName);
    }

    CellReference end() {
        return last == null ? first : last;
    }

    Area moved(CellReference newFirst, CellReference newEnd, boolean range) {
        return new Area(sheet, newFirst, range ? newEnd : null);
    }

    @Override
    public String toString() {
        return sheet + first.formatAsString() + (last == null ? "" : ":" + last.formatAsString());
    }
}
