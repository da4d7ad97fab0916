package xiangbao.reports.blank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;

/** A sheet of a blank workbook while it is being drawn, with the looks of the template's sample cells. */
final class BlankCanvas {
    static final String SAMPLES = "报表";
    static final List<String> ANCHORS = List.of(
            "rpt.title",
            "rpt.marks",
            "rpt.round",
            "rpt.area",
            "rpt.unit",
            "rpt.period",
            "rpt.measure",
            "rpt.group",
            "rpt.heading",
            "rpt.number",
            "rpt.first",
            "rpt.measured",
            "rpt.code",
            "rpt.input",
            "rpt.forecast",
            "rpt.crossed",
            "rpt.compared",
            "rpt.key",
            "rpt.text",
            "rpt.choice",
            "rpt.day",
            "rpt.named",
            "rpt.gap",
            "rpt.formerly",
            "rpt.former",
            "rpt.formertext",
            "rpt.end",
            "rpt.foot",
            "rpt.note");

    private static final int PORTRAIT = 125;
    private static final int LANDSCAPE = 175;

    private final Template template;
    private final TemplateSheet samples;
    private final TemplateSheet sheet;

    BlankCanvas(Template template, String name) {
        this.template = template;
        this.samples = template.sheet(SAMPLES);
        template.workbook().createSheet(name);
        this.sheet = template.sheet(name);
    }

    XSSFSheet sheet() {
        return sheet.sheet();
    }

    private CellStyle style(String anchor) {
        return samples.style(anchor);
    }

    /** The sample's text with its tokens filled. */
    String sample(String anchor, int below, Map<String, String> tokens) {
        CellRangeAddress at = samples.anchor(anchor);
        XSSFRow row = samples.sheet().getRow(at.getFirstRow() + below);
        XSSFCell cell = row == null ? null : row.getCell(at.getFirstColumn());
        String text = cell == null ? "" : cell.getStringCellValue();
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            text = text.replace("{{" + token.getKey() + "}}", token.getValue());
        }
        return text;
    }

    /** How wide the sample's column is, in characters. */
    double width(String anchor) {
        return samples.sheet().getColumnWidth(samples.anchor(anchor).getFirstColumn()) / 256.0;
    }

    double height(String anchor) {
        XSSFRow row = samples.sheet().getRow(samples.anchor(anchor).getFirstRow());
        return row == null ? samples.sheet().getDefaultRowHeightInPoints() : row.getHeightInPoints();
    }

    void height(int row, double points) {
        sheet.height(row, points);
    }

    void width(int column, double characters) {
        sheet().setColumnWidth(column, (int) Math.round(Math.min(120, characters) * 256));
    }

    void blank(int row, int column, String anchor) {
        sheet.style(row, column, style(anchor));
    }

    void text(int row, int column, String text, String anchor) {
        blank(row, column, anchor);
        if (!text.isEmpty()) {
            sheet.text(row, column, text);
        }
    }

    /** Writes into a cell that has its look already. */
    void write(int row, int column, String text) {
        sheet.text(row, column, text);
    }

    /** The first cell holds the text; all of them have its look, so that rules are drawn through. */
    void merged(int firstRow, int lastRow, int firstColumn, int lastColumn, String text, String anchor) {
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                blank(row, column, anchor);
            }
        }
        sheet.text(firstRow, firstColumn, text);
        sheet.merge(firstRow, lastRow, firstColumn, lastColumn);
    }

    void number(int row, int column, BigDecimal value, int decimals, String anchor) {
        blank(row, column, anchor);
        sheet.number(row, column, value, decimals);
    }

    /** A cell for a figure: unlocked, with its decimals. */
    void figureCell(int row, int column, int decimals, String anchor) {
        CellStyle made = template.withDecimals(style(anchor), decimals);
        made.setLocked(false);
        sheet.style(row, column, made);
    }

    void indented(int row, int column, String text, int indent, String anchor) {
        text(row, column, "　".repeat(indent) + text, anchor);
    }

    /** A cell for a text, a day or a choice. */
    void openCell(int row, int column, String anchor) {
        CellStyle made = style(anchor);
        made.setLocked(false);
        sheet.style(row, column, made);
    }

    InputRules rules() {
        return new InputRules(sheet());
    }

    /** Page, view and protection; to be called when everything is drawn. */
    void finish(double formWidth, boolean onePage, int firstBodyRow, int frozenColumns, int headFirst, int headLast) {
        XSSFSheet from = samples.sheet();
        XSSFSheet to = sheet();
        to.setDisplayGridlines(from.isDisplayGridlines());
        to.setFitToPage(true);
        to.setHorizontallyCenter(from.getHorizontallyCenter());
        for (PageMargin margin : PageMargin.values()) {
            to.setMargin(margin, from.getMargin(margin));
        }
        PrintSetup print = to.getPrintSetup();
        print.setLandscape(formWidth > PORTRAIT);
        print.setPaperSize(
                formWidth > LANDSCAPE
                        ? PrintSetup.A3_PAPERSIZE
                        : from.getPrintSetup().getPaperSize());
        print.setFitWidth((short) 1);
        print.setFitHeight((short) (onePage ? 1 : 0));
        to.getFooter().setLeft(from.getFooter().getLeft());
        to.getFooter().setCenter(from.getFooter().getCenter());
        to.getFooter().setRight(from.getFooter().getRight());
        to.setRepeatingRows(new CellRangeAddress(headFirst, headLast, -1, -1));
        to.createFreezePane(frozenColumns, firstBodyRow);
        // no password: whoever must change the form can lift it
        to.enableLocking();
        to.lockFormatCells(false);
        to.lockFormatColumns(false);
        to.lockFormatRows(false);
        to.lockInsertRows(false);
        to.lockDeleteRows(false);
        to.lockSort(false);
        to.lockAutoFilter(false);
        to.lockObjects(false);
        to.lockScenarios(false);
    }
}
