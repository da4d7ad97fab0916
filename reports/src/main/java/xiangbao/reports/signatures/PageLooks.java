package xiangbao.reports.signatures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;

/** What the template says about a signature page: how its rows look and how high and wide they are, and how much room the paper has. */
final class PageLooks {
    private static final double A4_LONG = 841.9;
    private static final double A4_SHORT = 595.3;
    private static final double A3_LONG = 1190.6;

    /** What printers differ by. */
    private static final double SPARE = 12;

    private final XSSFSheet sheet;
    private final Map<String, Double> heights = new HashMap<>();
    private final double[] widths;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle text;
    private final XSSFCellStyle centred;
    private final XSSFCellStyle number;

    PageLooks(TemplateSheet template, List<String> anchors) {
        this.sheet = template.sheet();
        for (String anchor : anchors) {
            XSSFRow row = sheet.getRow(template.anchor(anchor).getFirstRow());
            heights.put(anchor, row == null ? 15.0 : row.getHeightInPoints());
        }
        widths = new double[template.anchor("rpt.rows").getLastColumn() + 1];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = sheet.getColumnWidth(column) / 256.0;
        }
        int headings = template.anchor("rpt.heading").getFirstRow();
        int rows = template.anchor("rpt.rows").getFirstRow();
        heading = look(headings, 0);
        text = look(rows, 0);
        centred = look(rows, 1);
        number = look(rows, widths.length - 1);
    }

    private XSSFCellStyle look(int row, int column) {
        XSSFCell cell = sheet.getRow(row).getCell(column);
        return cell == null ? sheet.getWorkbook().getCellStyleAt(0) : cell.getCellStyle();
    }

    XSSFCellStyle of(PageLine line, PageLine.Span span) {
        if (line.anchor().equals("rpt.heading")) {
            return heading;
        }
        return span.numeric() ? number : span.centred() ? centred : text;
    }

    /** As high as its texts need in the columns that they have. */
    double height(String anchor, String content, int from, int to) {
        double width = 0;
        for (int column = from; column <= to; column++) {
            width += widths[column];
        }
        return RowHeight.of(content, width, anchor.equals("rpt.heading") ? heading : text);
    }

    double height(String anchor) {
        return heights.getOrDefault(anchor, 15.0);
    }

    int columns() {
        return widths.length;
    }

    /** In digits. */
    double columnWidth() {
        return Arrays.stream(widths).average().orElse(1);
    }

    /** How high a page is, between its margins. */
    double room() {
        PrintSetup setup = sheet.getPrintSetup();
        boolean large = setup.getPaperSize() == PrintSetup.A3_PAPERSIZE;
        double paper = setup.getLandscape() ? (large ? A4_LONG : A4_SHORT) : (large ? A3_LONG : A4_LONG);
        double margins = 72 * (sheet.getMargin(PageMargin.TOP) + sheet.getMargin(PageMargin.BOTTOM));
        return (paper - margins) * 100 / setup.getScale() - SPARE;
    }
}
