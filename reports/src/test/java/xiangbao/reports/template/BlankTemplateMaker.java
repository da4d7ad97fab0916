package xiangbao.reports.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** Draws the first version of {@code templates/空白表.xlsx}: one sample cell of every kind, and the guide. */
final class BlankTemplateMaker {
    private static final String BODY = "宋体";
    private static final String HEAD = "黑体";
    private static final String LOCKED = "F2F2F2";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private XSSFSheet sheet;

    private BlankTemplateMaker() {
        workbook.getFontAt(0).setFontName(BODY);
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        sheet = workbook.createSheet("填表说明");
    }

    static byte[] bytes() throws IOException {
        BlankTemplateMaker maker = new BlankTemplateMaker();
        maker.guide();
        maker.form();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        maker.workbook.setActiveSheet(0);
        maker.workbook.write(out);
        return SteadyZip.report(out.toByteArray());
    }

    private void guide() {
        page(false);
        widths(6, 42, 16, 16, 16);
        merged(0, "{{单位}}{{报告期}}报表填表说明", style(HEAD, 18).center(), 34);
        merged(
                1,
                "本工作簿是按{{单位}}应报的内容生成的，共{{张数}}张报表，每张一个工作表。点报表名称可以直接到那张表。",
                style(BODY, 11).left().wrap(),
                36);
        List<String> titles = List.of("序号", "报表", "报告期", "报送期限", "形式");
        for (int column = 0; column < titles.size(); column++) {
            put(
                    2,
                    column,
                    titles.get(column),
                    style(HEAD, 11)
                            .center()
                            .fill(LOCKED)
                            .top(BorderStyle.MEDIUM)
                            .bottom(BorderStyle.THIN)
                            .left(column == 0 ? BorderStyle.NONE : BorderStyle.THIN));
            Style plain =
                    style(BODY, 11).bottom(BorderStyle.HAIR).left(column == 0 ? BorderStyle.NONE : BorderStyle.THIN);
            put(3, column, "", column == 1 ? plain.left().link() : plain.center());
            put(4, column, "", style(BODY, 11).top(BorderStyle.MEDIUM));
        }
        height(2, 24);
        height(3, 22);
        height(4, 6);
        List<List<String>> parts = List.of(
                List.of(
                        "怎么填",
                        "只填白色的单元格。灰色的是表式、带出的数和不用填的格（×），已经锁住，以免误改；工作表保护没有密码，需要时可在“审阅”中撤销。",
                        "数字直接填半角数字，按表上的计量单位填，不写单位、逗号，不写“约”“左右”。百分数填百分号前面的数，如 99% 填 99。",
                        "浅蓝色的格填预计数，其他格填实际数。",
                        "右边灰色斜体的“参考”是以前报过的数，只供对照，不读取，不打印。"),
                List.of(
                        "没有数怎么办",
                        "整张表都没有的，在表头“填报情况”选“零报告”，下面不用填。有数的可以不选；空表不选的会退回。",
                        "没有发生的填 0。留空，或者填“—”“无”“不详”，都算没有填数，会退回。",
                        "画 × 的格不用填。本单位不用报、本期还不到报的行，表上已经去掉。",
                        "数还没有统计出来的，不要用上期的数代替；请先与布置报表的部门联系。"),
                List.of(
                        "台账怎么填",
                        "一个项目（桥、片）填一行，先填编号。一个都没有的，选“零报告”。",
                        "上期报过的编号、名称已经带出，请逐行填本期的数；不再报的把这一行白色的格清空。行不够时在中间插入行。",
                        "有下拉箭头的从列出的选项中选；日期写成 2026-09-30 的样子，没有的留空。",
                        "不要填姓名、身份证号、电话号码；表脚的负责人、填表人除外。"),
                List.of(
                        "填好以后",
                        "保存为 .xlsx 文件，文件名可以不改，放进收件夹中“{{单位}}”文件夹。也可以先自查，再报送。",
                        "审核没有通过的，会在反馈文件夹收到标了色的工作簿，第一页“审核结果”逐条写明哪一格、应为多少、怎么改；改好再放回收件夹。",
                        "重新报送时，请把表头的“第几次报送”改成新的次数。"));
        int row = 5;
        for (List<String> part : parts) {
            merged(row++, part.get(0), style(HEAD, 12).left(), 24);
            for (int index = 1; index < part.size(); index++) {
                String text = index + ". " + part.get(index);
                merged(row++, text, style(BODY, 11).left().wrap(), 17 * TextWidth.lines(text, 96) + 4);
            }
        }
        anchor("rpt.rows", "A4:E4");
        footer();
    }

    /** Row by row what a form consists of; the columns are one of each kind. */
    private void form() {
        sheet = workbook.createSheet("报表");
        page(false);
        widths(40, 12, 10, 15, 15, 15, 15, 14, 20, 14, 14, 14, 3, 14, 14);
        put(0, 0, "{{表名}}", style(HEAD, 18).center());
        height(0, 36);
        List<String> marks = List.of("表　　号：{{表号}}", "制定机关：{{制定机关}}", "批准机关：{{批准机关}}", "批准文号：{{批准文号}}", "有效期至：{{有效期}}");
        for (int row = 0; row < marks.size(); row++) {
            put(row + 1, 3, marks.get(row), style(BODY, 10).left());
            height(row + 1, 16);
        }
        put(4, 0, "报送次数：第{{次数}}次报送", style(BODY, 10).left().unlocked());
        put(5, 0, "区划代码：{{区划代码}}", style(BODY, 10).left());
        put(6, 0, "填报单位：{{单位}}", style(BODY, 11).left());
        put(6, 1, "{{报告期}}", style(BODY, 11).center());
        put(6, 3, "计量单位：{{计量单位}}", style(BODY, 10).right());
        height(6, 20);
        for (int column = 0; column < 12; column++) {
            BorderStyle before = column == 0 ? BorderStyle.NONE : BorderStyle.THIN;
            put(
                    7,
                    column,
                    "",
                    head().top(BorderStyle.MEDIUM).bottom(BorderStyle.THIN).left(before));
            put(8, column, "", head().bottom(BorderStyle.THIN).left(before));
            put(
                    9,
                    column,
                    "",
                    style(BODY, 9)
                            .center()
                            .fill(LOCKED)
                            .bottom(BorderStyle.THIN)
                            .left(before));
        }
        put(7, 0, "指标名称", head().top(BorderStyle.MEDIUM).bottom(BorderStyle.THIN));
        put(
                7,
                1,
                "计量单位",
                head().top(BorderStyle.MEDIUM).bottom(BorderStyle.THIN).left(BorderStyle.THIN));
        put(7, 2, "代码", head().top(BorderStyle.MEDIUM).bottom(BorderStyle.THIN).left(BorderStyle.THIN));
        height(9, 16);
        put(10, 0, "", body(LOCKED).left().left(BorderStyle.NONE));
        put(10, 1, "", body(LOCKED).center());
        put(10, 2, "", body(LOCKED).center());
        put(10, 3, "", body("FFFFFF").right().unlocked());
        put(10, 4, "", body("DDEBF7").right().unlocked());
        put(10, 5, "×", body("D9D9D9").center().ink("7F7F7F"));
        put(10, 6, "", body("E7E6E6").right().ink("595959"));
        put(10, 7, "", body("FFFFFF").left().wrap().format("@").unlocked().left(BorderStyle.NONE));
        put(10, 8, "", body("FFFFFF").left().wrap().format("@").unlocked());
        put(10, 9, "", body("FFFFFF").center().wrap().unlocked());
        put(10, 10, "", body("FFFFFF").center().format("yyyy-mm-dd").unlocked());
        put(10, 11, "", body("FFFFFF").left().unlocked());
        put(9, 13, "", style(BODY, 9).center().wrap().ink("808080").italic());
        put(10, 13, "", style(BODY, 9).right().ink("808080").italic());
        put(10, 14, "", style(BODY, 9).left().ink("808080").italic());
        height(10, 21);
        for (int column = 0; column < 12; column++) {
            put(11, column, "", style(BODY, 10).top(BorderStyle.MEDIUM));
        }
        height(11, 4);
        put(
                12,
                0,
                "单位负责人：　　　　　统计负责人：　　　　　填表人：　　　　　联系电话：　　　　　　报出日期：{{年}}年　　月　　日",
                style(BODY, 10).left().wrap().unlocked());
        height(12, 26);
        put(13, 0, "", style(BODY, 9).left().wrap());
        anchor("rpt.title", "A1");
        anchor("rpt.marks", "D2:D6");
        anchor("rpt.round", "A5");
        anchor("rpt.area", "A6");
        anchor("rpt.unit", "A7");
        anchor("rpt.period", "B7");
        anchor("rpt.measure", "D7");
        anchor("rpt.group", "B8");
        anchor("rpt.heading", "B9");
        anchor("rpt.number", "B10");
        anchor("rpt.first", "A11");
        anchor("rpt.measured", "B11");
        anchor("rpt.code", "C11");
        anchor("rpt.input", "D11");
        anchor("rpt.forecast", "E11");
        anchor("rpt.crossed", "F11");
        anchor("rpt.compared", "G11");
        anchor("rpt.key", "H11");
        anchor("rpt.text", "I11");
        anchor("rpt.choice", "J11");
        anchor("rpt.day", "K11");
        anchor("rpt.named", "L11");
        anchor("rpt.gap", "M11");
        anchor("rpt.formerly", "N10");
        anchor("rpt.former", "N11");
        anchor("rpt.formertext", "O11");
        anchor("rpt.end", "A12");
        anchor("rpt.foot", "A13");
        anchor("rpt.note", "A14");
        footer();
    }

    private Style head() {
        return style(HEAD, 10).center().wrap().fill(LOCKED);
    }

    private Style body(String fill) {
        return style(BODY, 10).fill(fill).bottom(BorderStyle.HAIR).left(BorderStyle.THIN);
    }

    private void page(boolean landscape) {
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void footer() {
        sheet.getFooter().setRight("第&P页　共&N页");
    }

    private void widths(int... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.setColumnWidth(column, characters[column] * 256);
        }
    }

    private void height(int row, int points) {
        row(row).setHeightInPoints(points);
    }

    private XSSFRow row(int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    private void merged(int row, String text, Style style, int points) {
        put(row, 0, text, style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 4));
        height(row, points);
    }

    private void put(int row, int column, String text, Style style) {
        XSSFCell cell = row(row).createCell(column);
        cell.setCellStyle(style.made);
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

    private Style style(String font, int points) {
        return new Style(font, points);
    }

    private static XSSFColor color(String rgb) {
        return new XSSFColor(java.util.HexFormat.of().parseHex(rgb), null);
    }

    /** A cell's look while it is being put together. */
    private final class Style {
        private final XSSFCellStyle made = workbook.createCellStyle();
        private final XSSFFont font = workbook.createFont();

        Style(String name, int points) {
            font.setFontName(name);
            font.setFontHeightInPoints((short) points);
            made.setFont(font);
            made.setVerticalAlignment(VerticalAlignment.CENTER);
        }

        Style left() {
            made.setAlignment(HorizontalAlignment.LEFT);
            return this;
        }

        Style center() {
            made.setAlignment(HorizontalAlignment.CENTER);
            return this;
        }

        Style right() {
            made.setAlignment(HorizontalAlignment.RIGHT);
            made.setIndention((short) 1);
            return this;
        }

        Style wrap() {
            made.setWrapText(true);
            return this;
        }

        Style fill(String rgb) {
            made.setFillForegroundColor(color(rgb));
            made.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return this;
        }

        Style ink(String rgb) {
            font.setColor(color(rgb));
            return this;
        }

        Style italic() {
            font.setItalic(true);
            return this;
        }

        Style link() {
            font.setUnderline(XSSFFont.U_SINGLE);
            return ink("0563C1");
        }

        Style unlocked() {
            made.setLocked(false);
            return this;
        }

        Style format(String pattern) {
            made.setDataFormat(workbook.createDataFormat().getFormat(pattern));
            return this;
        }

        Style top(BorderStyle rule) {
            made.setBorderTop(rule);
            return this;
        }

        Style bottom(BorderStyle rule) {
            made.setBorderBottom(rule);
            return this;
        }

        Style left(BorderStyle rule) {
            made.setBorderLeft(rule);
            return this;
        }
    }
}
