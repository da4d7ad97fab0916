package xiangbao.reports.template;

import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import xiangbao.reports.template.TemplatesMaker.Look;

/** Draws the first versions of {@code templates/责任单位.xlsx} and {@code templates/乡镇情况.xlsx}. */
final class UnitTemplatesMaker {
    /** The pages to sign have columns of one width, over which the tables of all forms are laid. */
    private static final int GRID = 24;

    /** In 256ths of a digit: all of them fit on A4 in whatever font takes the place of a missing one. */
    private static final int GRID_WIDTH = 940;

    private final TemplatesMaker maker = new TemplatesMaker();

    private UnitTemplatesMaker() {}

    static byte[] department() throws IOException {
        UnitTemplatesMaker one = new UnitTemplatesMaker();
        one.departmentTargets();
        one.reporting();
        one.open();
        one.signed();
        one.maker.sourcesSheet();
        return one.maker.bytes();
    }

    static byte[] township() throws IOException {
        UnitTemplatesMaker one = new UnitTemplatesMaker();
        one.reporting();
        one.figures();
        one.townshipTargets();
        one.open();
        one.signed();
        one.maker.sourcesSheet();
        return one.maker.bytes();
    }

    private void title(String text, int last) {
        maker.put(0, 0, text, new Look().font(TemplatesMaker.HEAD, 16).center());
        maker.sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        maker.height(0, 32);
    }

    private void line(int row, int last, String text, Look look, int height) {
        maker.put(row, 0, text, look);
        maker.sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
        maker.height(row, height);
    }

    private void departmentTargets() {
        maker.begin("目标任务", PrintSetup.A4_PAPERSIZE);
        maker.widths(5, 26, 8, 11, 16, 8, 8, 9, 11, 14, 20, 7, 21, 21);
        title("{{单位}}{{报告期}}目标任务完成情况", 13);
        line(1, 13, "{{小结}}　　{{数据性质}}", new Look().left().wrap(), 30);
        TargetsTemplateMaker.targetTable(
                maker,
                2,
                List.of(
                        "序号",
                        "目标任务",
                        "计量单位",
                        "目标",
                        "实际",
                        "完成率\n（%）",
                        "时间进度\n（%）",
                        "偏差\n（百分点）",
                        "差额\n（实际−目标）",
                        "状态",
                        "未达标单位",
                        "覆盖",
                        "共同责任单位",
                        "备注"),
                List.of(
                        "序号", "目标任务", "计量单位", "目标", "实际", "完成率", "时间进度", "偏差", "差额", "状态", "未达标", "覆盖", "共同责任单位",
                        "备注"));
        maker.footer(TargetsTemplateMaker.NO_LAW, TargetsTemplateMaker.LIGHTS);
        maker.printAll(13);
    }

    private void reporting() {
        maker.begin("报送情况", PrintSetup.A4_PAPERSIZE);
        maker.widths(5, 9, 32, 15, 16, 22, 8, 10, 9, 15, 32);
        title("{{单位}}{{报告期}}报送情况", 10);
        line(1, 10, "{{小结}}", new Look().left().wrap(), 20);
        table(
                2,
                List.of("序号", "表号", "报表", "报告期", "报送期限", "首次收到", "及时", "最近一次", "审核", "计入汇总", "文件"),
                List.of("序号", "表号", "报表", "报告期次", "报送期限", "首次收到", "及时", "次数", "审核", "计入汇总", "文件"),
                List.of(2, 10),
                List.of());
        maker.anchor("rpt.rows", "A4:K4");
        word(3, 3, 6, "迟报", "FFF2CC", "7F6000");
        word(3, 3, 6, "未报", "F8CBAD", "C00000");
        word(3, 3, 8, "退回", "F8CBAD", "C00000");
        word(3, 3, 8, "待核实", "FFF2CC", "7F6000");
        foot(5, 10, List.of("“计入汇总”是全县汇总所用的那一次；最近一次被退回的，仍用以前合格的一次。", "“—”为没有或不适用。乡镇调度数，非法定统计数据。"));
        maker.footer(TargetsTemplateMaker.NO_LAW, "按时：首次收到不晚于报送期限");
        maker.printAll(10);
    }

    private void figures() {
        maker.begin("指标数据", PrintSetup.A4_PAPERSIZE);
        maker.sheet.getPrintSetup().setLandscape(false);
        maker.widths(9, 34, 10, 14, 14, 10, 15, 9, 15, 10);
        title("{{单位}}{{报告期}}指标数据", 9);
        line(1, 9, "{{数据性质}}", new Look().right(), 18);
        maker.headings(2, List.of("代码", "指标", "计量单位", "本期数", "上年同期", "同比±", "全县", "占全县\n（%）", "全县\n上年同期", "全县\n同比±"));
        maker.height(2, 32);
        List<String> tokens = List.of("代码", "指标", "计量单位", "本期数", "上年同期", "同比", "全县", "占全县", "全县上年同期", "全县同比");
        for (int column = 0; column < 10; column++) {
            maker.put(
                    3,
                    column,
                    column == 0 ? "{{表头}}" : "",
                    new Look()
                            .font(TemplatesMaker.HEAD, 10)
                            .left()
                            .fill("F2F2F2")
                            .top(BorderStyle.THIN)
                            .bottom(BorderStyle.HAIR));
            Look look = column == 0 || column == 2
                    ? new Look().center()
                    : column == 1 ? new Look().left().wrap() : new Look().right();
            look = look.bottom(BorderStyle.HAIR);
            maker.put(4, column, "{{" + tokens.get(column) + "}}", column == 0 ? look : look.leftRule());
            maker.put(5, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        maker.sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, 9));
        maker.height(3, 20);
        maker.height(4, 16);
        maker.height(5, 4);
        maker.anchor("rpt.group", "A4:J4");
        maker.anchor("rpt.rows", "A5:J5");
        foot(
                6,
                9,
                List.of(
                        "“同比±”为增减百分比；指标本身是百分数的，为增减百分点。上年同期缺数或口径不同的为“不可比”。",
                        "“未报”为未报送，“退回”为报来没有通过、未计入，“—”为不适用，“0”为实报为零。因四舍五入，分项与合计可能不等。乡镇调度数，非法定统计数据。"));
        maker.sheet.createFreezePane(2, 3);
        maker.sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        maker.footer(TargetsTemplateMaker.NO_LAW, "“未报”为未报送　“退回”为报来没有通过　“—”为不适用　“0”为实报为零");
        maker.printAll(9);
    }

    private void townshipTargets() {
        maker.begin("目标任务", PrintSetup.A4_PAPERSIZE);
        maker.widths(5, 30, 9, 13, 14, 9, 9, 15, 13, 15, 15, 28);
        title("{{单位}}{{报告期}}目标任务情况", 11);
        line(1, 11, "逐乡镇判定的目标任务。　　{{数据性质}}", new Look().left(), 18);
        table(
                2,
                List.of(
                        "序号",
                        "目标任务",
                        "计量单位",
                        "本单位\n目标",
                        "本单位\n实际",
                        "完成率\n（%）",
                        "偏差\n（百分点）",
                        "本单位\n状态",
                        "全县\n目标",
                        "全县\n实际",
                        "全县\n状态",
                        "备注"),
                List.of("序号", "目标任务", "计量单位", "目标", "实际", "完成率", "偏差", "状态", "全县目标", "全县实际", "全县状态", "备注"),
                List.of(1, 11),
                List.of(3, 4, 5, 6, 8, 9));
        maker.height(2, 32);
        maker.anchor("rpt.rows", "A4:L4");
        for (int column : new int[] {7, 10}) {
            TargetsTemplateMaker.lights(maker, 3, 3, column);
        }
        foot(5, 11, List.of("图例：" + TargetsTemplateMaker.LIGHTS + "。乡镇调度数，非法定统计数据。"));
        maker.footer(TargetsTemplateMaker.NO_LAW, TargetsTemplateMaker.LIGHTS);
        maker.printAll(11);
    }

    private void open() {
        maker.begin("待处理问题", PrintSetup.A4_PAPERSIZE);
        maker.widths(5, 9, 10, 24, 38, 16, 13, 16, 12, 30);
        title("{{单位}}{{报告期}}待处理问题", 9);
        line(1, 9, "{{小结}}", new Look().left().wrap(), 20);
        List<String> tokens = List.of(
                "{{序号}}",
                "{{性质}}",
                "{{关系}}",
                "{{报表}}{{次数}}",
                "{{问题}}",
                "{{位置}}",
                "{{填报数}}",
                "{{参考}}",
                "{{相差}}",
                "{{怎么改}}");
        maker.headings(2, List.of("序号", "性质", "关系", "报表", "问题", "位置", "填报数", "应为/参考", "相差", "怎么改"));
        for (int row = 3; row <= 4; row++) {
            for (int column = 0; column < 10; column++) {
                Look look = column >= 3 && column <= 5 || column == 9
                        ? new Look().left()
                        : column >= 6 ? new Look().right() : new Look().center();
                look = look.wrap().bottom(BorderStyle.HAIR);
                maker.put(row, column, tokens.get(column), column == 0 ? look : look.leftRule());
                maker.put(5, column, "", new Look().top(BorderStyle.MEDIUM));
            }
        }
        maker.height(5, 4);
        word(3, 4, 1, "强制性", "F8CBAD", "C00000");
        word(3, 4, 1, "核实性", "FFF2CC", "7F6000");
        maker.anchor("rpt.mandatory", "A4:J4");
        maker.anchor("rpt.query", "A5:J5");
        maker.sheet.createFreezePane(0, 3);
        maker.sheet.setRepeatingRows(CellRangeAddress.valueOf("3:3"));
        foot(6, 9, List.of("强制性的必须改正；核实性的改正或写明原因。提示性的不在这里。"));
        maker.footer(TargetsTemplateMaker.NO_LAW, "强制性：必须改正　核实性：改正或说明");
        maker.printAll(9);
    }

    private void signed() {
        maker.begin("签字盖章页", PrintSetup.A4_PAPERSIZE);
        maker.sheet.setFitToPage(false);
        maker.sheet.setAutobreaks(false);
        maker.sheet.getPrintSetup().setLandscape(false);
        maker.sheet.getPrintSetup().setScale((short) 92);
        for (int column = 0; column < GRID; column++) {
            maker.sheet.setColumnWidth(column, GRID_WIDTH);
        }
        int last = GRID - 1;
        line(0, last, "{{单位}}{{表名}}", new Look().font(TemplatesMaker.HEAD, 16).center(), 32);
        line(1, last, "表号：{{表号}}　　制定机关：{{制定机关}}", new Look().right(), 16);
        line(2, last, "填报单位：{{单位}}（{{单位代码}}）　　报告期：{{报告期次}}　　{{次数}}　　审核：{{审核}}", new Look().left(), 20);
        for (int column = 0; column < GRID; column++) {
            maker.put(
                    3,
                    column,
                    "",
                    boxed(new Look().font(TemplatesMaker.HEAD, 10).center().wrap()));
            Look look = column == 0
                    ? new Look().left().wrap()
                    : column == last ? new Look().right() : new Look().center().wrap();
            maker.put(4, column, "", boxed(look));
        }
        maker.height(3, 20);
        maker.height(4, 16);
        maker.height(5, 6);
        maker.put(5, 0, "", new Look());
        line(6, last, "{{附注}}　　第{{页次}}页，共{{页数}}页", new Look().left().font(TemplatesMaker.BODY, 9), 16);
        line(7, last, "数据摘要（SHA-256）：{{摘要}}", new Look().left().font(TemplatesMaker.BODY, 9), 16);
        line(8, last, "以上数据已经本单位核对，与统计台账和原始记录一致。", new Look().left(), 20);
        line(9, last, "单位负责人（签字）：　　　　　　　统计负责人（签字）：　　　　　　　填表人（签字）：", new Look().left(), 34);
        line(10, last, "填报日期：　　　　年　　月　　日　　　　　　　　　　　　　　　　（单位盖章处）", new Look().left(), 64);
        String[] anchors = {
            "title", "marks", "about", "heading", "rows", "space", "note", "digest", "claim", "sign", "stamp"
        };
        for (int row = 0; row < anchors.length; row++) {
            maker.anchor("rpt." + anchors[row], new CellRangeAddress(row, row, 0, last).formatAsString());
        }
        maker.footer(TargetsTemplateMaker.NO_LAW, "");
    }

    private static Look boxed(Look look) {
        return look.top(BorderStyle.THIN).bottom(BorderStyle.THIN).leftRule().rightRule();
    }

    private void table(int row, List<String> titles, List<String> tokens, List<Integer> texts, List<Integer> numbers) {
        maker.headings(row, titles);
        for (int column = 0; column < titles.size(); column++) {
            Look look = (texts.contains(column)
                            ? new Look().left()
                            : numbers.contains(column) ? new Look().right() : new Look().center())
                    .wrap()
                    .bottom(BorderStyle.HAIR);
            maker.put(row + 1, column, "{{" + tokens.get(column) + "}}", column == 0 ? look : look.leftRule());
            maker.put(row + 2, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        maker.height(row + 1, 20);
        maker.height(row + 2, 4);
        maker.sheet.createFreezePane(0, row + 1);
        maker.sheet.setRepeatingRows(CellRangeAddress.valueOf((row + 1) + ":" + (row + 1)));
    }

    private void foot(int row, int last, List<String> notes) {
        for (int index = 0; index < notes.size(); index++) {
            line(row + index, last, notes.get(index), new Look().left().font(TemplatesMaker.BODY, 9), 15);
        }
    }

    private void word(int from, int to, int column, String word, String fill, String text) {
        var formatting = maker.sheet.getSheetConditionalFormatting();
        CellRangeAddress range = new CellRangeAddress(from, to, column, column);
        String first = range.formatAsString().split(":")[0];
        XSSFConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule("$" + first + "=\"" + word + "\"");
        rule.createPatternFormatting().setFillBackgroundColor(TemplatesMaker.color(fill));
        rule.getPatternFormatting().setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        rule.createFontFormatting().setFontColor(TemplatesMaker.color(text));
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }
}
