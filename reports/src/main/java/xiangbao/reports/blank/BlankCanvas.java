package xiangbao.reports.blank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
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

    /** A list that is written into a validation may not be longer. */
    private static final int LONGEST_LIST = 255;

    private static final double MOST_DIGITS = 1e15;
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

    void figures(CellRangeAddressList cells, int decimals, boolean negative, String title) {
        if (cells.countRanges() == 0) {
            return;
        }
        DataValidationHelper helper = sheet().getDataValidationHelper();
        String least = negative ? plain(-MOST_DIGITS) : "0";
        DataValidationConstraint constraint = helper.createNumericConstraint(
                decimals == 0 ? ValidationType.INTEGER : ValidationType.DECIMAL,
                OperatorType.BETWEEN,
                least,
                plain(MOST_DIGITS));
        String which = decimals == 0 ? "整数" : "数，最多 " + decimals + " 位小数";
        validate(
                helper.createValidation(constraint, cells),
                title + "：这里填" + which + (negative ? "" : "，不小于 0") + "。没有发生的填 0；不写单位，不填“—”“无”。");
    }

    void days(CellRangeAddressList cells, String title) {
        DataValidationHelper helper = sheet().getDataValidationHelper();
        DataValidationConstraint constraint =
                helper.createDateConstraint(OperatorType.BETWEEN, "DATE(1949,10,1)", "DATE(2199,12,31)", "yyyy-mm-dd");
        validate(helper.createValidation(constraint, cells), title + "：这里填日期，写成 2026-09-30 的样子；没有的留空。");
    }

    void choices(CellRangeAddressList cells, List<String> choices, String title) {
        if (choices.isEmpty() || String.join(",", choices).length() > LONGEST_LIST) {
            return;
        }
        DataValidationHelper helper = sheet().getDataValidationHelper();
        DataValidationConstraint constraint = helper.createExplicitListConstraint(choices.toArray(String[]::new));
        DataValidation validation = helper.createValidation(constraint, cells);
        // in files of this kind the flag means the opposite of its name
        validation.setSuppressDropDownArrow(true);
        String list = String.join("、", choices);
        validate(validation, title + "：请从列出的选项中选一个" + (list.length() > 120 ? "。" : "：" + list + "。"));
    }

    private void validate(DataValidation validation, String message) {
        validation.setEmptyCellAllowed(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.createErrorBox("请核对", message.length() > 220 ? message.substring(0, 220) : message);
        sheet().addValidationData(validation);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
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
