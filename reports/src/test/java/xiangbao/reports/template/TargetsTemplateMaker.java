package xiangbao.reports.template;

import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import xiangbao.reports.template.TemplatesMaker.Look;

/** Draws the first version of {@code templates/目标任务完成情况表.xlsx}: the front page with its charts, the table, the numbers of the charts. */
final class TargetsTemplateMaker {
    static final String LIGHTS = "★已完成 ●达标、达序时 ▲滞后 ■严重滞后、未达标 ○未判定等 ◇目标未定 —不适用";
    static final String NO_LAW = "乡镇调度数，非法定统计数据";
    static final String SIGNED = "单位负责人：　　　　　　统计负责人：　　　　　　填表人：　　　　　　联系电话：　　　　　　报出日期：　　　　年　　月　　日";

    private static final String NUMBERS = "图表数据";
    private static final String[] SHAPES = {"★", "●", "▲", "■", "○", "◇", "—"};
    private static final String[] TOKENS = {"已完成", "达标", "滞后", "未达标", "未判定", "目标未定", "不适用"};
    private static final String[] COLOURS = {"2E75B6", "70AD47", "FFC000", "F1696B", "A6A6A6", "D0CECE", "EDEDED"};

    private final TemplatesMaker maker = new TemplatesMaker();

    private TargetsTemplateMaker() {}

    static byte[] bytes() throws IOException {
        TargetsTemplateMaker one = new TargetsTemplateMaker();
        one.overview();
        one.table();
        one.numbers();
        one.charts();
        one.maker.sourcesSheet();
        return one.maker.bytes();
    }

    private void overview() {
        maker.begin("总览", PrintSetup.A3_PAPERSIZE);
        maker.sheet.getPrintSetup().setFitHeight((short) 1);
        int[] widths = new int[28];
        java.util.Arrays.fill(widths, 7);
        maker.widths(widths);
        line(
                0,
                0,
                27,
                "{{综合机关}}{{报告期}}目标任务完成情况总览",
                new Look().font(TemplatesMaker.HEAD, 22).center(),
                42);
        line(1, 0, 27, "依据：{{计划}}　　{{计划年度}}　　{{数据性质}}", new Look().center(), 20);
        String[] names = {"已完成", "达标、达序时", "滞后", "严重滞后、未达标", "未判定等", "目标未定"};
        tile(0, "目标任务", "{{总数}}", "F2F2F2");
        String[] fills = {"DDEBF7", "E2EFDA", "FFF2CC", "F8CBAD", "F2F2F2", "F2F2F2"};
        for (int index = 0; index < names.length; index++) {
            tile(index + 1, SHAPES[index] + " " + names[index], "{{" + TOKENS[index] + "}}", fills[index]);
        }
        maker.height(2, 26);
        maker.height(3, 44);
        maker.height(4, 8);
        line(5, 0, 27, "各状态：{{各状态项数}}", new Look().left().wrap(), 20);
        line(6, 0, 27, "须督促的：{{滞后与未达标}}", new Look().left().wrap(), 20);
        line(7, 0, 27, "报送：{{报送情况}}", new Look().left().wrap(), 20);
        for (int row = 8; row < 42; row++) {
            maker.height(row, 16);
        }
        line(
                42,
                0,
                27,
                "图例：" + LIGHTS + "。“○未判定等”包括未判定、未到考核时点、推进中和仅供参考。",
                new Look().left().font(TemplatesMaker.BODY, 9),
                16);
        line(
                43,
                0,
                27,
                "乡镇只按项目任务和报送是否及时排列，不按粮食产量等统计数排名；每项任务的完成率超过100按100计，再求平均。{{未排名}}图上的数见工作表“图表数据”。",
                new Look().left().wrap().font(TemplatesMaker.BODY, 9),
                16);
        maker.footer(NO_LAW, LIGHTS);
        maker.printAll(27);
    }

    private void tile(int index, String name, String token, String fill) {
        int from = index * 4;
        for (int column = from; column < from + 4; column++) {
            Look look = new Look().center().fill(fill);
            maker.put(2, column, column == from ? name : "", look.font(TemplatesMaker.HEAD, 12));
            maker.put(3, column, column == from ? token : "", look.font(TemplatesMaker.HEAD, 24));
        }
        maker.sheet.addMergedRegion(new CellRangeAddress(2, 2, from, from + 3));
        maker.sheet.addMergedRegion(new CellRangeAddress(3, 3, from, from + 3));
    }

    private void line(int row, int from, int to, String text, Look look, int height) {
        maker.put(row, from, text, look);
        maker.sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
        maker.height(row, height);
    }

    private void table() {
        maker.begin("目标任务完成情况表", PrintSetup.A3_PAPERSIZE);
        maker.widths(6, 30, 11, 9, 13, 17, 10, 10, 10, 13, 16, 28, 8, 18, 30, 30);
        line(
                0,
                0,
                15,
                "{{综合机关}}{{报告期}}目标任务完成情况调度表",
                new Look().font(TemplatesMaker.HEAD, 18).center(),
                34);
        line(1, 0, 8, "依据：{{计划}}", new Look().left(), 18);
        line(1, 9, 15, "{{数据性质}}　　{{计划年度}}", new Look().right(), 18);
        targetTable(
                maker,
                2,
                List.of(
                        "序号",
                        "目标任务",
                        "依据（节）",
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
                        "核定数\n（文号）",
                        "责任单位",
                        "备注"),
                List.of(
                        "序号", "目标任务", "依据", "计量单位", "目标", "实际", "完成率", "时间进度", "偏差", "差额", "状态", "未达标", "覆盖", "核定数",
                        "责任单位", "备注"));
        maker.footer(NO_LAW, LIGHTS);
        maker.printAll(15);
    }

    /** Headings, a sample of each kind of line, lights, data bars, notes and the line to sign; the same in every workbook about targets. */
    static void targetTable(TemplatesMaker maker, int top, List<String> titles, List<String> tokens) {
        int last = titles.size() - 1;
        maker.headings(top, titles);
        maker.height(top, 34);
        int group = top + 1;
        int rows = top + 2;
        int part = top + 3;
        for (int column = 0; column <= last; column++) {
            Look heading = new Look()
                    .font(TemplatesMaker.HEAD, 10)
                    .left()
                    .fill("F2F2F2")
                    .bottom(BorderStyle.HAIR)
                    .top(BorderStyle.THIN);
            maker.put(group, column, column == 0 ? "{{领域}}　{{项数}}" : "", heading);
            String token = tokens.get(column);
            Look look = switch (token) {
                case "目标", "实际", "完成率", "时间进度", "偏差", "差额" -> new Look().right();
                case "目标任务", "未达标", "责任单位", "共同责任单位", "备注", "核定数" -> new Look().left();
                default -> new Look().center();
            };
            boolean number = List.of("完成率", "时间进度", "偏差", "差额").contains(token);
            look = (number ? look : look.wrap()).bottom(BorderStyle.HAIR);
            look = column == 0 ? look : look.leftRule();
            maker.put(rows, column, "{{" + token + "}}", look);
            Look below = look.font(TemplatesMaker.BODY, 9);
            maker.put(part, column, "{{" + token + "}}", token.equals("目标任务") ? below.indent(3) : below);
            maker.put(part + 1, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        maker.sheet.addMergedRegion(new CellRangeAddress(group, group, 0, last));
        maker.height(group, 22);
        maker.height(rows, 22);
        maker.height(part, 20);
        maker.height(part + 1, 4);
        String address = new CellRangeAddress(group, group, 0, last).formatAsString();
        maker.anchor("rpt.group", address);
        maker.anchor("rpt.rows", new CellRangeAddress(rows, rows, 0, last).formatAsString());
        maker.anchor("rpt.part", new CellRangeAddress(part, part, 0, last).formatAsString());
        int state = tokens.indexOf("状态");
        lights(maker, rows, part, state);
        bars(maker, rows, tokens.indexOf("完成率"));
        notes(
                maker,
                part + 2,
                last,
                List.of(
                        "图例：" + LIGHTS + "。“○未判定等”包括未判定、未到考核时点、推进中和仅供参考。",
                        "“未报”为未报送，“退回”为报来没有通过、未计入，“—”为不适用或无数。达标与否按未舍入的数判定，完成率、偏差、差额按舍入数印出。覆盖为已计入的单位数/应报单位数，未报齐或未全部通过审核的在备注中注明。缩进的是上一项目标的组成部分。",
                        "核定数是部门核定的法定数，另行填列，注明文号，不代替汇总数。乡镇调度数，非法定统计数据。"));
        maker.sheet.createFreezePane(2, top + 1);
        maker.sheet.setRepeatingRows(CellRangeAddress.valueOf((top + 1) + ":" + (top + 1)));
    }

    private static void notes(TemplatesMaker maker, int from, int last, List<String> notes) {
        int row = from;
        for (String note : notes) {
            maker.put(row, 0, note, new Look().left().wrap().font(TemplatesMaker.BODY, 9));
            maker.sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
            maker.height(row++, 15);
        }
        maker.put(row, 0, SIGNED, new Look().left());
        maker.sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
        maker.height(row, 26);
    }

    static void lights(TemplatesMaker maker, int from, int to, int column) {
        CellRangeAddress range = new CellRangeAddress(from, to, column, column);
        light(maker, range, "★", "DDEBF7", "1F4E79");
        light(maker, range, "●", "E2EFDA", "375623");
        light(maker, range, "▲", "FFF2CC", "7F6000");
        light(maker, range, "■", "F8CBAD", "C00000");
    }

    private static void light(TemplatesMaker maker, CellRangeAddress range, String shape, String fill, String text) {
        var formatting = maker.sheet.getSheetConditionalFormatting();
        String first = range.formatAsString().split(":")[0];
        XSSFConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule("LEFT($" + first + ",1)=\"" + shape + "\"");
        rule.createPatternFormatting().setFillBackgroundColor(TemplatesMaker.color(fill));
        rule.getPatternFormatting().setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        rule.createFontFormatting().setFontColor(TemplatesMaker.color(text));
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }

    /** 完成率 from nothing to a hundred. */
    private static void bars(TemplatesMaker maker, int row, int column) {
        var formatting = maker.sheet.getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(TemplatesMaker.color("9DC3E6"));
        var bar = rule.getDataBarFormatting();
        bar.getMinThreshold().setRangeType(RangeType.NUMBER);
        bar.getMinThreshold().setValue(0d);
        bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
        bar.getMaxThreshold().setValue(100d);
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(row, row + 1, column, column)}, rule);
    }

    private void numbers() {
        maker.begin(NUMBERS, PrintSetup.A4_PAPERSIZE);
        maker.sheet.getPrintSetup().setLandscape(false);
        maker.widths(22, 10, 12, 12, 16, 12, 12, 12, 10);
        line(
                0,
                0,
                8,
                "{{综合机关}}{{报告期}}目标任务完成情况：图表数据",
                new Look().font(TemplatesMaker.HEAD, 16).center(),
                30);
        line(1, 0, 8, "总览的图由此而来；改动这里的数，图随之变。项数不含组成部分。", new Look().left(), 18);
        block(
                3,
                "一、各领域完成情况（项）",
                List.of("领域", "★已完成", "●达标、达序时", "▲滞后", "■严重滞后、未达标", "○未判定等", "◇目标未定", "—不适用", "合计"),
                List.of("领域", "已完成", "达标", "滞后", "未达标", "未判定", "目标未定", "不适用", "总数"),
                "rpt.fields");
        block(
                8,
                "二、乡镇项目任务完成情况",
                List.of("乡镇", "名次", "任务数（项）", "已完成（项）", "平均完成率（%）", "平均偏差（百分点）"),
                List.of("乡镇", "名次", "任务数", "完成任务数", "任务完成率", "任务偏差"),
                "rpt.tasks");
        block(
                13,
                "三、乡镇报送及时情况（份）",
                List.of("乡镇", "按时", "迟报", "未报", "应报"),
                List.of("乡镇", "按时", "迟报", "未报", "应报"),
                "rpt.reporting");
        block(
                18,
                "四、本年各期走势（项）",
                List.of("报告期", "★●完成、达标、达序时", "▲滞后", "■严重滞后、未达标", "有数的目标"),
                List.of("报告期次", "达标及完成", "滞后项", "未达标项", "有数项"),
                "rpt.trend");
        maker.footer(NO_LAW, LIGHTS);
        maker.printAll(8);
    }

    private void block(int row, String title, List<String> titles, List<String> tokens, String anchor) {
        line(row, 0, 8, title, new Look().font(TemplatesMaker.HEAD, 11).left(), 22);
        maker.headings(row + 1, titles);
        maker.height(row + 1, 32);
        for (int column = 0; column < titles.size(); column++) {
            Look look = (column == 0 ? new Look().left() : new Look().right()).bottom(BorderStyle.HAIR);
            maker.put(row + 2, column, "{{" + tokens.get(column) + "}}", column == 0 ? look : look.leftRule());
            maker.put(row + 3, column, "", new Look().top(BorderStyle.MEDIUM));
        }
        maker.height(row + 2, 18);
        maker.height(row + 3, 6);
        maker.anchor(anchor, new CellRangeAddress(row + 2, row + 2, 0, titles.size() - 1).formatAsString());
    }

    private void charts() {
        XSSFSheet front = maker.workbook().getSheet("总览");
        XSSFSheet numbers = maker.workbook().getSheet(NUMBERS);
        bars(chart(front, 0, 8, 14, 25, "各领域目标任务完成情况（项）"), numbers, 5, 1, 7, COLOURS, BarDirection.BAR, true);
        bars(
                chart(front, 14, 8, 28, 25, "各乡镇项目任务平均完成率（%）"),
                numbers,
                10,
                4,
                4,
                new String[] {"2E75B6"},
                BarDirection.COL,
                false);
        bars(
                chart(front, 0, 25, 14, 42, "各乡镇报送及时情况（份）"),
                numbers,
                15,
                1,
                3,
                new String[] {"70AD47", "FFC000", "F1696B"},
                BarDirection.COL,
                true);
        lines(chart(front, 14, 25, 28, 42, "本年各期目标任务走势（项）"), numbers, 20, 1, 4, new String[] {
            "70AD47", "FFC000", "C00000", "A6A6A6"
        });
    }

    private static XSSFChart chart(XSSFSheet sheet, int left, int top, int right, int bottom, String title) {
        var drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(60000, 60000, -60000, -60000, left, top, right, bottom);
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        var text = chart.getCTChart().getTitle().getTx().getRich().getPArray(0);
        var look = text.isSetPPr() ? text.getPPr() : text.addNewPPr();
        (look.isSetDefRPr() ? look.getDefRPr() : look.addNewDefRPr()).setSz(1200);
        text.getRArray(0).getRPr().setSz(1200);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        return chart;
    }

    private static void bars(
            XSSFChart chart,
            XSSFSheet numbers,
            int row,
            int first,
            int last,
            String[] colours,
            BarDirection direction,
            boolean stacked) {
        boolean lying = direction == BarDirection.BAR;
        var categories = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        var values = values(chart, lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        if (direction == BarDirection.BAR) {
            categories.setOrientation(org.apache.poi.xddf.usermodel.chart.AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(direction);
        data.setVaryColors(false);
        data.setGapWidth(60);
        data.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        for (int column = first; column <= last; column++) {
            XDDFChartData.Series series = series(data, numbers, row, column);
            series.setFillProperties(fill(colours[column - first]));
        }
        chart.plot(data);
        var bar = chart.getCTChart().getPlotArea().getBarChartArray(0);
        for (int index = 0; index < bar.sizeOfSerArray(); index++) {
            CTDLbls labels = bar.getSerArray(index).addNewDLbls();
            var format = labels.addNewNumFmt();
            format.setFormatCode(stacked ? "0;;" : "0.0");
            format.setSourceLinked(false);
            var text = labels.addNewTxPr();
            text.addNewBodyPr();
            text.addNewP().addNewPPr().addNewDefRPr().setSz(800);
            labels.addNewShowLegendKey().setVal(false);
            labels.addNewShowVal().setVal(true);
            labels.addNewShowCatName().setVal(false);
            labels.addNewShowSerName().setVal(false);
            labels.addNewShowPercent().setVal(false);
            labels.addNewShowBubbleSize().setVal(false);
        }
        if (stacked) {
            overlap(bar);
        }
    }

    private static XDDFValueAxis values(XSSFChart chart, AxisPosition position) {
        XDDFValueAxis values = chart.createValueAxis(position);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMajorTickMark(AxisTickMark.NONE);
        values.setMinimum(0);
        values.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill("E7E6E6")));
        return values;
    }

    /** Bars of a stack stand on each other. The small schemas of POI lack the type of this element, so it is put in as plain XML before the axes. */
    private static void overlap(CTBarChart bar) {
        try (XmlCursor cursor = bar.getAxIdArray(0).newCursor()) {
            cursor.beginElement("overlap", cursor.getName().getNamespaceURI());
            cursor.insertAttributeWithValue("val", "100");
        }
    }

    private static void lines(XSSFChart chart, XSSFSheet numbers, int row, int first, int last, String[] colours) {
        var categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var values = values(chart, AxisPosition.LEFT);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        data.setVaryColors(false);
        data.setGrouping(Grouping.STANDARD);
        MarkerStyle[] markers = {MarkerStyle.CIRCLE, MarkerStyle.TRIANGLE, MarkerStyle.SQUARE, MarkerStyle.DIAMOND};
        for (int column = first; column <= last; column++) {
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) series(data, numbers, row, column);
            series.setSmooth(false);
            series.setMarkerStyle(markers[column - first]);
            XDDFLineProperties line = new XDDFLineProperties(fill(colours[column - first]));
            line.setWidth(2.25);
            XDDFShapeProperties look = new XDDFShapeProperties();
            look.setLineProperties(line);
            series.setShapeProperties(look);
        }
        chart.plot(data);
    }

    private static XDDFChartData.Series series(XDDFChartData data, XSSFSheet numbers, int row, int column) {
        XDDFChartData.Series series = data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(numbers, new CellRangeAddress(row, row, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(numbers, new CellRangeAddress(row, row, column, column)));
        series.setTitle(
                numbers.getRow(row - 1).getCell(column).getStringCellValue(),
                new org.apache.poi.ss.util.CellReference(numbers.getSheetName(), row - 1, column, true, true));
        return series;
    }

    private static XDDFSolidFillProperties fill(String rgb) {
        return new XDDFSolidFillProperties(
                XDDFColor.from(java.util.HexFormat.of().parseHex(rgb)));
    }
}
