package xiangbao.console.published;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/** Cells as people see them: the number that is kept, and how many decimals of it are shown. */
final class Sheets {
    private static final Pattern DECIMALS = Pattern.compile("0\\.(0+)");
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d[\\d,]*(?:\\.\\d+)?");

    /** What stands before the number of those that have reached a target. */
    static final String COUNTED = "(?:\\d+项中达到|到期的\\d+个节点中完成|到期的)?";

    private Sheets() {}

    static String text(Row row, int column) {
        Cell cell = row == null || column < 0 ? null : row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING
                ? ""
                : cell.getStringCellValue().replaceAll("\\s", "");
    }

    static Optional<Shown> number(Row row, int column, String what, String output) {
        Cell cell = row == null || column < 0 ? null : row.getCell(column);
        if (cell == null) {
            return Optional.empty();
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.NUMERIC) {
            Matcher decimals = DECIMALS.matcher(cell.getCellStyle().getDataFormatString());
            return Optional.of(new Shown(
                    what,
                    BigDecimal.valueOf(cell.getNumericCellValue()),
                    decimals.find() ? decimals.group(1).length() : 0,
                    output));
        }
        return type == CellType.STRING ? first(cell.getStringCellValue(), what, output) : Optional.empty();
    }

    /** The first number in a text. */
    static Optional<Shown> first(String text, String what, String output) {
        Matcher matcher = NUMBER.matcher(text.replaceFirst("^" + COUNTED, ""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group().replace(",", "").replace('−', '-'));
        return Optional.of(new Shown(what, number, number.scale(), output));
    }
}
