package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** Three towns, a subdistrict and two departments, with one form of each kind. */
public final class SmallCounty {
    public static final ReportingUnit COUNTY = unit("430626", "平江县", UnitKind.COUNTY, "0");
    public static final ReportingUnit TIANYUE = unit("430626001", "天岳街道", UnitKind.SUBDISTRICT, "10");
    public static final ReportingUnit ANDING = unit("430626101", "安定镇", UnitKind.TOWN, "20");
    public static final ReportingUnit JIAYI = unit("430626105", "加义镇", UnitKind.TOWN, "30");
    public static final ReportingUnit WUSHI = unit("430626111", "伍市镇", UnitKind.TOWN, "40");
    public static final ReportingUnit STATISTICS = unit("430626-TJ", "县统计局", UnitKind.DEPARTMENT, "0");
    public static final ReportingUnit TRANSPORT = unit("430626-JT", "县交通运输局", UnitKind.DEPARTMENT, "0");
    public static final Units UNITS = new Units(List.of(COUNTY, TIANYUE, ANDING, JIAYI, WUSHI, STATISTICS, TRANSPORT));
    public static final List<ReportingUnit> TOWNSHIPS = List.of(TIANYUE, ANDING, JIAYI, WUSHI);

    public static final FormCode TOILETS = new FormCode("平31-1");
    public static final FormCode GRAIN = new FormCode("平11-1");
    public static final FormCode WASTE = new FormCode("平32-1");
    public static final FormCode BLOCKS = new FormCode("平13-2");
    public static final FormCode ROADS = new FormCode("平21-1");
    public static final FormCode INCOME = new FormCode("平41-2");
    public static final FormCode TASKS = new FormCode("平91-1");

    public static final ReferencePeriod Q3 = ReferencePeriod.of("2026-Q3");

    private SmallCounty() {}

    public static List<FormRules> forms() {
        Form toilets = matrix(
                TOILETS,
                Frequency.QUARTER,
                UnitSelector.TOWNSHIPS,
                List.of(column("1", "本期数")),
                List.of(
                        row("04", "应统计户", "户", 0, OverTime.LAST),
                        row("05", "卫生厕所户", "户", 0, OverTime.LAST),
                        new Row(
                                "16",
                                "小镇节点",
                                0,
                                List.of(),
                                new Measure("个", 0, null, null),
                                Set.of(),
                                Due.ALWAYS,
                                true,
                                false,
                                UnitSelector.of(WUSHI.code(), JIAYI.code()))));
        Form grain = matrix(
                GRAIN,
                Frequency.QUARTER,
                UnitSelector.TOWNSHIPS,
                List.of(
                        column("1", "播种面积"),
                        new Column(
                                "2",
                                "单产",
                                "",
                                List.of(),
                                ColumnKind.NUMBER,
                                new Measure("公斤/亩", 1, OverUnits.NONE, OverTime.NONE),
                                List.of(),
                                true,
                                false),
                        column("3", "总产量")),
                List.of(
                        row("06", "早稻", null, 0, OverTime.LAST),
                        new Row(
                                "11",
                                "双季晚稻",
                                0,
                                List.of(),
                                new Measure(null, 0, null, OverTime.LAST),
                                Set.of(),
                                new Due(Set.of(3, 4), Map.of(3, Set.of("2", "3"))),
                                true,
                                false,
                                null)));
        Form waste = matrix(
                WASTE,
                Frequency.MONTH,
                UnitSelector.TOWNSHIPS,
                List.of(column("1", "本月数")),
                List.of(row("05", "转运量", "吨", 1, OverTime.SUM), row("01", "行政村", "个", 0, OverTime.LAST)));
        Form blocks = ledger(
                BLOCKS,
                UnitSelector.TOWNSHIPS,
                List.of(
                        kind("01", "编号", ColumnKind.KEY, Measure.INHERITED),
                        kind("04", "面积", ColumnKind.NUMBER, new Measure("亩", 0, OverUnits.SUM, OverTime.LAST)),
                        kind("05", "测产", ColumnKind.NUMBER, new Measure("公斤/亩", 1, OverUnits.NONE, OverTime.NONE))));
        Form roads = ledger(
                ROADS,
                UnitSelector.of(STATISTICS.code()),
                List.of(
                        kind("01", "乡镇", ColumnKind.UNIT, Measure.INHERITED),
                        kind("02", "里程", ColumnKind.NUMBER, new Measure("公里", 3, OverUnits.SUM, OverTime.LAST))));
        Form income = matrix(
                INCOME,
                Frequency.QUARTER,
                UnitSelector.of(STATISTICS.code()),
                List.of(column("1", "增速")),
                List.of(rate("01", "本县农村"), rate("02", "全国农村"), rate("03", "本县GDP")));
        Form tasks = new Form(
                TASKS,
                TASKS.text(),
                Frequency.MONTH,
                Layout.LEDGER,
                UnitSelector.of(STATISTICS.code(), TRANSPORT.code()),
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(
                        kind("01", "任务编号", ColumnKind.TEXT, Measure.INHERITED),
                        kind("02", "节点编号", ColumnKind.KEY, Measure.INHERITED),
                        kind("03", "节点名称", ColumnKind.TEXT, Measure.INHERITED),
                        kind("04", "计划完成日期", ColumnKind.DAY, Measure.INHERITED),
                        kind("05", "状态", ColumnKind.TEXT, Measure.INHERITED)),
                List.of(),
                List.of());
        return List.of(
                rules(
                        toilets,
                        derived(TOILETS, "普及率", "100 * [05] / [04]", "%", 2),
                        derived(TOILETS, "每村户数", "[04] / unit(行政村数)", "户", 1)),
                rules(
                        grain,
                        derived(GRAIN, "06.2", "1000 * [.3] / [.1]", "公斤/亩", 1),
                        derived(GRAIN, "11.2", "1000 * [.3] / [.1]", "公斤/亩", 1)),
                rules(waste),
                rules(blocks, derived(BLOCKS, "片数", "distinct([01])", "个", 0)),
                rules(roads),
                rules(income),
                rules(tasks));
    }

    public static RollUp rollUp(Basis basis) {
        return RollUp.of(forms(), UNITS, basis);
    }

    /** {@code of(TOILETS, WUSHI, "2026-Q3", "04.1=100", "05.1=99")}; a value of ? is missing, one that ends with ~ a forecast, — is not applicable. */
    public static Submission of(FormCode form, ReportingUnit unit, String period, String... values) {
        List<Observation> observations = new ArrayList<>();
        for (int place = 0; place < values.length; place++) {
            int sign = values[place].indexOf('=');
            observations.add(observation(
                    new IndicatorCode(form, values[place].substring(0, sign)),
                    "",
                    unit,
                    values[place].substring(sign + 1),
                    place));
        }
        return new Submission(
                new SubmissionKey(form, unit.code(), ReferencePeriod.of(period)),
                1,
                unit.name() + "/" + form + ".xlsx",
                "sha-" + unit.code(),
                "表",
                observations);
    }

    /** One line of {@link #BLOCKS}: key, area. */
    public static List<Observation> block(ReportingUnit unit, String key, String area) {
        return List.of(
                new Observation(
                        new IndicatorCode(BLOCKS, "01"),
                        key,
                        unit.code(),
                        ObservationStatus.REPORTED,
                        null,
                        key,
                        key,
                        new CellReference("表", 5, 0)),
                observation(new IndicatorCode(BLOCKS, "04"), key, unit, area, 6));
    }

    /** One line of {@link #TASKS}: the task is what stands before the dash of the node's code. */
    public static List<Observation> node(ReportingUnit unit, String code, String title, String due, String state) {
        List<Observation> cells = new ArrayList<>();
        String[] texts = {code.substring(0, code.indexOf('-')), code, title, due, state};
        for (int column = 0; column < texts.length; column++) {
            cells.add(new Observation(
                    new IndicatorCode(TASKS, "0" + (column + 1)),
                    code,
                    unit.code(),
                    ObservationStatus.REPORTED,
                    null,
                    texts[column],
                    texts[column],
                    new CellReference("表", 5, column)));
        }
        return cells;
    }

    /** One line of {@link #ROADS} about a township. */
    public static List<Observation> road(ReportingUnit subject, String length) {
        return List.of(observation(new IndicatorCode(ROADS, "02"), subject.name(), subject, length, 6));
    }

    @SafeVarargs
    public static Submission ledger(FormCode form, ReportingUnit unit, String period, List<Observation>... lines) {
        List<Observation> observations = new ArrayList<>();
        for (List<Observation> line : lines) {
            observations.addAll(line);
        }
        return new Submission(
                new SubmissionKey(form, unit.code(), ReferencePeriod.of(period)),
                1,
                unit.name() + "/" + form + ".xlsx",
                "sha-" + unit.code(),
                "表",
                observations);
    }

    private static Observation observation(
            IndicatorCode code, String line, ReportingUnit subject, String value, int row) {
        CellReference cell = new CellReference("表", row, 5);
        if (value.equals("?") || value.equals("—")) {
            return new Observation(
                    code,
                    line,
                    subject.code(),
                    value.equals("?") ? ObservationStatus.MISSING : ObservationStatus.NOT_APPLICABLE,
                    null,
                    null,
                    "",
                    cell);
        }
        boolean forecast = value.endsWith("~");
        String number = forecast ? value.substring(0, value.length() - 1) : value;
        return new Observation(
                code,
                line,
                subject.code(),
                forecast ? ObservationStatus.FORECAST : ObservationStatus.REPORTED,
                new BigDecimal(number),
                null,
                number,
                cell);
    }

    private static ReportingUnit unit(String code, String name, UnitKind kind, String villages) {
        return new ReportingUnit(
                new UnitCode(code),
                null,
                name,
                kind,
                null,
                List.of(),
                Validity.ALWAYS,
                Map.of("行政村数", new BigDecimal(villages)));
    }

    private static Form matrix(
            FormCode code, Frequency frequency, UnitSelector owedBy, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                code.text(),
                frequency,
                Layout.MATRIX,
                owedBy,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Form ledger(FormCode code, UnitSelector owedBy, List<Column> columns) {
        return new Form(
                code,
                code.text(),
                Frequency.QUARTER,
                Layout.LEDGER,
                owedBy,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                List.of(),
                List.of());
    }

    private static Column column(String code, String title) {
        return kind(code, title, ColumnKind.NUMBER, Measure.INHERITED);
    }

    private static Column kind(String code, String title, ColumnKind kind, Measure measure) {
        return new Column(code, title, "", List.of(), kind, measure, List.of(), true, false);
    }

    private static Row row(String code, String title, @Nullable String unit, int decimals, OverTime overTime) {
        return new Row(
                code,
                title,
                0,
                List.of(),
                new Measure(unit, decimals, null, overTime),
                Set.of(),
                Due.ALWAYS,
                true,
                false,
                null);
    }

    private static Row rate(String code, String title) {
        return new Row(
                code,
                title,
                0,
                List.of(),
                new Measure("%", 1, OverUnits.NONE, OverTime.LAST),
                Set.of(),
                Due.ALWAYS,
                true,
                true,
                null);
    }

    private static FormRules rules(Form form, DerivedIndicator... derived) {
        return new FormRules(form, true, List.of(), List.of(derived));
    }

    private static DerivedIndicator derived(FormCode form, String item, String formula, String unit, int decimals) {
        return new DerivedIndicator(
                new Indicator(new IndicatorCode(form, item), item, unit, decimals, OverUnits.NONE, OverTime.LAST),
                Formula.of(formula));
    }
}
