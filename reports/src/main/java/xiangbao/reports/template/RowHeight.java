package xiangbao.reports.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;

/** Makes rows as high as their texts need: nothing opens the workbook before it is printed that could do so. */
public final class RowHeight {
    /** Excel has no higher rows. */
    private static final double MOST = 409;

    private RowHeight() {}

    /** Lays out the lines of a table, each as high as it must be. Answers the first row. */
    public static int lay(TemplateSheet sheet, List<String> anchors, List<PrintedLine> lines) {
        int first = sheet.lay(anchors, lines);
        for (int index = 0; index < lines.size(); index++) {
            fit(sheet, first + index);
        }
        return first;
    }

    /** One line that says that there is nothing, in the cell of one token. */
    public static PrintedLine nothing(String anchor, Set<String> tokens, String token, String said) {
        Map<String, Printed> values = new HashMap<>();
        tokens.forEach(each -> values.put(each, Printed.text(each.equals(token) ? said : "")));
        return new PrintedLine(anchor, values);
    }

    /** By the longest text that wraps, in the font of its cell; what is merged does not count. */
    static void fit(TemplateSheet sheet, int row) {
        XSSFRow at = sheet.sheet().getRow(row);
        double height = at.getHeightInPoints();
        for (Cell cell : at) {
            XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
            if (cell.getCellType() == CellType.STRING && style.getWrapText()) {
                double width = sheet.sheet().getColumnWidth(cell.getColumnIndex()) / 256.0;
                height = Math.max(height, of(cell.getStringCellValue(), width, style));
            }
        }
        sheet.height(row, Math.min(MOST, height));
    }

    /** The rows of a sheet with a text that wraps over several columns. */
    public static void fitMerged(TemplateSheet sheet) {
        for (CellRangeAddress region : sheet.sheet().getMergedRegions()) {
            XSSFRow row = sheet.sheet().getRow(region.getFirstRow());
            Cell cell = row == null ? null : row.getCell(region.getFirstColumn());
            if (cell == null
                    || region.getFirstRow() != region.getLastRow()
                    || cell.getCellType() != CellType.STRING
                    || !cell.getCellStyle().getWrapText()) {
                continue;
            }
            double width = 0;
            for (int column = region.getFirstColumn(); column <= region.getLastColumn(); column++) {
                width += sheet.sheet().getColumnWidth(column) / 256.0;
            }
            double height = of(cell.getStringCellValue(), width, (XSSFCellStyle) cell.getCellStyle());
            sheet.height(row.getRowNum(), Math.min(MOST, Math.max(row.getHeightInPoints(), height)));
        }
    }

    /** Of a text in so many characters of the sheet's width. */
    public static double of(String text, double width, XSSFCellStyle style) {
        double size = style.getFont().getFontHeightInPoints();
        double characters = (width - 1.5 * Math.max(0, style.getIndention() - 1)) * 10 / size;
        return TextWidth.lines(text, characters) * size * 1.4 + 6;
    }
}
