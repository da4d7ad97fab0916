package xiangbao.reports.template;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A list on a sheet of a template, written line by line; each line is as high as its longest text needs. */
public final class Listing {
    private static final double LINE = 13.5;

    private final TemplateSheet sheet;
    private final int first;
    private final int end;
    private int next;

    /** @param pattern the anchors of the sample rows, one for each line that will be written; none leaves one line that says so */
    private Listing(TemplateSheet sheet, List<String> samples, List<String> pattern, int said) {
        this.sheet = sheet;
        boolean none = pattern.isEmpty();
        List<String> lines = none ? List.of(samples.get(samples.size() - 1)) : pattern;
        this.first = sheet.repeatDown(samples, lines);
        this.next = first;
        this.end = first + lines.size();
        if (none) {
            sheet.text(next++, said, "（无）");
        }
    }

    /** A list of like lines, {@code rpt.rows} in the template; an empty one says so in its second column. */
    public static Listing of(TemplateSheet sheet, int lines) {
        return new Listing(sheet, List.of("rpt.rows"), java.util.Collections.nCopies(lines, "rpt.rows"), 1);
    }

    /** A list with headings in between, {@code rpt.group} in the template. */
    public static Listing grouped(TemplateSheet sheet, List<String> pattern) {
        return new Listing(sheet, List.of("rpt.group", "rpt.rows"), pattern, 1);
    }

    /** @param cells texts without tokens, whole numbers, and decimal numbers that are printed with the decimals they have */
    public void line(Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof BigDecimal number) {
                sheet.number(next, column, number, Math.max(number.scale(), 0));
            } else if (cells[column] instanceof Integer number) {
                sheet.number(next, column, BigDecimal.valueOf(number), 0);
            } else {
                sheet.text(next, column, Printed.untokened(cells[column].toString()));
            }
        }
        fit(sheet, next);
        next++;
    }

    /** A heading over all columns. */
    public void group(String title, int lastColumn) {
        sheet.text(next, 0, title);
        sheet.merge(next, next, 0, lastColumn);
        next++;
    }

    public int firstRow() {
        return first;
    }

    /** The row after the last one. */
    int endRow() {
        return end;
    }

    /** As high as the text that needs most lines in its column, and no lower than its sample. */
    public static void fit(TemplateSheet sheet, int row) {
        XSSFSheet cells = sheet.sheet();
        Row line = cells.getRow(row);
        int lines = 1;
        for (Cell cell : line) {
            if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
                double width = cells.getColumnWidth(cell.getColumnIndex()) / 256.0;
                lines = Math.max(lines, TextWidth.lines(cell.getStringCellValue(), width));
            }
        }
        sheet.height(row, Math.max(line.getHeightInPoints(), LINE * lines + 5));
    }
}
