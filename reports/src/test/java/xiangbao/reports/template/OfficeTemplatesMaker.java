package xiangbao.reports.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
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

/**
 * Draws the first version of 报送情况表.xlsx and 审核情况表.xlsx in {@code templates/}. From then on they are edited in Excel or WPS; run the main method with a
 * folder only to start again from nothing.
 */
final class OfficeTemplatesMaker {
    private static final String BODY = "宋体";
    private static final String HEAD = "黑体";
    private static final String DISCLAIMER = "乡镇调度数，非法定统计数据";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private XSSFSheet sheet;

    private OfficeTemplatesMaker() {
        workbook.getFontAt(0).setFontName(BODY);
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        sheet = workbook.createSheet("空");
        workbook.removeSheetAt(0);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "templates" : arguments[0]);
        Files.createDirectories(folder);
        Files.write(folder.resolve("报送情况表.xlsx"), reporting());
        Files.write(folder.resolve("审核情况表.xlsx"), review());
    }

    private static byte[] reporting() throws IOException {
        OfficeTemplatesMaker maker = new OfficeTemplatesMaker();
        maker.matrix();
        maker.list(
                "报送明细",
                "{{综合机关}}{{报告期}}报送明细",
                "收件截至{{收件截至}}　　{{数据性质}}",
                List.of(
                        "序号", "填报单位", "表号", "报表", "报告期", "报送期限", "第1次收到", "迟报\n天数", "最近一次收到", "报送\n次数", "退回\n次数", "现状",
                        "计入", "备注"),
                "clclccccccccc l".replace(" ", ""),
                List.of(6, 15, 10, 28, 13, 15, 20, 7, 20, 7, 7, 9, 9, 20),
                List.of(
                        "迟报：第1次报送在期限之后收到；漏报：没有收到；零报告：报了，各数都是零或本期没有项目。三者不同。",
                        "第1次按时报送、退回后期限外改正的，不算迟报。点“报送次数”到“数据来源”中最近一次的文件。"));
        maker.linked(9);
        maker.list(
                "评分排名",
                "{{综合机关}}{{报告期}}报送评分排名",
                "收件截至{{收件截至}}　　{{数据性质}}",
                List.of("名次", "单位", "应报\n（张）", "按时报\n（张）", "迟报\n（张）", "未报\n（张）", "退回\n（次）", "得分"),
                "clcccccr",
                List.of(8, 26, 10, 10, 10, 10, 10, 12),
                List.of(
                        "满分{{满分}}分；{{扣分办法}}；最低{{最低分}}分。不计分的报表：{{不计分}}。",
                        "只评报送，不评数字：核实性、提示性问题和目标完成情况都不扣分。同分同名次；没有应报报表的单位不评。期限未到时的未报，以期限后的汇总为准。"));
        maker.sheet.getPrintSetup().setLandscape(false);
        maker.anchor("rpt.group", "A4:H4");
        maker.moveRow();
        maker.list(
                "扣分明细",
                "{{综合机关}}{{报告期}}报送评分扣分明细",
                "收件截至{{收件截至}}　　{{数据性质}}",
                List.of("序号", "考核组", "单位", "表号", "报表", "报告期", "扣分事由", "报送期限", "收到时间", "报送", "扣分", "怎样算的"),
                "cllclccccc rl".replace(" ", ""),
                List.of(6, 14, 15, 10, 30, 14, 10, 16, 20, 9, 9, 40),
                List.of("每条扣分一行：哪张表、应于何时报、何时收到、第几次、扣几分、怎样算的；各行相加就是所扣的分。对扣分有异议的，以收件记录为准。"));
        maker.sources();
        return maker.bytes();
    }

    /** The ranking has headings between its lines: one more sample row above the usual one. */
    private void moveRow() {
        sheet.shiftRows(3, sheet.getLastRowNum(), 1, true, false);
        for (int column = 0; column < 8; column++) {
            put(
                    3,
                    column,
                    "",
                    new Look().head(10.5).align('l').bottom(BorderStyle.HAIR).fill("F2F2F2"));
        }
        height(3, 22);
        for (XSSFName name : workbook.getNames("rpt.group")) {
            name.setRefersToFormula("评分排名!$A$4:$H$4");
        }
    }

    private void matrix() {
        begin("报送情况", PrintSetup.A3_PAPERSIZE);
        widths(15, 6, 6, 6, 6, 6, 12.5);
        // not in the columns that stand on every page
        put(0, 6, "{{综合机关}}{{报告期}}报送情况表", new Look().head(18).align('l'));
        height(0, 34);
        put(1, 6, "收件截至{{收件截至}}　　{{数据性质}}", new Look().align('l'));
        height(1, 18);
        List<String> fixed = List.of("填报单位", "应报", "已报", "迟报", "未报", "退回\n次数");
        for (int row = 2; row <= 4; row++) {
            for (int column = 0; column <= 6; column++) {
                Look look = new Look()
                        .head(row == 2 || column < 6 ? 10 : 9)
                        .align('c')
                        .wrap()
                        .top(row == 2 ? BorderStyle.MEDIUM : column < 6 ? BorderStyle.NONE : BorderStyle.HAIR)
                        .bottom(row == 4 ? BorderStyle.THIN : BorderStyle.NONE);
                String text = row == 2 && column < 6 ? fixed.get(column) : "";
                put(row, column, text, column == 0 ? look : look.left());
            }
        }
        for (int column = 0; column < 6; column++) {
            sheet.addMergedRegion(new CellRangeAddress(2, 4, column, column));
        }
        height(2, 18);
        height(3, 44);
        height(4, 30);
        for (int column = 0; column <= 6; column++) {
            Look look = new Look().align(column == 0 ? 'l' : 'c').bottom(BorderStyle.HAIR);
            put(5, column, "", column == 0 ? look : column == 6 ? look.left().wrap() : look.left());
        }
        height(5, 18);
        List<String> totals = List.of("应报（个）", "已报（个）", "其中：迟报（个）", "未报（个）", "退回（次）");
        for (int line = 0; line < totals.size(); line++) {
            for (int column = 0; column <= 6; column++) {
                Look look = new Look()
                        .head(10)
                        .align(column == 0 ? 'l' : 'c')
                        .top(line == 0 ? BorderStyle.THIN : BorderStyle.NONE)
                        .bottom(line == totals.size() - 1 ? BorderStyle.MEDIUM : BorderStyle.HAIR);
                put(6 + line, column, column == 0 ? totals.get(line) : "", column == 0 ? look : look.left());
            }
            height(6 + line, 18);
        }
        List<String> notes = List.of(
                "图例：“✓ 日期”按时报送　“迟 日期”迟报　“退回 日期”退回待改正　“未报”漏报　“—”不需报。日期为第1次收到的日期。",
                "第二行：“待核实”有核实性问题待说明，已计入　“零报告”报了，本期为零　“退n次”先后退回n次　“沿用第n次”最近一次退回，仍按第n次计入。",
                DISCLAIMER + "。");
        for (int line = 0; line < notes.size(); line++) {
            put(11 + line, 6, notes.get(line), new Look().size(9).align('l'));
            height(11 + line, 15);
        }
        anchor("rpt.columns", "G3:G11");
        anchor("rpt.codes", "A3:G3");
        anchor("rpt.titles", "A4:G4");
        anchor("rpt.due", "A5:G5");
        anchor("rpt.rows", "A6:G6");
        anchor("rpt.totals", "A7:G7");
        mark("LEFT(G6,1)=\"迟\"", "FFF2CC", "7F6000");
        mark("LEFT(G6,2)=\"退回\"", "FCE4D6", "C65911");
        mark("G6=\"未报\"", "F8CBAD", "C00000");
        sheet.createFreezePane(6, 5);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:5"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:F"));
        sheet.getPrintSetup().setLeftToRight(true);
        sheet.getHeader().setRight("{{报告期}}报送情况表");
        footer("✓按时　迟＝迟报　退回＝待改正　未报＝漏报　—＝不需报");
    }

    private void mark(String formula, String fill, String text) {
        var formatting = sheet.getSheetConditionalFormatting();
        var rule = formatting.createConditionalFormattingRule(formula);
        rule.createPatternFormatting().setFillBackgroundColor(color(fill));
        rule.getPatternFormatting().setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        rule.createFontFormatting().setFontColor(color(text));
        formatting.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("G6:G6")}, rule);
    }

    private static byte[] review() throws IOException {
        OfficeTemplatesMaker maker = new OfficeTemplatesMaker();
        String line = "收件截至{{收件截至}}　　{{数据性质}}";
        maker.list(
                "按审核关系",
                "{{综合机关}}{{报告期}}审核情况表（按审核关系）",
                line,
                List.of("序号", "级别", "表号", "代码", "审核关系", "公式", "单位数", "问题\n（条）", "已改正\n（条）", "涉及单位"),
                "ccclllcccl",
                List.of(6, 9, 10, 18, 30, 34, 8, 8, 9, 38),
                List.of("问题按每张表最近一次报送计；以前各次报送中的问题，最近一次没有了的，计入已改正。强制性问题退回；核实性问题计入待核实；提示性问题只供参考。"));
        maker.list(
                "按填报单位",
                "{{综合机关}}{{报告期}}审核情况表（按填报单位）",
                line,
                List.of("序号", "填报单位", "已报\n（张）", "强制性\n（条）", "核实性\n（条）", "提示性\n（条）", "已改正\n（条）", "现有问题的代码"),
                "clcccccl",
                List.of(6, 18, 9, 10, 10, 10, 10, 66),
                List.of("代码的意思见“按审核关系”。审核只看数字之间是否合理，不与目标比较，不用于评分排名；只有因强制性问题退回的次数计入报送评分。"));
        maker.list(
                "核实清单",
                "{{综合机关}}{{报告期}}核实清单（按对全县合计的影响排列）",
                line,
                List.of("序号", "填报单位", "指标", "代码", "计量单位", "填报数", "占全县\n（%）", "待核实的问题", "核实情况"),
                "clllcrcll",
                List.of(6, 15, 30, 16, 10, 14, 9, 46, 34),
                List.of("先核实占全县比重大的。“—”为不能相加的指标，没有占比。“核实情况”印乡镇在退回件“审核说明”栏写的话和认可情况，其余留给核实人手写。"));
        maker.list(
                "不审清单",
                "{{综合机关}}{{报告期}}不审清单",
                line,
                List.of("序号", "填报单位", "表号", "报告期", "审核关系", "填报数", "应为", "不审的原因", "决定人", "决定日期"),
                "clcclrrllc",
                List.of(6, 15, 10, 14, 40, 14, 14, 44, 16, 16),
                List.of("这些强制性关系经县级决定，只对所列单位、所列报告期不审：数照报照用，问题照列，不退回。其他单位和以后各期照常审核。"));
        maker.list(
                "离群值",
                "{{综合机关}}{{报告期}}离群值",
                line,
                List.of("序号", "填报单位", "指标", "代码", "计量单位", "本单位", "对照", "远近\n（倍）", "占全县\n增减（%）", "核实情况"),
                "clllcrlrrl",
                List.of(6, 15, 30, 16, 10, 14, 38, 9, 10, 34),
                List.of(
                        "与各单位比（单产、比率等）、与以前比增减反常的，和全县增减大部分出自一个单位的，最远的在前，只印前20个；其余用outliers命令查看。“远近”为界限的倍数，超过1倍的列出，负数为偏低、减少。",
                        "与上期或上年同期差不多的比率不列。末位数字是一个单位今年各表的数合在一起看的（至少150个数），只作提问。离群的不一定错，供核实，不用于评分。"));
        maker.list(
                "核定数差异",
                "{{综合机关}}{{报告期}}汇总数与核定数差异",
                line,
                List.of("序号", "指标或目标", "代码", "报告期", "计量单位", "汇总数", "核定数", "差额", "相差\n（%）", "文号", "核实情况"),
                "clcccrrrrll",
                List.of(6, 34, 18, 16, 12, 16, 16, 14, 10, 24, 30),
                List.of("差额为汇总数减核定数；四舍五入能说明的不列。乡镇调度数与法定统计数据口径、范围、时间可能不同，请查明原因；核定数不代替汇总数。"));
        maker.list(
                "问题明细",
                "{{综合机关}}{{报告期}}审核问题明细",
                line,
                List.of("序号", "级别", "填报单位", "表号", "报送", "位置", "问题", "填报数", "应为\n（参考）", "相差", "核实情况"),
                "cclcclllllr".substring(0, 10) + "l",
                List.of(6, 9, 15, 10, 9, 18, 50, 16, 18, 14, 26),
                List.of("每张表最近一次报送中的全部问题，强制性的在前。核实性问题不给参考数，请填报单位说明原因。点“报送”打开归档的原件并到那一格；含个人信息的没有留存，点不开。"));
        maker.linked(4);
        maker.sources();
        return maker.bytes();
    }

    /** 数据来源 of a workbook without figures: what was submitted, round by round. */
    private void sources() {
        list(
                "数据来源",
                "{{综合机关}}{{报告期}}{{标题}}数据来源",
                "{{数据性质}}。共{{份数}}份，各次报送都在内。点“文件”打开归档的原件（只读，不要改），含个人信息的没有留存，点不开；SHA-256是原件的指纹。配置摘要：{{配置摘要}}。",
                List.of("序号", "表号", "报表", "报告期", "填报单位", "报送", "审核", "收到时间", "工作表", "文件", "SHA-256"),
                "cclclcccll l".replace(" ", ""),
                List.of(6, 10, 28, 14, 15, 8, 9, 20, 16, 34, 36),
                List.of());
        List<String> tokens = List.of("序号", "表号", "报表", "报告期次", "填报单位", "次数", "审核", "收到时间", "工作表", "文件", "指纹");
        for (int column = 0; column < tokens.size(); column++) {
            sheet.getRow(3).getCell(column).setCellValue("{{" + tokens.get(column) + "}}");
        }
        linked(tokens.indexOf("文件"));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
    }

    /** A column of the sample row whose cells are links. */
    private void linked(int column) {
        XSSFCell cell = sheet.getRow(3).getCell(column);
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(cell.getCellStyle());
        XSSFFont font = workbook.createFont();
        font.setFontName(BODY);
        font.setFontHeight(10);
        font.setUnderline(XSSFFont.U_SINGLE);
        font.setColor(color("0563C1"));
        style.setFont(font);
        cell.setCellStyle(style);
    }

    /** A list with title, headings, one sample row, a closing rule and notes; everything merged over its width. */
    private void list(
            String name,
            String title,
            String line,
            List<String> headings,
            String alignments,
            List<Integer> widths,
            List<String> notes) {
        begin(name, PrintSetup.A4_PAPERSIZE);
        int last = headings.size() - 1;
        for (int column = 0; column <= last; column++) {
            sheet.setColumnWidth(column, widths.get(column) * 256);
        }
        put(0, 0, title, new Look().head(16).align('c'));
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        height(0, 30);
        put(1, 0, line, new Look().align('l'));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
        height(1, 18);
        boolean two = headings.stream().anyMatch(text -> text.contains("\n"));
        int total = widths.stream().mapToInt(Integer::intValue).sum();
        for (int column = 0; column <= last; column++) {
            Look heading = new Look()
                    .head(10)
                    .align('c')
                    .wrap()
                    .top(BorderStyle.MEDIUM)
                    .bottom(BorderStyle.THIN);
            put(2, column, headings.get(column), column == 0 ? heading : heading.left());
            Look cell = new Look().align(alignments.charAt(column)).wrap().bottom(BorderStyle.HAIR);
            put(3, column, "", column == 0 ? cell : cell.left());
            put(4, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        height(2, two ? 32 : 24);
        height(3, headings.contains("核实情况") && !headings.contains("位置") ? 28 : 18);
        height(4, 5);
        int row = 5;
        for (String note : notes) {
            put(row, 0, note, new Look().size(9).align('l').wrap());
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
            height(row, 14 * TextWidth.lines(note, total * 1.08) + 3);
            row++;
        }
        put(row, 0, DISCLAIMER + "。", new Look().size(9).align('l'));
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
        height(row, 15);
        String end = org.apache.poi.ss.util.CellReference.convertNumToColString(last);
        anchor("rpt.rows", "A4:" + end + "4");
        sheet.createFreezePane(2, 3);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        footer("");
    }

    private void begin(String name, short paper) {
        sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.getPrintSetup().setPaperSize(paper);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void footer(String center) {
        sheet.getFooter().setLeft(DISCLAIMER);
        sheet.getFooter().setCenter(center);
        sheet.getFooter().setRight("第&P页　共&N页");
    }

    private void widths(double... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.setColumnWidth(column, (int) (characters[column] * 256));
        }
    }

    private void height(int row, double points) {
        row(row).setHeightInPoints((float) points);
    }

    private XSSFRow row(int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    private void put(int row, int column, String text, Look look) {
        XSSFCell cell = row(row).createCell(column);
        cell.setCellStyle(look.style(workbook));
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private void anchor(String name, String range) {
        XSSFName made = workbook.createName();
        made.setSheetIndex(workbook.getSheetIndex(sheet));
        made.setNameName(name);
        made.setRefersToFormula(CellRangeAddress.valueOf(range).formatAsString(sheet.getSheetName(), true));
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.setActiveSheet(0);
        workbook.write(out);
        return SteadyZip.report(out.toByteArray());
    }

    private static XSSFColor color(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb), null);
    }

    /** A cell's look; every step answers a new one. */
    private record Look(
            String font,
            double points,
            char alignment,
            boolean wraps,
            BorderStyle above,
            BorderStyle below,
            BorderStyle before,
            String fillColor) {
        Look() {
            this(BODY, 10, 'l', false, BorderStyle.NONE, BorderStyle.NONE, BorderStyle.NONE, "");
        }

        Look head(double size) {
            return new Look(HEAD, size, alignment, wraps, above, below, before, fillColor);
        }

        Look size(double size) {
            return new Look(font, size, alignment, wraps, above, below, before, fillColor);
        }

        Look align(char to) {
            return new Look(font, points, to, wraps, above, below, before, fillColor);
        }

        Look wrap() {
            return new Look(font, points, alignment, true, above, below, before, fillColor);
        }

        Look top(BorderStyle rule) {
            return new Look(font, points, alignment, wraps, rule, below, before, fillColor);
        }

        Look bottom(BorderStyle rule) {
            return new Look(font, points, alignment, wraps, above, rule, before, fillColor);
        }

        Look left() {
            return new Look(font, points, alignment, wraps, above, below, BorderStyle.THIN, fillColor);
        }

        Look fill(String rgb) {
            return new Look(font, points, alignment, wraps, above, below, before, rgb);
        }

        XSSFCellStyle style(XSSFWorkbook workbook) {
            XSSFCellStyle style = workbook.createCellStyle();
            XSSFFont made = workbook.createFont();
            made.setFontName(font);
            made.setFontHeight(points);
            style.setFont(made);
            style.setAlignment(
                    switch (alignment) {
                        case 'c' -> HorizontalAlignment.CENTER;
                        case 'r' -> HorizontalAlignment.RIGHT;
                        default -> HorizontalAlignment.LEFT;
                    });
            if (alignment == 'r' || alignment == 'l' && before != BorderStyle.NONE) {
                style.setIndention((short) 1);
            }
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(wraps);
            style.setBorderTop(above);
            style.setBorderBottom(below);
            style.setBorderLeft(before);
            if (!fillColor.isEmpty()) {
                style.setFillForegroundColor(color(fillColor));
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
            return style;
        }
    }
}
