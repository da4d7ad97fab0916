package xiangbao.reports.county;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.WorkCalendar;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Verdict;
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
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.plan.AssessmentScope;
import xiangbao.statistics.plan.Goal;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Pacing;
import xiangbao.statistics.plan.Passage;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TargetMeasure;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.progress.Attainment;
import xiangbao.statistics.progress.Counterparts;
import xiangbao.statistics.progress.Grounds;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.TrendPoint;
import xiangbao.statistics.progress.UnitProgress;
import xiangbao.statistics.progress.UnitStandings;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.screening.Screening;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/**
 * A county of 25 invented townships with a narrow and a wide form, made by hand and not by the rules that compute real ones: 甲04乡 has sent nothing, 甲05乡
 * waits for an explanation, 甲06乡 is not concerned by the second figure.
 */
public final class SampleCounty {
    public static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final LegalMarks MARKS = new LegalMarks("县统计局", "（样表，未经批准备案，不具法定效力）", "", null);

    public static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleCounty() {}

    public static CountyResult result() {
        return result("乡报样县");
    }

    public static CountyResult result(String countyName) {
        List<ReportingUnit> units = units(countyName);
        Form narrow = form(
                "样31-1",
                "农村卫生厕所情况",
                List.of(column("1", "本期数")),
                List.of(row("02", "农村总户数", "户", 0), row("04", "应统计户", "户", 0), row("05", "卫生厕所户", "户", 0)));
        List<Row> crops = new ArrayList<>();
        String[] names = {"全年粮食作物合计", "春夏收粮食", "早稻", "秋收粮食", "中稻及一季晚稻", "双季晚稻", "玉米", "大豆", "甘薯（折粮）"};
        for (int index = 0; index < names.length; index++) {
            crops.add(row(String.format("%02d", index + 1), names[index], null, null));
        }
        Form wide = form(
                "样11-1",
                "乡镇粮食作物播种面积和产量",
                List.of(
                        measured("1", "播种面积", "亩", 0),
                        measured("2", "单位面积产量", "公斤/亩", 1),
                        measured("3", "总产量", "吨", 1)),
                crops);
        Map<FormCode, FormRules> forms = new LinkedHashMap<>();
        forms.put(narrow.code(), new FormRules(narrow, true, List.of(), ratio(narrow.code())));
        forms.put(wide.code(), new FormRules(wide, true, List.of(), List.of()));
        Form ledger = ledger();
        forms.put(ledger.code(), new FormRules(ledger, true, List.of(), List.of()));
        ReportingUnit department = department();
        List<ReportingUnit> register = new ArrayList<>(units);
        register.add(department);
        List<Target> targets = targets();
        Definitions definitions = new Definitions(
                new Units(register),
                forms,
                new Plan("构筑好兴城乡强区域的格局实施方案", 2026, targets),
                new WorkCalendar(Set.of(), Set.of()),
                "sha256:0");
        Coverage coverage = coverage(units.subList(1, units.size()));
        List<Source> sources = new ArrayList<>();
        for (ReportingUnit unit : coverage.accepted()) {
            sources.add(new Source(
                    new SubmissionKey(narrow.code(), unit.code(), PERIOD),
                    1,
                    Outcome.ACCEPTED,
                    unit.name() + "/2026年三季度报表.xlsx",
                    "厕所",
                    SHA,
                    LocalDateTime.parse("2026-10-09T16:20")));
        }
        List<FormSummary> summaries = List.of(
                summary(narrow, indicators(narrow), units, coverage),
                summary(wide, wide.indicators(), units, coverage));
        SampleReportings sent = SampleReportings.of(summaries, ledger, department);
        return new CountyResult(
                definitions,
                PERIOD,
                xiangbao.statistics.publication.Vintage.PRELIMINARY,
                summaries,
                progress(targets, coverage),
                sources,
                sent.counted(),
                sent.reportings(),
                new Screening(List.of(), List.of(), List.of()),
                Map.of(SHA, "archive/" + SHA.substring(0, 2) + "/" + SHA + ".xlsx"));
    }

    /** The same, where the first of its forms chooses what its 汇总表 shows. */
    public static CountyResult chosen(CountyResult result, SummaryChoice choice) {
        Definitions definitions = result.definitions();
        Map<FormCode, FormRules> forms = new LinkedHashMap<>(definitions.forms());
        FormCode first = result.summaries().get(0).form().code();
        forms.computeIfPresent(
                first,
                (code, rules) -> new FormRules(
                        rules.form(),
                        true,
                        rules.relations(),
                        rules.derived(),
                        rules.suspicions(),
                        choice,
                        rules.screens(),
                        rules.cells()));
        return new CountyResult(
                new Definitions(
                        definitions.units(), forms, definitions.plan(), definitions.calendar(), definitions.digest()),
                result.period(),
                result.vintage(),
                result.summaries(),
                result.progress(),
                result.sources(),
                result.counted(),
                result.reportings(),
                result.screening(),
                result.originals());
    }

    /** The same with half a household more in every figure of the first indicator that is reported and not zero. */
    public static CountyResult withHalves() {
        CountyResult whole = result();
        FormSummary first = whole.summaries().get(0);
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal added = BigDecimal.ZERO;
        List<FormSummary.Line> lines = new ArrayList<>();
        for (FormSummary.Line line : first.lines().subList(1, first.lines().size())) {
            List<FormSummary.Entry> entries = new ArrayList<>(line.entries());
            Figure figure = entries.get(0).figure();
            BigDecimal value = figure.value();
            if (value != null && value.signum() != 0) {
                added = added.add(half);
                entries.set(0, entry(figure.indicator(), line.unit(), value.add(half), figure.status(), false));
            }
            lines.add(new FormSummary.Line(line.unit(), entries));
        }
        FormSummary.Line county = first.lines().get(0);
        List<FormSummary.Entry> entries = new ArrayList<>(county.entries());
        Figure total = entries.get(0).figure();
        BigDecimal sum = Objects.requireNonNull(total.value());
        entries.set(0, entry(total.indicator(), county.unit(), sum.add(added), total.status(), true));
        lines.add(0, new FormSummary.Line(county.unit(), entries));
        FormSummary halves = new FormSummary(
                first.form(),
                first.period(),
                first.columns(),
                lines,
                first.coverage(),
                first.provisional(),
                first.footnotes());
        return new CountyResult(
                whole.definitions(),
                whole.period(),
                whole.vintage(),
                List.of(halves),
                List.of(),
                whole.sources(),
                whole.counted(),
                whole.reportings(),
                whole.screening(),
                whole.originals());
    }

    private static ReportingUnit department() {
        return new ReportingUnit(
                new UnitCode("990000-NY"),
                null,
                "县农业农村局",
                UnitKind.DEPARTMENT,
                null,
                List.of("农业农村局"),
                Validity.ALWAYS,
                Map.of());
    }

    private static Form ledger() {
        return new Form(
                new FormCode("样22-1"),
                "农村公路项目进度",
                Frequency.QUARTER,
                Layout.LEDGER,
                UnitSelector.of(new UnitCode("990000-NY")),
                10,
                MARKS,
                Validity.ALWAYS,
                List.of(
                        kind("01", "项目编号", ColumnKind.KEY),
                        kind("02", "项目名称", ColumnKind.TEXT),
                        kind("03", "建设状态", ColumnKind.CHOICE),
                        measured("04", "计划里程", "公里", 3),
                        measured("05", "累计完成", "公里", 3),
                        measured("06", "计划投资", "万元", 2),
                        measured("07", "累计完成投资", "万元", 2),
                        kind("08", "开工日期", ColumnKind.DAY),
                        kind("09", "备注", ColumnKind.TEXT)),
                List.of(),
                List.of());
    }

    private static Column kind(String code, String title, ColumnKind kind) {
        return new Column(code, title, "", List.of(), kind, Measure.INHERITED, List.of(), true, false);
    }

    private static List<DerivedIndicator> ratio(FormCode form) {
        return List.of(new DerivedIndicator(rate(form), xiangbao.statistics.formula.Formula.of("100 * [05] / [04]")));
    }

    private static Indicator rate(FormCode form) {
        return new Indicator(new IndicatorCode(form, "普及率"), "普及率", "%", 2, OverUnits.NONE, OverTime.NONE);
    }

    private static List<Indicator> indicators(Form form) {
        List<Indicator> indicators = new ArrayList<>(form.indicators());
        indicators.add(rate(form.code()));
        return indicators;
    }

    private static List<ReportingUnit> units(String countyName) {
        List<ReportingUnit> units = new ArrayList<>();
        units.add(unit("990000", countyName, UnitKind.COUNTY));
        for (int number = 1; number <= 25; number++) {
            units.add(unit(
                    "99" + String.format("%07d", number),
                    "甲" + String.format("%02d", number) + (number % 2 == 0 ? "乡" : "镇"),
                    number % 2 == 0 ? UnitKind.TOWNSHIP : UnitKind.TOWN));
        }
        return units;
    }

    private static ReportingUnit unit(String code, String name, UnitKind kind) {
        return new ReportingUnit(new UnitCode(code), null, name, kind, null, List.of(), Validity.ALWAYS, Map.of());
    }

    private static Coverage coverage(List<ReportingUnit> townships) {
        List<ReportingUnit> accepted = new ArrayList<>(townships);
        ReportingUnit missing = accepted.remove(3);
        ReportingUnit pending = accepted.remove(3);
        return new Coverage(
                townships, accepted, List.of(pending), List.of(), List.of(), List.of(missing), List.of(), null);
    }

    private static FormSummary summary(
            Form form, List<Indicator> columns, List<ReportingUnit> units, Coverage coverage) {
        List<FormSummary.Line> lines = new ArrayList<>();
        BigDecimal[] sums = new BigDecimal[columns.size()];
        java.util.Arrays.fill(sums, BigDecimal.ZERO);
        for (int number = 1; number < units.size(); number++) {
            List<FormSummary.Entry> entries = new ArrayList<>();
            for (int index = 0; index < columns.size(); index++) {
                Indicator indicator = columns.get(index);
                BigDecimal value = new BigDecimal(1000 + 37L * number + 101L * index)
                        .movePointLeft(indicator.decimals())
                        .multiply(BigDecimal.valueOf(indicator.decimals() == 0 ? 10 : 1));
                FigureStatus status = FigureStatus.FINAL;
                if (coverage.missing().contains(units.get(number))) {
                    status = FigureStatus.MISSING;
                } else if (number == 6 && index == 1) {
                    status = FigureStatus.NOT_APPLICABLE;
                } else if (number == 7 && index == 0) {
                    value = BigDecimal.ZERO;
                }
                if (status.hasValue()) {
                    sums[index] = sums[index].add(value);
                }
                entries.add(entry(indicator, units.get(number), status.hasValue() ? value : null, status, false));
            }
            lines.add(new FormSummary.Line(units.get(number), entries));
        }
        List<FormSummary.Entry> county = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            BigDecimal value = sums[index];
            if (columns.get(index).code().item().equals("普及率")) {
                value = sums[2].multiply(BigDecimal.valueOf(100)).divide(sums[1], MathContext.DECIMAL128);
            }
            county.add(entry(columns.get(index), units.get(0), value, FigureStatus.PROVISIONAL, true));
        }
        lines.add(0, new FormSummary.Line(units.get(0), county));
        return new FormSummary(
                form,
                PERIOD,
                columns,
                lines,
                coverage,
                true,
                List.of("未报：甲04乡（占上年同期农村总户数4.0%）。待核实：甲05镇。", "“（预计）”为尚未收获的预计数，待实产后替换。"));
    }

    private static FormSummary.Entry entry(
            Indicator indicator,
            ReportingUnit unit,
            @Nullable BigDecimal value,
            FigureStatus status,
            boolean compared) {
        Figure figure = new Figure(
                indicator,
                unit.code(),
                PERIOD,
                value,
                status,
                indicator.code().item().equals("05.3"),
                List.of(),
                Coverage.NONE);
        if (compared && indicator.code().toString().equals("样31-1:05.1")) {
            return new FormSummary.Entry(
                    figure,
                    value,
                    new BigDecimal("-1.25"),
                    "%",
                    new BigDecimal("400000"),
                    new BigDecimal("2.34"),
                    new BigDecimal("1234567"),
                    new OfficialFigure(
                            "样31-1:05.1",
                            PERIOD,
                            new BigDecimal("409000"),
                            "户",
                            "乡报统字〔2026〕3号",
                            LocalDate.of(2026, 11, 5)));
        }
        return compared
                ? new FormSummary.Entry(figure, value, new BigDecimal("-1.25"), "%")
                : new FormSummary.Entry(figure, null, null, "%");
    }

    private static Form form(String code, String title, List<Column> columns, List<Row> rows) {
        return new Form(
                new FormCode(code),
                title,
                Frequency.QUARTER,
                Layout.MATRIX,
                UnitSelector.TOWNSHIPS,
                10,
                MARKS,
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Column column(String code, String title) {
        return new Column(code, title, "", List.of(), ColumnKind.NUMBER, Measure.INHERITED, List.of(), true, false);
    }

    private static Column measured(String code, String title, String unit, int decimals) {
        Measure measure = new Measure(unit, decimals, null, null);
        return new Column(code, title, "", List.of(), ColumnKind.NUMBER, measure, List.of(), true, false);
    }

    private static Row row(String code, String title, @Nullable String unit, @Nullable Integer decimals) {
        Measure measure = new Measure(unit, decimals, null, null);
        return new Row(code, title, 0, List.of(), measure, Set.of(), Due.ALWAYS, true, false, null);
    }

    private static List<Target> targets() {
        return List.of(
                target("G01", "粮食播种面积", "粮食", "万亩", 2, "102", Pace.SEASONAL),
                target("G02", "油菜籽播种面积", "粮食", "万亩", 2, "30", Pace.SEASONAL),
                target("R01", "农村公路提质改造", "农村公路", "公里", 1, "120", Pace.ELAPSED),
                target("R02", "危桥改造", "农村公路", "座", 0, "30", Pace.ELAPSED),
                target("S01", "农村卫生厕所普及率", "人居环境/卫生", "%", 2, "99", Pace.DIRECT),
                target("S02", "村级集体经济经营性收入", "收入", "万元", 1, null, Pace.NONE));
    }

    private static Target target(
            String code, String title, String field, String unit, int decimals, @Nullable String value, Pace pace) {
        return new Target(
                code,
                title,
                new Passage("二（三）3", field, List.of("县农业农村局", "县住房和城乡建设局", "各乡镇（街道）")),
                Wording.THRESHOLD,
                TargetMeasure.figure(null, unit, unit, decimals),
                Goal.atLeast(value == null ? null : new BigDecimal(value)),
                new Pacing(pace, pace == Pace.SEASONAL ? MonthDay.of(11, 20) : null, List.of()),
                new AssessmentScope(UnitSelector.TOWNSHIPS, true, false, false),
                true,
                "");
    }

    private static List<Progress> progress(List<Target> targets, Coverage coverage) {
        ProgressStatus[] statuses = {
            ProgressStatus.NOT_YET_JUDGED,
            ProgressStatus.MET,
            ProgressStatus.BEHIND,
            ProgressStatus.FAR_BEHIND,
            ProgressStatus.NOT_MET,
            ProgressStatus.NO_TARGET
        };
        String[] actuals = {"101.35", "30.20", "80.5", "9", "98.96", "12345.6"};
        List<Progress> progress = new ArrayList<>();
        for (int index = 0; index < targets.size(); index++) {
            Target target = targets.get(index);
            BigDecimal actual = new BigDecimal(actuals[index]);
            BigDecimal completion = target.goal().value() == null
                    ? null
                    : actual.multiply(BigDecimal.valueOf(100))
                            .divide(target.goal().value(), MathContext.DECIMAL128);
            boolean paced = target.pacing().pace() == Pace.ELAPSED;
            BigDecimal elapsed = paced ? new BigDecimal("74.79") : null;
            BigDecimal deviation = elapsed == null || completion == null ? null : completion.subtract(elapsed);
            TrendPoint earlier = new TrendPoint(ReferencePeriod.of("2026-Q2"), actual, statuses[index]);
            progress.add(new Progress(
                    target,
                    PERIOD,
                    new Attainment(actual, actual, target.goal().value(), completion, elapsed, deviation),
                    statuses[index],
                    index == 4
                            ? new UnitStandings(
                                    each(coverage), coverage.accepted().subList(0, 9))
                            : UnitStandings.NONE,
                    new Grounds(coverage, List.of(), index == 0, true),
                    new Counterparts(List.of(), List.of(earlier), null, index == 0 ? official() : null),
                    "口径待确认"));
        }
        progress.addAll(SampleProgress.of(coverage));
        return progress;
    }

    private static OfficialFigure official() {
        return new OfficialFigure(
                "G01", PERIOD, new BigDecimal("103.1"), "万亩", "样统〔2026〕9号", LocalDate.of(2026, 10, 20));
    }

    private static List<UnitProgress> each(Coverage coverage) {
        List<UnitProgress> each = new ArrayList<>();
        for (ReportingUnit unit : coverage.expected()) {
            boolean missing = coverage.missing().contains(unit);
            boolean below = !missing && coverage.accepted().indexOf(unit) < 9;
            each.add(new UnitProgress(
                    unit,
                    missing ? null : new BigDecimal(below ? "98.96" : "99.31"),
                    new BigDecimal("99"),
                    missing ? null : new BigDecimal(below ? "99.96" : "100.3"),
                    null,
                    missing ? ProgressStatus.UNDECIDED : below ? ProgressStatus.NOT_MET : ProgressStatus.MET,
                    missing ? Verdict.UNDECIDED : below ? Verdict.FAILS : Verdict.PASSES,
                    null,
                    null));
        }
        return each;
    }
}
