package xiangbao.reports.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xiangbao.statistics.workbooks.ReturnMarks;

/**
 * Draws the first version of the workbooks in {@code templates/}. From then on they are edited in Excel or WPS; run the main method with a folder only to
 * start again from nothing.
 */
final class TemplatesMaker {
    static final String BODY = "宋体";
    static final String HEAD = "黑体";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    XSSFSheet sheet;

    TemplatesMaker() {
        workbook.getFontAt(0).setFontName(BODY);
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        sheet = workbook.createSheet("空");
        workbook.removeSheetAt(0);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "templates" : arguments[0]);
        Files.createDirectories(folder);
        Files.write(folder.resolve("汇总表.xlsx"), summary());
        Files.write(folder.resolve("目标任务完成情况表.xlsx"), TargetsTemplateMaker.bytes());
        Files.write(folder.resolve("责任单位.xlsx"), UnitTemplatesMaker.department());
        Files.write(folder.resolve("乡镇情况.xlsx"), UnitTemplatesMaker.township());
        Files.write(folder.resolve("审核结果.xlsx"), returned());
        Files.write(folder.resolve("空白表.xlsx"), BlankTemplateMaker.bytes());
        Files.write(folder.resolve("更正通知单.xlsx"), notice());
        Files.write(folder.resolve("暂存回执.xlsx"), receipt());
    }

    private static byte[] summary() throws IOException {
        TemplatesMaker maker = new TemplatesMaker();
        maker.summarySheet("汇总表", "");
        maker.summarySheet("全部指标", "（全部指标）");
        maker.comparisonSheet();
        maker.sourcesSheet();
        return maker.bytes();
    }

    private void summarySheet(String name, String suffix) {
        begin(name, PrintSetup.A4_PAPERSIZE);
        widths(14, 9, 11);
        put(0, 0, "{{综合机关}}{{报告期}}{{表名}}汇总表" + suffix, new Look().font(HEAD, 18).center());
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        height(0, 34);
        put(1, 2, "表　　号：{{表号}}综", new Look().left());
        put(2, 2, "制定机关：{{制定机关}}", new Look().left());
        height(1, 16);
        height(2, 16);
        put(3, 0, "综合机关名称：{{综合机关}}", new Look().left());
        put(3, 1, "{{报告期}}　　{{数据性质}}", new Look().center());
        put(3, 2, "计量单位：{{计量单位}}", new Look().left());
        height(3, 18);
        Look heading = new Look().font(HEAD, 10).center().wrap();
        Look plain = new Look().center().wrap();
        put(4, 0, "乡镇（单位）", heading.top(BorderStyle.MEDIUM));
        put(4, 1, "报送状态", heading.top(BorderStyle.MEDIUM).leftRule());
        put(4, 2, "", heading.top(BorderStyle.MEDIUM).leftRule());
        put(5, 0, "", heading);
        put(5, 1, "", heading.leftRule());
        put(5, 2, "", heading.top(BorderStyle.THIN).leftRule());
        put(6, 0, "计量单位", plain.top(BorderStyle.THIN));
        put(6, 1, "—", plain.top(BorderStyle.THIN).leftRule());
        put(6, 2, "", plain.top(BorderStyle.THIN).leftRule());
        put(7, 0, "代码", plain.bottom(BorderStyle.THIN).top(BorderStyle.THIN));
        put(7, 1, "乙", plain.bottom(BorderStyle.THIN).top(BorderStyle.THIN).leftRule());
        put(7, 2, "", plain.bottom(BorderStyle.THIN).top(BorderStyle.THIN).leftRule());
        dataRow(8, new Look().font(HEAD, 10));
        // 计入/应报、核定数、本年累计、上期、环比、上年同期、同比
        dataRow(9, new Look().font(BODY, 9));
        for (int row = 10; row <= 14; row++) {
            dataRow(row, new Look());
        }
        dataRow(15, new Look().bottom(BorderStyle.THIN));
        dataRow(16, new Look());
        for (int column = 0; column < 3; column++) {
            put(17, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        height(17, 4);
        put(18, 0, "", new Look().left().wrap().font(BODY, 9));
        sheet.addMergedRegion(new CellRangeAddress(18, 18, 0, 2));
        put(19, 0, "单位负责人：　　　　　　统计负责人：　　　　　　填表人：　　　　　　联系电话：　　　　　　报出日期：　　　　年　　月　　日", new Look().left());
        sheet.addMergedRegion(new CellRangeAddress(19, 19, 0, 2));
        height(19, 24);
        anchor("rpt.title", "A1:C1");
        anchor("rpt.marks", "C2:C3");
        anchor("rpt.line", "A4:C4");
        anchor("rpt.columns", "C5:C18");
        anchor("rpt.group", "A5");
        anchor("rpt.heading", "A6");
        anchor("rpt.unit", "A7");
        anchor("rpt.code", "A8");
        anchor("rpt.county", "A9");
        anchor("rpt.coverage", "A10");
        anchor("rpt.official", "A11");
        anchor("rpt.todate", "A12");
        anchor("rpt.previous", "A13");
        anchor("rpt.onprevious", "A14");
        anchor("rpt.lastyear", "A15");
        anchor("rpt.change", "A16");
        anchor("rpt.rows", "A17:C17");
        anchor("rpt.notes", "A19:C19");
        sheet.createFreezePane(2, 8);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("5:8"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
        footer("乡镇调度数，非法定统计数据", "“未报”为未报送　“退回”为报来没有通过　“—”为不适用　“0”为实报为零");
    }

    /** Every unit's figures beside those of a year earlier. */
    private void comparisonSheet() {
        begin("同比", PrintSetup.A3_PAPERSIZE);
        widths(14, 9, 11, 11, 10);
        // not in the columns that stand on every page
        put(0, 2, "{{综合机关}}{{报告期}}{{表名}}同比", new Look().font(HEAD, 18).left());
        height(0, 34);
        put(1, 2, "综合机关名称：{{综合机关}}　　{{报告期}}　　{{数据性质}}　　表号：{{表号}}综", new Look().left());
        height(1, 18);
        Look heading = new Look().font(HEAD, 10).center().wrap();
        put(2, 0, "乡镇（单位）", heading.top(BorderStyle.MEDIUM));
        put(2, 1, "报送状态", heading.top(BorderStyle.MEDIUM).leftRule());
        put(3, 0, "", heading);
        put(3, 1, "", heading.leftRule());
        put(4, 0, "计量单位", new Look().center().top(BorderStyle.THIN).bottom(BorderStyle.THIN));
        put(
                4,
                1,
                "—",
                new Look()
                        .center()
                        .top(BorderStyle.THIN)
                        .bottom(BorderStyle.THIN)
                        .leftRule());
        for (int column = 2; column < 5; column++) {
            put(2, column, "", heading.top(BorderStyle.MEDIUM).leftRule());
            put(3, column, "", heading.top(BorderStyle.THIN).leftRule());
            put(
                    4,
                    column,
                    "",
                    new Look()
                            .center()
                            .wrap()
                            .top(BorderStyle.THIN)
                            .bottom(BorderStyle.THIN)
                            .leftRule());
        }
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 4));
        height(3, 18);
        height(4, 18);
        for (int row = 5; row <= 6; row++) {
            Look look = row == 5 ? new Look().font(HEAD, 10).bottom(BorderStyle.THIN) : new Look();
            put(row, 0, "", look.left());
            put(row, 1, "", look.center().leftRule());
            for (int column = 2; column < 5; column++) {
                put(row, column, "", look.right().leftRule());
            }
            height(row, 18);
        }
        for (int column = 0; column < 5; column++) {
            put(7, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        height(7, 4);
        put(8, 2, "", new Look().left().font(BODY, 9));
        height(8, 15);
        anchor("rpt.columns", "C3:E8");
        anchor("rpt.group", "A3");
        anchor("rpt.heading", "A4");
        anchor("rpt.unit", "A5");
        anchor("rpt.county", "A6");
        anchor("rpt.rows", "A7:E7");
        sheet.getHeader().setRight("{{报告期}}{{表名}}同比");
        anchor("rpt.notes", "A9:E9");
        sheet.createFreezePane(2, 5);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:5"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
        footer("乡镇调度数，非法定统计数据", "“未报”为未报送　“退回”为报来没有通过　“—”为不适用　“0”为实报为零");
    }

    private void dataRow(int row, Look look) {
        put(row, 0, "", look.left());
        put(row, 1, "", look.center().leftRule());
        put(row, 2, "", look.right().leftRule());
        height(row, 18);
    }

    /** 数据来源, the same in every workbook. */
    void sourcesSheet() {
        begin("数据来源", PrintSetup.A3_PAPERSIZE);
        widths(6, 15, 26, 13, 16, 14, 10, 10, 10, 18, 20, 36, 44, 72);
        put(0, 0, "{{综合机关}}{{报告期}}{{标题}}数据来源", new Look().font(HEAD, 16).left());
        height(0, 30);
        put(1, 0, "{{数据性质}}。点“单元格”打开归档的原件并到那一格，点“文件”打开原件（只读，不要改）；SHA-256 是原件的指纹。配置摘要：{{配置摘要}}。", new Look().left());
        height(1, 18);
        List<String> titles = List.of(
                "序号", "指标", "名称", "报告期", "单位", "数值", "计量单位", "审核", "报送次数\n或覆盖", "单元格", "工作表", "文件", "说明", "SHA-256");
        headings(2, titles);
        height(2, 30);
        for (int column = 0; column < titles.size(); column++) {
            Look base = column == 5
                    ? new Look().right()
                    : column == 0 || column == 3 || (column >= 6 && column <= 8)
                            ? new Look().center()
                            : new Look().left();
            Look look = (column == 5 || column == 13 ? base : base.wrap()).bottom(BorderStyle.HAIR);
            put(3, column, "", new Look().font(HEAD, 10).left().fill("D9E1F2"));
            Look file = column == 11 ? look.link() : look;
            put(4, column, "", column == 0 ? file : file.leftRule());
            Look figure = look.font(HEAD, 10).fill("F2F2F2");
            put(5, column, "", column == 0 ? figure : figure.leftRule());
            Look cells = column == 9 || column == 11 ? look.link() : look;
            put(6, column, "", column == 0 ? cells : cells.leftRule());
            put(7, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        height(3, 20);
        height(7, 4);
        anchor("rpt.section", "A4:N4");
        anchor("rpt.files", "A5:N5");
        anchor("rpt.figure", "A6:N6");
        anchor("rpt.cells", "A7:N7");
        sheet.createFreezePane(3, 3);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        footer("乡镇调度数，非法定统计数据", "");
    }

    private static byte[] returned() throws IOException {
        TemplatesMaker maker = new TemplatesMaker();
        maker.begin(ReturnMarks.SHEET, PrintSetup.A4_PAPERSIZE);
        maker.widths(6, 46, 18, 16, 20, 14, 14, 26, 30, 32);
        maker.put(0, 0, ReturnMarks.TITLE + "　{{标题}}", new Look().font(HEAD, 16).left());
        maker.sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 9));
        maker.height(0, 30);
        for (int row = 1; row <= 3; row++) {
            maker.put(
                    row,
                    0,
                    "{{第" + row + "行}}",
                    new Look().font(BODY, 11).left().wrap());
            maker.sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 9));
            maker.height(row, 20);
        }
        maker.height(4, 6);
        maker.headings(5, ReturnMarks.COLUMNS);
        String[] fills = {"F8CBAD", "FFF2CC", "DDEBF7"};
        for (int row = 6; row <= 8; row++) {
            for (int column = 0; column < 10; column++) {
                Look look = (column == 0
                                ? new Look().center().fill(fills[row - 6])
                                : column >= 3 && column <= 6 ? new Look().right() : new Look().left())
                        .wrap()
                        .bottom(BorderStyle.HAIR);
                if (column == 2) {
                    look = look.link();
                }
                maker.put(row, column, "", column == 0 ? look : look.leftRule());
            }
        }
        for (int column = 0; column < 10; column++) {
            maker.put(9, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        maker.height(9, 4);
        maker.put(
                10,
                0,
                "序号底色：橙红＝强制性，必须改正；黄＝核实性，改正或说明；蓝＝提示性，供参考。数据都保持原样，没有改动；只加了底色和批注。",
                new Look().left().font(BODY, 9));
        maker.sheet.addMergedRegion(new CellRangeAddress(10, 10, 0, 9));
        maker.anchor("rpt.mandatory", "A7:J7");
        maker.anchor("rpt.query", "A8:J8");
        maker.anchor("rpt.hint", "A9:J9");
        maker.sheet.createFreezePane(0, 6);
        maker.sheet.setRepeatingRows(CellRangeAddress.valueOf("6:6"));
        maker.footer("", "");
        return maker.bytes();
    }

    private static byte[] notice() throws IOException {
        TemplatesMaker maker = new TemplatesMaker();
        maker.begin("更正通知单", PrintSetup.A4_PAPERSIZE);
        maker.sheet.getPrintSetup().setLandscape(false);
        maker.widths(12, 26, 15, 13, 9, 14, 14, 13);
        maker.put(0, 0, "{{综合机关}}统计数据更正通知单", new Look().font(HEAD, 20).center());
        maker.sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
        maker.height(0, 40);
        maker.put(1, 0, "{{文号}}", new Look().font(BODY, 12).center());
        maker.sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 7));
        maker.height(1, 24);
        maker.pair(2, "报告期", "{{报告期}}", "数据性质", "{{数据性质}}", BorderStyle.MEDIUM);
        maker.wide(3, "报　表", "{{报表}}");
        maker.wide(4, "填报单位", "{{填报单位}}");
        maker.wide(5, "更正原因", "{{更正原因}}");
        maker.pair(6, "批准人", "{{批准人}}", "经办人", "{{经办}}", BorderStyle.THIN);
        maker.pair(7, "批准日期", "{{日期}}", "县级汇总", "{{汇总}}", BorderStyle.THIN);
        for (int column = 0; column < 8; column++) {
            maker.put(8, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        maker.height(8, 8);
        maker.changes(9, "一、填报单位更正的数", "填报单位");
        maker.changes(14, "二、县级汇总数的变化", "单位");
        maker.put(
                19,
                0,
                "注：县级汇总以“" + "{{数据性质}}" + "”为准，原来公布的报表保留备查。“未报”为未报送，“退回”为报来没有通过、未计入，“—”为不适用或不能相减。",
                new Look().left().wrap().font(BODY, 9));
        maker.sheet.addMergedRegion(new CellRangeAddress(19, 19, 0, 7));
        maker.height(19, 16);
        maker.put(20, 0, "乡镇调度数，非法定统计数据。", new Look().left().font(BODY, 9));
        maker.sheet.addMergedRegion(new CellRangeAddress(20, 20, 0, 7));
        maker.height(20, 16);
        maker.put(21, 0, "批准人（签字）：　　　　　　　　经办人（签字）：　　　　　　　　（盖章）　　　　　　年　　月　　日", new Look().left());
        maker.sheet.addMergedRegion(new CellRangeAddress(21, 21, 0, 7));
        maker.height(21, 44);
        maker.anchor("rpt.reason", "A6:H6");
        maker.anchor("rpt.reported", "A12:H12");
        maker.anchor("rpt.county", "A17:H17");
        maker.footer("乡镇调度数，非法定统计数据", "{{文号}}");
        return maker.bytes();
    }

    private void pair(int row, String one, String first, String other, String second, BorderStyle above) {
        label(row, 0, one, above);
        field(row, 1, first, 1, 3, above);
        label(row, 4, other, above);
        field(row, 5, second, 5, 7, above);
        height(row, 24);
    }

    private void wide(int row, String name, String value) {
        label(row, 0, name, BorderStyle.THIN);
        field(row, 1, value, 1, 7, BorderStyle.THIN);
        height(row, 24);
    }

    private void label(int row, int column, String text, BorderStyle above) {
        Look look = new Look().font(HEAD, 10).center().top(above);
        put(row, column, text, column == 0 ? look : look.leftRule());
    }

    private void field(int row, int column, String text, int from, int to, BorderStyle above) {
        for (int at = from; at <= to; at++) {
            Look look = new Look().left().wrap().top(above);
            put(row, at, at == column ? text : "", at == from ? look.leftRule() : look);
        }
        sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
    }

    private void changes(int row, String title, String who) {
        put(row, 0, title, new Look().font(HEAD, 11).left());
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 7));
        height(row, 24);
        headings(row + 1, List.of(who, "指标", "代码", "报告期", "计量单位", "原数", "更正后", "相差"));
        for (int column = 0; column < 8; column++) {
            Look look = (column >= 5 ? new Look().right() : new Look().left().wrap()).bottom(BorderStyle.HAIR);
            put(row + 2, column, "", column == 0 ? look : look.leftRule());
            put(row + 3, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        height(row + 2, 19);
        height(row + 3, 4);
        height(row + 4, 6);
    }

    private static byte[] receipt() throws IOException {
        TemplatesMaker maker = new TemplatesMaker();
        maker.begin("暂存回执", PrintSetup.A4_PAPERSIZE);
        maker.widths(6, 34, 20, 42, 36);
        maker.put(
                0,
                0,
                ReturnMarks.TITLE + "　暂存回执　{{单位}}",
                new Look().font(HEAD, 16).left());
        maker.sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
        maker.height(0, 30);
        for (int row = 1; row <= 3; row++) {
            maker.put(
                    row,
                    0,
                    "{{第" + row + "行}}",
                    new Look().font(BODY, 11).left().wrap());
            maker.sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 4));
            maker.height(row, 20);
        }
        maker.height(4, 6);
        maker.receiptTable(5, "暂存的报表", List.of("序号", "报表", "报告期", "定案时间", "自审结果"));
        maker.receiptTable(10, "自审发现的问题", List.of("序号", "报表", "位置", "问题", "怎么改"));
        maker.put(14, 0, "自审只供参考，不改变已定案的审核结论；采用时还要再审一次。", new Look().left().font(BODY, 9));
        maker.sheet.addMergedRegion(new CellRangeAddress(14, 14, 0, 4));
        maker.anchor("rpt.rows", "A8:E8");
        maker.anchor("rpt.faults", "A13:E13");
        maker.footer("", "");
        return maker.bytes();
    }

    private void receiptTable(int row, String title, List<String> titles) {
        put(row, 0, title, new Look().font(HEAD, 11).left());
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 4));
        height(row, 22);
        headings(row + 1, titles);
        for (int column = 0; column < titles.size(); column++) {
            Look look = (column == 0 ? new Look().center() : new Look().left())
                    .wrap()
                    .bottom(BorderStyle.HAIR);
            put(row + 2, column, "", column == 0 ? look : look.leftRule());
            put(row + 3, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        height(row + 2, 20);
        height(row + 3, 6);
    }

    void headings(int row, List<String> titles) {
        for (int column = 0; column < titles.size(); column++) {
            Look look = new Look()
                    .font(HEAD, 10)
                    .center()
                    .wrap()
                    .top(BorderStyle.MEDIUM)
                    .bottom(BorderStyle.THIN);
            put(row, column, titles.get(column), column == 0 ? look : look.leftRule());
        }
        height(row, 24);
    }

    void begin(String name, short paper) {
        sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.5);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.5);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, 0.6);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, 0.7);
        sheet.getPrintSetup().setPaperSize(paper);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    void footer(String left, String center) {
        sheet.getFooter().setLeft(left);
        sheet.getFooter().setCenter(center);
        sheet.getFooter().setRight("第&P页　共&N页");
    }

    void widths(int... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.setColumnWidth(column, characters[column] * 256);
        }
    }

    void height(int row, int points) {
        row(row).setHeightInPoints(points);
    }

    private XSSFRow row(int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    void put(int row, int column, String text, Look look) {
        XSSFCell cell = row(row).createCell(column);
        cell.setCellStyle(styles.computeIfAbsent(look, one -> one.style(workbook)));
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    void anchor(String name, String range) {
        XSSFName made = workbook.createName();
        made.setSheetIndex(workbook.getSheetIndex(sheet));
        made.setNameName(name);
        CellRangeAddress area = CellRangeAddress.valueOf(range);
        made.setRefersToFormula(area.formatAsString(sheet.getSheetName(), true));
    }

    /** All that has been drawn on the sheet, as its print area. */
    void printAll(int lastColumn) {
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, lastColumn, 0, sheet.getLastRowNum());
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    byte[] bytes() throws IOException {
        opaque();
        var out = new java.io.ByteArrayOutputStream();
        workbook.setActiveSheet(0);
        workbook.write(out);
        return SteadyZip.report(out.toByteArray());
    }

    /** Font colours of conditional formats are written without the byte for opaqueness that the schema asks for. */
    private void opaque() {
        var styles = workbook.getStylesSource();
        for (int index = 0; index < styles._getDXfsSize(); index++) {
            var dxf = styles.getDxfAt(index);
            if (dxf.isSetFont() && dxf.getFont().sizeOfColorArray() > 0) {
                byte[] rgb = dxf.getFont().getColorArray(0).getRgb();
                if (rgb.length == 3) {
                    dxf.getFont().getColorArray(0).setRgb(new byte[] {-1, rgb[0], rgb[1], rgb[2]});
                }
            }
        }
    }

    static XSSFColor color(String rgb) {
        return new XSSFColor(java.util.HexFormat.of().parseHex("FF" + rgb), null);
    }

    /** A cell's look; every step answers a new one. */
    record Look(
            String font,
            int size,
            HorizontalAlignment alignment,
            boolean wraps,
            BorderStyle above,
            BorderStyle below,
            BorderStyle before,
            BorderStyle after,
            String fillColor,
            boolean linked,
            int indentedBy) {
        Look() {
            this(
                    BODY,
                    10,
                    HorizontalAlignment.GENERAL,
                    false,
                    BorderStyle.NONE,
                    BorderStyle.NONE,
                    BorderStyle.NONE,
                    BorderStyle.NONE,
                    "",
                    false,
                    0);
        }

        Look font(String name, int points) {
            return new Look(name, points, alignment, wraps, above, below, before, after, fillColor, linked, indentedBy);
        }

        Look left() {
            return aligned(HorizontalAlignment.LEFT);
        }

        Look center() {
            return aligned(HorizontalAlignment.CENTER);
        }

        Look right() {
            return aligned(HorizontalAlignment.RIGHT);
        }

        private Look aligned(HorizontalAlignment to) {
            return new Look(font, size, to, wraps, above, below, before, after, fillColor, linked, indentedBy);
        }

        Look wrap() {
            return new Look(font, size, alignment, true, above, below, before, after, fillColor, linked, indentedBy);
        }

        Look top(BorderStyle rule) {
            return new Look(font, size, alignment, wraps, rule, below, before, after, fillColor, linked, indentedBy);
        }

        Look bottom(BorderStyle rule) {
            return new Look(font, size, alignment, wraps, above, rule, before, after, fillColor, linked, indentedBy);
        }

        Look leftRule() {
            return new Look(
                    font, size, alignment, wraps, above, below, BorderStyle.THIN, after, fillColor, linked, indentedBy);
        }

        Look rightRule() {
            return new Look(
                    font,
                    size,
                    alignment,
                    wraps,
                    above,
                    below,
                    before,
                    BorderStyle.THIN,
                    fillColor,
                    linked,
                    indentedBy);
        }

        Look fill(String rgb) {
            return new Look(font, size, alignment, wraps, above, below, before, after, rgb, linked, indentedBy);
        }

        Look link() {
            return new Look(font, size, alignment, wraps, above, below, before, after, fillColor, true, indentedBy);
        }

        Look indent(int by) {
            return new Look(font, size, alignment, wraps, above, below, before, after, fillColor, linked, by);
        }

        XSSFCellStyle style(XSSFWorkbook workbook) {
            XSSFCellStyle style = workbook.createCellStyle();
            XSSFFont made = workbook.createFont();
            made.setFontName(font);
            made.setFontHeightInPoints((short) size);
            if (linked) {
                made.setUnderline(XSSFFont.U_SINGLE);
                made.setColor(color("0563C1"));
            }
            style.setFont(made);
            style.setAlignment(alignment);
            if (alignment == HorizontalAlignment.RIGHT || (alignment == HorizontalAlignment.LEFT && wraps)) {
                style.setIndention((short) Math.max(1, indentedBy));
            }
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(wraps);
            style.setBorderTop(above);
            style.setBorderBottom(below);
            style.setBorderLeft(before);
            style.setBorderRight(after);
            if (!fillColor.isEmpty()) {
                style.setFillForegroundColor(color(fillColor));
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
            return style;
        }
    }
}
