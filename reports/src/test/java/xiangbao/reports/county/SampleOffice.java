package xiangbao.reports.county;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.definitions.WorkCalendar;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
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
import xiangbao.statistics.plan.AssessmentScope;
import xiangbao.statistics.plan.Goal;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Pacing;
import xiangbao.statistics.plan.Passage;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.PlanLetter;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TargetMeasure;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.progress.Attainment;
import xiangbao.statistics.progress.ComparatorResult;
import xiangbao.statistics.progress.Counterparts;
import xiangbao.statistics.progress.Grounds;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.UnitStandings;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.screening.DigitQuestion;
import xiangbao.statistics.screening.OpenFinding;
import xiangbao.statistics.screening.Outlier;
import xiangbao.statistics.screening.Screening;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/**
 * What came of the reports of an invented county: six townships and a department owe three forms until 10 October. 甲镇 is on time; 乙镇 is late; 丙乡 was
 * returned twice and is right now; 丁乡 is still returned, with an earlier round that counts; 戊街道 waits to explain and has nothing to report of roads;
 * 己乡 has sent nothing.
 */
public final class SampleOffice {
    static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    static final LocalDate DUE = LocalDate.of(2026, 10, 10);

    private static final List<ReportingUnit> UNITS = List.of(
            unit("990000", "乡报样县", UnitKind.COUNTY),
            unit("990000001", "戊街道", UnitKind.SUBDISTRICT),
            unit("990000101", "甲镇", UnitKind.TOWN),
            unit("990000102", "乙镇", UnitKind.TOWN),
            unit("990000201", "丙乡", UnitKind.TOWNSHIP),
            unit("990000202", "丁乡", UnitKind.TOWNSHIP),
            unit("990000203", "己乡", UnitKind.TOWNSHIP),
            unit("990000-JT", "县交通运输局", UnitKind.DEPARTMENT));
    public static final Form TOILETS = form("样31-1", "农村卫生厕所情况", UnitSelector.TOWNSHIPS);
    public static final Form ROADS = form("样22-1", "农村公路建设项目情况", UnitSelector.TOWNSHIPS);
    static final Form BRIDGES =
            form("样21-1", "公路里程", new UnitSelector(Set.of(UnitKind.DEPARTMENT), Set.of(), Set.of()));
    static final Finding UNEQUAL = finding("31-T1", Severity.MANDATORY, "应统计户 = 农村总户数 − 长期无人居住", "04.1");
    static final Finding FEWER = finding("31-P1", Severity.QUERY, "卫生厕所户不少于上季", "05.1");
    static final Finding WIDE = finding("NORMALISED", Severity.HINT, "全角数字已按半角读取", "05.1");

    private SampleOffice() {}

    static ReportingUnit unit(String name) {
        return UNITS.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static ReportingUnit unit(String code, String name, UnitKind kind) {
        return new ReportingUnit(new UnitCode(code), null, name, kind, null, List.of(), Validity.ALWAYS, Map.of());
    }

    public static Form form(String code, String title, UnitSelector owedBy) {
        List<Row> rows = new ArrayList<>();
        for (String row : List.of("04 应统计户", "05 卫生厕所户")) {
            rows.add(new Row(
                    row.substring(0, 2),
                    row.substring(3),
                    0,
                    List.of(),
                    new Measure("户", 0, null, null),
                    Set.of(),
                    Due.ALWAYS,
                    true,
                    false,
                    null));
        }
        return new Form(
                new FormCode(code),
                title,
                Frequency.QUARTER,
                Layout.MATRIX,
                owedBy,
                10,
                new LegalMarks("县统计局", "", "", null),
                Validity.ALWAYS,
                List.of(new Column(
                        "1", "本期数", "", List.of(), ColumnKind.NUMBER, Measure.INHERITED, List.of(), true, false)),
                rows,
                List.of());
    }

    private static Finding finding(String code, Severity severity, String title, String item) {
        return Finding.of(code, severity, title)
                .at(new IndicatorCode(TOILETS.code(), item), List.of(new CellReference("厕所", 7, 5)))
                .compared(
                        severity == Severity.MANDATORY ? "12958" : "",
                        severity == Severity.MANDATORY ? "13138" : "",
                        severity == Severity.MANDATORY ? "-180" : "",
                        "")
                .saying(title, "请核对。");
    }

    public static Reporting.Round round(int number, int day, Outcome outcome, boolean counts, Finding... findings) {
        return round(number, day, outcome, counts, false, findings);
    }

    public static Reporting.Round round(
            int number, int day, Outcome outcome, boolean counts, boolean zero, Finding... findings) {
        return new Reporting.Round(
                number,
                outcome,
                LocalDateTime.of(2026, 10, day, 16, 20),
                "某镇/报表.xlsx",
                "厕所",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                counts,
                zero ? Filing.ZERO : Filing.FIGURES,
                List.of(findings),
                Map.of());
    }

    public static Reporting owed(String unit, Form form, Reporting.Round... rounds) {
        return new Reporting(unit(unit), form, PERIOD, DUE, List.of(rounds));
    }

    private static List<Reporting> mixed() {
        Reporting.Round good = round(1, 9, Outcome.ACCEPTED, true);
        return List.of(
                owed("戊街道", TOILETS, round(1, 10, Outcome.PENDING_EXPLANATION, true, FEWER)),
                owed("甲镇", TOILETS, good),
                owed("乙镇", TOILETS, round(1, 12, Outcome.ACCEPTED, true, WIDE)),
                owed(
                        "丙乡",
                        TOILETS,
                        round(1, 8, Outcome.RETURNED, false, UNEQUAL),
                        round(2, 9, Outcome.RETURNED, false, UNEQUAL, WIDE),
                        round(3, 11, Outcome.ACCEPTED, true)),
                owed("丁乡", TOILETS, good, round(2, 11, Outcome.RETURNED, false, UNEQUAL)),
                owed("己乡", TOILETS),
                owed("戊街道", ROADS, round(1, 9, Outcome.ACCEPTED, true, true)),
                owed("甲镇", ROADS, good),
                owed("乙镇", ROADS, good),
                owed("丙乡", ROADS, good),
                owed("丁乡", ROADS, round(1, 13, Outcome.RETURNED, false, UNEQUAL)),
                owed("己乡", ROADS),
                owed("县交通运输局", BRIDGES, good));
    }

    public static CountyResult result() {
        return result(mixed(), targets(), summaries(new BigDecimal("150000"), new BigDecimal("148500")));
    }

    /** 戊街道 has said why there are fewer; accepted at a moment, or not yet. */
    public static CountyResult explained(@Nullable LocalDateTime accepted) {
        Reporting.Round round =
                round(1, 10, Outcome.PENDING_EXPLANATION, true, accepted == null ? FEWER : FEWER.asExplained());
        List<Reporting> reportings = new ArrayList<>(mixed());
        SubmissionKey key = new SubmissionKey(TOILETS.code(), unit("戊街道").code(), PERIOD);
        reportings.set(
                0,
                owed(
                        "戊街道",
                        TOILETS,
                        new Reporting.Round(
                                round.number(),
                                round.outcome(),
                                round.received(),
                                round.file(),
                                round.sheet(),
                                round.sha256(),
                                true,
                                Filing.FIGURES,
                                round.findings(),
                                Map.of(
                                        FEWER.id(key),
                                        new Reporting.Explained(
                                                "拆除旧厕新建",
                                                round.received(),
                                                accepted == null ? "" : "李四",
                                                accepted,
                                                accepted == null ? "" : "已到村核实",
                                                new Dialogue(talk(round.received()), 4, null))))));
        return result(reportings, targets(), summaries(new BigDecimal("150000"), new BigDecimal("148500")));
    }

    /** What 丁乡 was returned for is waived. */
    public static CountyResult waived() {
        Finding waived = UNEQUAL.asWaived("新旧口径交替；2026年10月12日，李四");
        SubmissionKey key = new SubmissionKey(TOILETS.code(), unit("丁乡").code(), PERIOD);
        List<Reporting> reportings = new ArrayList<>(mixed());
        reportings.set(
                4,
                owed(
                        "丁乡",
                        TOILETS,
                        new Reporting.Round(
                                2,
                                Outcome.ACCEPTED,
                                LocalDateTime.of(2026, 10, 11, 16, 20),
                                "丁乡/报表.xlsx",
                                "厕所",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                                true,
                                Filing.FIGURES,
                                List.of(waived),
                                Map.of(
                                        waived.id(key),
                                        new Reporting.Explained(
                                                "", null, "李四", LocalDateTime.of(2026, 10, 12, 9, 0), "新旧口径交替")))));
        return result(reportings, targets(), summaries(new BigDecimal("150000"), new BigDecimal("148500")));
    }

    /** A question between two explanations. */
    private static List<DoubtTurn> talk(LocalDateTime received) {
        return List.of(
                new DoubtTurn(DoubtTurn.Kind.EXPLAINED, "戊街道", received, "有的厕所拆了"),
                new DoubtTurn(DoubtTurn.Kind.ASKED, "李四", received.plusHours(1), "拆了做什么？"),
                new DoubtTurn(DoubtTurn.Kind.EXPLAINED, "戊街道", received.plusDays(1), "拆除旧厕新建"));
    }

    /** Every form in time and right at the first try. */
    public static CountyResult allGood() {
        return result(
                each(one -> List.of(round(1, 9, Outcome.ACCEPTED, true))),
                targets(),
                summaries(new BigDecimal("150000"), new BigDecimal("150000")));
    }

    /** Nothing has come. */
    public static CountyResult nothing() {
        return result(each(one -> List.of()), targets(), summaries(null, new BigDecimal("150000")));
    }

    private static List<Reporting> each(java.util.function.Function<Reporting, List<Reporting.Round>> rounds) {
        return mixed().stream()
                .map(one -> new Reporting(one.unit(), one.form(), one.period(), one.due(), rounds.apply(one)))
                .toList();
    }

    public static CountyResult result(
            List<Reporting> reportings, List<Progress> progress, List<FormSummary> summaries) {
        AuditRelation relation = new AuditRelation(
                "31-T1",
                Severity.MANDATORY,
                Formula.of("[04] = [02] - [03]"),
                "应统计户等于总户数减无人居住",
                "请核对。",
                Set.of(),
                Set.of());
        Map<FormCode, FormRules> forms = new LinkedHashMap<>();
        forms.put(
                TOILETS.code(),
                new FormRules(
                        TOILETS,
                        true,
                        List.of(relation),
                        List.of(new DerivedIndicator(rate(), Formula.of("100 * [05] / [04]")))));
        forms.put(ROADS.code(), new FormRules(ROADS, true, List.of(), List.of()));
        forms.put(BRIDGES.code(), new FormRules(BRIDGES, true, List.of(), List.of()));
        Definitions definitions = new Definitions(
                new Units(UNITS),
                forms,
                new Plan(
                        "构筑好兴城乡强区域的格局实施方案",
                        2026,
                        Lights.USUAL,
                        progress.stream().map(Progress::target).toList(),
                        TownshipTasks.NONE,
                        null,
                        new PlanLetter(
                                "工作专班办公室",
                                List.of(new PlanLetter.Headline("S01", ""), new PlanLetter.Headline("X99", "")))),
                new WorkCalendar(Set.of(), Set.of()),
                "sha256:0");
        Indicator households = TOILETS.indicators().get(1);
        return new CountyResult(
                definitions,
                PERIOD,
                Vintage.PRELIMINARY,
                summaries,
                progress,
                List.of(),
                List.of(),
                reportings,
                new Screening(
                        List.of(new OpenFinding(
                                unit("戊街道"),
                                households,
                                new BigDecimal("3100"),
                                new BigDecimal("2.1"),
                                List.of(FEWER))),
                        List.of(
                                new Outlier(
                                        unit("乙镇"),
                                        rate(),
                                        Outlier.Kind.LEVEL,
                                        new BigDecimal("71.239"),
                                        new BigDecimal("99.1"),
                                        null,
                                        null,
                                        new BigDecimal("-8.4"),
                                        null),
                                new Outlier(
                                        unit("甲镇"),
                                        households,
                                        Outlier.Kind.CHANGE,
                                        new BigDecimal("12500"),
                                        new BigDecimal("1250"),
                                        PERIOD.previous(),
                                        new BigDecimal("1.5"),
                                        new BigDecimal("4.2"),
                                        new BigDecimal("93.8"))),
                        List.of(new DigitQuestion(
                                unit("丙乡"),
                                DigitQuestion.Kind.ROUND,
                                312,
                                new BigDecimal("64.1"),
                                new BigDecimal("21.3"),
                                new BigDecimal("5.3")))),
                Map.of());
    }

    static Indicator rate() {
        return new Indicator(new IndicatorCode(TOILETS.code(), "普及率"), "普及率", "%", 2, OverUnits.NONE, OverTime.NONE);
    }

    public static List<FormSummary> summaries(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        BigDecimal change = now == null || before == null || before.signum() == 0
                ? null
                : now.subtract(before)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(before, java.math.MathContext.DECIMAL128);
        List<ReportingUnit> townships = UNITS.subList(1, 7);
        Coverage coverage = now == null
                ? new Coverage(townships, List.of(), List.of(), List.of(), List.of(), townships, List.of(), null)
                : new Coverage(
                        townships,
                        townships.subList(1, 5),
                        townships.subList(0, 1),
                        List.of(),
                        List.of(),
                        townships.subList(5, 6),
                        List.of(),
                        null);
        Indicator households = TOILETS.indicators().get(1);
        BiFunction<Indicator, @Nullable BigDecimal, Figure> figure = (indicator, value) -> new Figure(
                indicator,
                UNITS.get(0).code(),
                PERIOD,
                value,
                value == null ? FigureStatus.MISSING : FigureStatus.PROVISIONAL,
                false,
                List.of(),
                coverage);
        return List.of(new FormSummary(
                TOILETS,
                PERIOD,
                List.of(households, rate()),
                List.of(new FormSummary.Line(
                        UNITS.get(0),
                        List.of(
                                new FormSummary.Entry(figure.apply(households, now), before, change, "%"),
                                new FormSummary.Entry(
                                        figure.apply(rate(), now == null ? null : new BigDecimal("99.235")),
                                        now == null ? null : new BigDecimal("98.715"),
                                        now == null ? null : new BigDecimal("0.52"),
                                        "百分点")))),
                coverage,
                true,
                List.of()));
    }

    public static List<Progress> targets() {
        return List.of(
                progress("S01", "农村卫生厕所普及率", "%", "99.235", "99", Pace.DIRECT, null, ProgressStatus.MET),
                progress("R02", "农村公路提质改造", "公里", "80.5", "120", Pace.ELAPSED, "67.1", ProgressStatus.BEHIND),
                progress("R03", "危桥改造", "座", "9", "30", Pace.ELAPSED, "30.0", ProgressStatus.FAR_BEHIND),
                progress("S03", "问题厕所整改率", "%", "98.96", "100", Pace.DIRECT, "99.0", ProgressStatus.NOT_MET),
                progress("G07", "双季稻万亩示范片", "片", "1", null, Pace.NONE, null, ProgressStatus.NO_TARGET));
    }

    public static Progress progress(
            String code,
            String title,
            String unit,
            @Nullable String actual,
            @Nullable String goal,
            Pace pace,
            @Nullable String completion,
            ProgressStatus status) {
        boolean paced = pace == Pace.ELAPSED;
        BigDecimal done = completion == null ? null : new BigDecimal(completion);
        Target target = new Target(
                code,
                title,
                new Passage("二（三）3", "人居环境/卫生", List.of("县交通运输局", "各乡镇（街道）")),
                Wording.THRESHOLD,
                TargetMeasure.figure(code.equals("S01") ? Formula.of("[样31-1:普及率]") : null, unit, unit, 2),
                Goal.atLeast(goal == null ? null : new BigDecimal(goal)),
                Pacing.of(pace),
                AssessmentScope.TOWNSHIPS,
                false,
                "");
        BigDecimal figure = actual == null ? null : new BigDecimal(actual);
        BigDecimal elapsed = paced ? new BigDecimal("74.8") : null;
        BigDecimal deviation = elapsed == null || done == null ? null : done.subtract(elapsed);
        Coverage coverage = figure == null
                ? Coverage.NONE
                : new Coverage(
                        UNITS.subList(1, 7),
                        UNITS.subList(1, 6),
                        List.of(),
                        List.of(),
                        List.of(),
                        UNITS.subList(6, 7),
                        List.of(),
                        null);
        return new Progress(
                target,
                PERIOD,
                new Attainment(figure, figure, target.goal().value(), done, elapsed, deviation),
                status,
                new UnitStandings(
                        List.of(), status == ProgressStatus.NOT_MET ? List.of(unit("乙镇"), unit("丁乡")) : List.of()),
                new Grounds(coverage, List.of(), false, figure != null),
                Counterparts.NONE,
                "");
    }

    /** The same, where nothing is reported of it but the figures that it must exceed. */
    public static Progress compared(Progress plain, ComparatorResult... comparators) {
        Attainment attainment = plain.attainment();
        return new Progress(
                plain.target(),
                plain.period(),
                new Attainment(attainment.actual(), attainment.exactActual(), null, null, null, null),
                plain.status(),
                UnitStandings.NONE,
                Grounds.NONE,
                new Counterparts(List.of(comparators), List.of(), null, null),
                "");
    }
}
