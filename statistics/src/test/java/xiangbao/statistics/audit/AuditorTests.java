package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Checker;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.Dependencies;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.UnitSuspicion;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

class AuditorTests {
    private static final UnitCode WUSHI = new UnitCode("430626111");
    private static final FormCode TOILETS = new FormCode("平31-1");
    private static final FormCode GRAIN = new FormCode("平11-1");
    private static final FormCode PROJECTS = new FormCode("平22-1");
    private static final Units UNITS = new Units(List.of(new ReportingUnit(
            WUSHI,
            null,
            "伍市镇",
            UnitKind.TOWN,
            null,
            List.of(),
            Validity.ALWAYS,
            Map.of("行政村数", new BigDecimal("23")))));

    private static final Form TOILET_FORM = form(
            TOILETS,
            "农村卫生厕所情况",
            Layout.MATRIX,
            Frequency.QUARTER,
            List.of(column("1", "本期数", ColumnKind.NUMBER, "户")),
            List.of(
                    row("01", "行政村数"),
                    row("02", "农村总户数"),
                    row("03", "其中：长期无人居住"),
                    row("04", "应统计户"),
                    row("05", "卫生厕所户"),
                    row("22", "本期减少户")));
    private static final Form GRAIN_FORM = form(
            GRAIN,
            "粮食生产情况",
            Layout.MATRIX,
            Frequency.QUARTER,
            List.of(
                    column("1", "播种面积", ColumnKind.NUMBER, "亩"),
                    column("2", "单产", ColumnKind.NUMBER, "公斤/亩"),
                    column("3", "总产量", ColumnKind.NUMBER, "吨")),
            List.of(row("06", "二、早稻"), row("10", "中稻"), row("11", "双季晚稻")));
    private static final Form PROJECT_FORM = form(
            PROJECTS,
            "农村公路项目进度",
            Layout.LEDGER,
            Frequency.MONTH,
            List.of(
                    column("01", "项目编号", ColumnKind.KEY, ""),
                    column("05", "计划里程", ColumnKind.NUMBER, "公里"),
                    column("07", "本月完成", ColumnKind.NUMBER, "公里"),
                    column("08", "累计完成", ColumnKind.NUMBER, "公里")),
            List.of());

    private static Form form(
            FormCode code, String title, Layout layout, Frequency frequency, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                title,
                frequency,
                layout,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Column column(String code, String title, ColumnKind kind, String unit) {
        return new Column(
                code, title, "", List.of(), kind, new Measure(unit, null, null, null), List.of(), true, false);
    }

    private static Row row(String code, String title) {
        return new Row(code, title, 0, List.of(), Measure.INHERITED, Set.of(), Due.ALWAYS, true, false, null);
    }

    private static AuditRelation relation(String code, Severity severity, String formula, String... rows) {
        return new AuditRelation(code, severity, Formula.of(formula), code, "请核对 02、03、04 三行", Set.of(rows), Set.of());
    }

    /** Figures of a submission; {@code item=value} or, in a ledger, {@code line#item=value}. */
    private static List<Observation> figures(FormCode form, String... figures) {
        List<Observation> observations = new ArrayList<>();
        int row = 7;
        for (String figure : figures) {
            String place = figure.substring(0, figure.indexOf('='));
            String value = figure.substring(figure.indexOf('=') + 1);
            String line = place.contains("#") ? place.substring(0, place.indexOf('#')) : "";
            String item = place.substring(place.indexOf('#') + 1);
            boolean text = value.startsWith("'");
            observations.add(new Observation(
                    new IndicatorCode(form, item),
                    line,
                    WUSHI,
                    value.isEmpty() ? ObservationStatus.MISSING : ObservationStatus.REPORTED,
                    value.isEmpty() || text ? null : new BigDecimal(value),
                    text ? value.substring(1) : null,
                    value,
                    new CellReference("厕所", row++, 5)));
        }
        return observations;
    }

    /** A county with the three forms, each with the relations given for it. */
    private static final class County {
        private final Map<FormCode, FormRules> rules = new LinkedHashMap<>();
        private final Map<SubmissionKey, List<Observation>> held = new LinkedHashMap<>();

        County(FormCode form, AuditRelation... relations) {
            this(form, List.of(), relations);
        }

        County(FormCode form, List<UnitSuspicion> suspicions, AuditRelation... relations) {
            for (Form layout : List.of(TOILET_FORM, GRAIN_FORM, PROJECT_FORM)) {
                boolean own = layout.code().equals(form);
                rules.put(
                        layout.code(),
                        new FormRules(
                                layout,
                                true,
                                own ? List.of(relations) : List.of(),
                                List.of(),
                                own ? suspicions : List.of()));
            }
            for (AuditRelation relation : relations) {
                assertThat(Checker.check(
                                relation.formula(),
                                FormulaContext.relation(
                                        FormRules.vocabulary(rules.values(), UNITS),
                                        form,
                                        !relation.rows().isEmpty())))
                        .isEmpty();
            }
        }

        County holds(FormCode form, String period, String... figures) {
            held.put(new SubmissionKey(form, WUSHI, ReferencePeriod.of(period)), AuditorTests.figures(form, figures));
            return this;
        }

        Review review(FormCode form, String period, String... figures) {
            return new Auditor(rules, UNITS)
                    .review(
                            new SubmissionKey(form, WUSHI, ReferencePeriod.of(period)),
                            "厕所",
                            AuditorTests.figures(form, figures),
                            List.of(),
                            key -> Optional.ofNullable(held.get(key)));
        }

        Verdict verdict(FormCode form, String period, String... figures) {
            List<RelationVerdict> verdicts = ofRelations(review(form, period, figures));
            assertThat(verdicts).hasSize(1);
            return verdicts.get(0).verdict();
        }
    }

    /** Those of the default screens left out, which every form has. */
    private static List<RelationVerdict> ofRelations(Review review) {
        return review.verdicts().stream()
                .filter(verdict -> Screen.coded(verdict.relation()).isEmpty())
                .toList();
    }

    @Test
    void writesAFindingAsTheClerkReadsIt() {
        Review review = new County(TOILETS, relation("31-T1", Severity.MANDATORY, "[04] = [02] - [03]"))
                .review(TOILETS, "2026-Q3", "04.1=12958", "02.1=13268", "03.1=130");

        assertThat(review).isInstanceOf(Review.Returned.class);
        assertThat(review.outcome()).isEqualTo(Outcome.RETURNED);
        Finding finding = review.findings().get(0);
        assertThat(finding.message())
                .isEqualTo("[31-T1] 应统计户 ≠ 农村总户数 − 长期无人居住\n"
                        + "伍市镇 · 2026年三季度 · 平31-1 农村卫生厕所情况 · 工作表“厕所”F10\n"
                        + "填报：应统计户 [04] = 12,958 户；应为：农村总户数 [02] 13,268 户 − 长期无人居住 [03] 130 户 = 13,138 户；相差 −180 户。\n"
                        + "请核对 02、03、04 三行。\n"
                        + "改 F10 一处就能通过；可能是 310 写成了 130（数字颠倒）。");
        // of the cell that is named, which is not the one that the relation computes
        assertThat(finding.comparison().actual()).isEqualTo("130");
        assertThat(finding.comparison().expected()).isEqualTo("310");
        assertThat(finding.comparison().difference()).isEqualTo("-180");
        assertThat(finding.place().indicator()).isEqualTo(IndicatorCode.ofCell(TOILETS, "03", "1"));
        assertThat(finding.place().cells()).map(CellReference::address).containsExactly("F10", "F8", "F9");
        assertThat(finding.instance()).isEmpty();
        assertThat(ofRelations(review))
                .containsExactly(new RelationVerdict(
                        "31-T1",
                        "",
                        Verdict.FAILS,
                        List.of(),
                        List.of("平31-1:04.1@2026-Q3=12958", "平31-1:02.1@2026-Q3=13268", "平31-1:03.1@2026-Q3=130")));
    }

    @Test
    void onlyHintsWhatARelationOnTrialFinds() {
        AuditRelation identity = relation("31-T1", Severity.MANDATORY, "[04] = [02] - [03]");

        Review review = new County(TOILETS, identity.onTrial())
                .review(TOILETS, "2026-Q3", "04.1=12958", "02.1=13268", "03.1=130");

        assertThat(review.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(ofRelations(review)).map(RelationVerdict::verdict).containsExactly(Verdict.FAILS);
        Finding finding = review.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.title()).isEqualTo("试行：应统计户 ≠ 农村总户数 − 长期无人居住");
        assertThat(finding.message())
                .isEqualTo("[31-T1] 试行：应统计户 ≠ 农村总户数 − 长期无人居住\n"
                        + "伍市镇 · 2026年三季度 · 平31-1 农村卫生厕所情况 · 工作表“厕所”F8\n"
                        + "填报：应统计户 [04] = 12,958 户；应为：农村总户数 [02] 13,268 户 − 长期无人居住 [03] 130 户 = 13,138 户；相差 −180 户。\n"
                        + "这条审核关系正在试行，只作提示，不影响报送；数字没有错的，不用改也不用说明。请核对 02、03、04 三行。");
        assertThat(identity.onTrial().intended()).isEqualTo(Severity.MANDATORY);
    }

    @Test
    void decidesWithinAForm() {
        County county = new County(TOILETS, relation("31-T1", Severity.MANDATORY, "[04] = [02] - [03]"));

        assertThat(county.verdict(TOILETS, "2026-Q3", "02.1=10", "03.1=1", "04.1=9"))
                .isEqualTo(Verdict.PASSES);
        assertThat(county.verdict(TOILETS, "2026-Q3", "02.1=10", "03.1=1", "04.1=8"))
                .isEqualTo(Verdict.FAILS);
        Review undecided = county.review(TOILETS, "2026-Q3", "02.1=10", "03.1=", "04.1=8");
        assertThat(undecided.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(undecided.verdicts().get(0).missing()).containsExactly("平31-1:03.1@2026-Q3 未报");
    }

    @Test
    void decidesAcrossForms() {
        County county = new County(TOILETS, relation("31-X1", Severity.MANDATORY, "[04] ≤ [平11-1:06.1]"));
        assertThat(county.verdict(TOILETS, "2026-Q3", "04.1=9")).isEqualTo(Verdict.UNDECIDED);

        county.holds(GRAIN, "2026-Q3", "06.1=9");
        assertThat(county.verdict(TOILETS, "2026-Q3", "04.1=9")).isEqualTo(Verdict.PASSES);
        Review failed = county.review(TOILETS, "2026-Q3", "04.1=10");
        assertThat(failed.findings().get(0).message())
                .contains("应统计户 > 平11-1 早稻 播种面积")
                .contains("填报：应统计户 [04] = 10 户；应为：不超过 平11-1 早稻 播种面积 [平11-1:06.1] = 9 亩；相差 1。");
        assertThat(failed.findings().get(0).comparison().expected()).isEqualTo("≤9");
    }

    @Test
    void decidesAgainstThePreviousPeriodWithoutNamingAValue() {
        County county = new County(TOILETS, relation("31-P1", Severity.QUERY, "[05] ≥ prev([05]) - [22]"));
        assertThat(county.verdict(TOILETS, "2026-Q3", "05.1=99", "22.1=0")).isEqualTo(Verdict.UNDECIDED);

        county.holds(TOILETS, "2026-Q2", "05.1=100");
        assertThat(county.verdict(TOILETS, "2026-Q3", "05.1=99", "22.1=1")).isEqualTo(Verdict.PASSES);
        Review pending = county.review(TOILETS, "2026-Q3", "05.1=90", "22.1=1");
        assertThat(pending).isInstanceOf(Review.PendingExplanation.class);
        Finding finding = pending.findings().get(0);
        assertThat(finding.comparison().expected()).isEmpty();
        assertThat(finding.comparison().difference()).isEmpty();
        assertThat(finding.comparison().previous()).isEqualTo("100");
        assertThat(finding.message())
                .contains("填报：卫生厕所户 [05] = 90 户；比上期减少 10%；参考范围：一般不小于 上期卫生厕所户 [05] − 本期减少户 [22]。")
                .doesNotContain("99");
    }

    @Test
    void decidesAgainstLastYear() {
        County county = new County(
                GRAIN,
                relation("11-P1", Severity.QUERY, "abs([.1] - lastyear([.1])) / lastyear([.1]) ≤ 5%", "06", "10"));
        county.holds(GRAIN, "2025-Q3", "06.1=1000", "10.1=0");

        Review review = county.review(GRAIN, "2026-Q3", "06.1=1051", "10.1=5");
        assertThat(ofRelations(review))
                .map(verdict -> verdict.instance() + " " + verdict.verdict())
                .containsExactly("06 FAILS", "10 UNDECIDED");
        assertThat(review.verdicts().get(1).missing()).containsExactly("除数 除数为零");
        Finding finding = review.findings().get(0);
        assertThat(finding.instance()).isEqualTo("06");
        assertThat(finding.message()).contains("比上年同期增加 5.1%");
        assertThat(finding.comparison().expected()).isEqualTo("≤5%");
        assertThat(county.review(GRAIN, "2026-Q3", "06.1=1050", "10.1=5").findings())
                .isEmpty();
    }

    @Test
    void decidesAgainstMasterData() {
        County county = new County(TOILETS, relation("31-M1", Severity.MANDATORY, "[01] = unit(行政村数)"));

        assertThat(county.verdict(TOILETS, "2026-Q3", "01.1=23")).isEqualTo(Verdict.PASSES);
        assertThat(county.verdict(TOILETS, "2026-Q3", "01.1=")).isEqualTo(Verdict.UNDECIDED);
        assertThat(county.review(TOILETS, "2026-Q3", "01.1=24")
                        .findings()
                        .get(0)
                        .message())
                .contains("填报：行政村数 [01] = 24 户；应为：底册行政村数 = 23 户；相差 1 户。");
    }

    /** A figure to more decimals than the form has was converted or divided: of two that may be wrong it is the likelier. */
    @Test
    void namesTheFigureThatHasTooManyDecimals() {
        County county = new County(GRAIN, relation("11-R9", Severity.QUERY, "1000 * [06.3] / [06.1] in 300..480"));

        Finding area = county.review(GRAIN, "2026-Q3", "06.1=26643.7", "06.3=4000")
                .findings()
                .get(0);
        assertThat(area.place().cells().get(0).address()).isEqualTo("F8");
        assertThat(area.cause()).isEqualTo("改 F8 一处就能通过；也可能错在 F9，请一并核对。");

        Finding output = county.review(GRAIN, "2026-Q3", "06.1=10000", "06.3=10.4337")
                .findings()
                .get(0);
        assertThat(output.place().cells().get(0).address()).isEqualTo("F9");
    }

    @Test
    void runsOncePerColumnThatAllItsRowsHave() {
        County county = new County(GRAIN, relation("11-T9", Severity.MANDATORY, "[10] ≤ [06]"));

        assertThat(ofRelations(county.review(GRAIN, "2026-Q3", "06.1=5", "10.1=4", "06.2=5", "10.2=6", "06.3=5")))
                .map(verdict -> verdict.instance() + " " + verdict.verdict())
                .containsExactly("1 PASSES", "2 FAILS", "3 UNDECIDED");
    }

    @Test
    void showsTheBandOfADoubtfulFigure() {
        Finding finding = new County(GRAIN, relation("11-R1", Severity.QUERY, "[06.2] in 300..480"))
                .review(GRAIN, "2026-Q3", "06.2=512")
                .findings()
                .get(0);

        assertThat(finding.comparison().expected()).isEqualTo("300–480");
        assertThat(finding.title()).isEqualTo("早稻 单产 不在 300–480 公斤/亩 之间");
        assertThat(finding.message()).contains("填报：早稻 单产 [06.2] = 512 公斤/亩；参考范围：300–480 公斤/亩；高于上限 32 公斤/亩。");
    }

    @Test
    void explainsTheConsequenceThatDoesNotFollow() {
        Finding finding = new County(GRAIN, relation("11-T6", Severity.MANDATORY, "[.1] = 0 ⇒ [.3] = 0", "06"))
                .review(GRAIN, "2026-Q3", "06.1=0", "06.3=7")
                .findings()
                .get(0);

        assertThat(finding.title()).isEqualTo("早稻 播种面积 = 0，而 早稻 总产量 ≠ 0");
        assertThat(finding.place().indicator()).isEqualTo(IndicatorCode.ofCell(GRAIN, "06", "3"));
    }

    @Test
    void confrontsEveryLineOfALedger() {
        County county =
                new County(PROJECTS, relation("22-T1", Severity.MANDATORY, "[08] = coalesce(prev([08]), 0) + [07]"));
        String[] now = {
            "P1#01='P1", "P1#07=2", "P1#08=5", "P2#01='P2", "P2#07=1", "P2#08=2", "P3#01='P3", "P3#07=1", "P3#08=1"
        };
        Review without = county.review(PROJECTS, "2026-09", now);
        assertThat(ofRelations(without))
                .map(verdict -> verdict.instance() + " " + verdict.verdict())
                .containsExactly("P1 UNDECIDED", "P2 UNDECIDED", "P3 UNDECIDED");

        county.holds(PROJECTS, "2026-08", "P1#01='P1", "P1#08=3", "P2#01='P2", "P2#08=0");
        Review review = county.review(PROJECTS, "2026-09", now);
        assertThat(ofRelations(review))
                .map(verdict -> verdict.instance() + " " + verdict.verdict())
                .containsExactly("P2 FAILS", " PASSES");
        assertThat(review.findings().get(0).message())
                .contains("· 编号P2 · 工作表“厕所”F13")
                .contains("填报：累计完成 [08] = 2 公里；应为：上期累计完成 [08] 0 公里 + 本月完成 [07] 1 公里 = 1 公里；相差 1 公里。");
    }

    @Test
    void confrontsALedgerAsAWhole() {
        County county = new County(TOILETS, relation("31-X2", Severity.MANDATORY, "[01] = count([平22-1:01])"));
        assertThat(county.verdict(TOILETS, "2026-Q3", "01.1=2")).isEqualTo(Verdict.UNDECIDED);

        county.holds(PROJECTS, "2026-09", "P1#01='P1", "P2#01='P2");
        assertThat(county.verdict(TOILETS, "2026-Q3", "01.1=2")).isEqualTo(Verdict.PASSES);
        assertThat(county.review(TOILETS, "2026-Q3", "01.1=3").findings().get(0).message())
                .contains("填报：行政村数 [01] = 3 户；应为：台账个数（平22-1 项目编号 [平22-1:01]） = 2 户；相差 1 户。");
        assertThat(new County(PROJECTS, relation("22-T2", Severity.MANDATORY, "sum([07]) ≤ sum([05])"))
                        .verdict(PROJECTS, "2026-09", "P1#05=1", "P1#07=2"))
                .isEqualTo(Verdict.FAILS);
    }

    @Test
    void returnsAKeyThatStandsTwice() {
        Review review =
                new County(PROJECTS).review(PROJECTS, "2026-09", "P1#01='P1", "P1#05=1", "P1#01='P1", "P1#05=2");

        assertThat(review.outcome()).isEqualTo(Outcome.RETURNED);
        assertThat(review.findings()).map(Finding::code).containsExactly("LINE-TWICE");
        assertThat(review.findings().get(0).place().cells())
                .map(CellReference::address)
                .containsExactly("F10");
    }

    @Test
    void suspectsAWholeColumnInAnotherUnitAndAsksAboutASingleCell() {
        List<UnitSuspicion> suspicions = List.of(new UnitSuspicion(
                "11-R2a", List.of("06", "10", "11"), "1", Formula.of("lastyear([.1])"), Map.of(), List.of("万亩", "公顷")));
        County county = new County(GRAIN, suspicions).holds(GRAIN, "2025-Q3", "06.1=15000", "10.1=30000", "11.1=45000");

        Review whole = county.review(GRAIN, "2026-Q3", "06.1=1.5", "10.1=3.1", "11.1=4.4");
        assertThat(whole.outcome()).isEqualTo(Outcome.RETURNED);
        assertThat(whole.findings()).map(Finding::code).containsExactly("UNIT-SUSPECTED");
        assertThat(whole.findings().get(0).title()).isEqualTo("“播种面积”整列疑似按“万亩”填报，表中计量单位是“亩”");
        assertThat(whole.findings().get(0).place().cells()).hasSize(3);

        Review single = county.review(GRAIN, "2026-Q3", "06.1=15100", "10.1=2000", "11.1=44000");
        assertThat(single.outcome()).isEqualTo(Outcome.PENDING_EXPLANATION);
        assertThat(single.counts()).isFalse();
        // one finding for a figure: the hint of 11-R2a is not told beside it
        assertThat(single.findings())
                .map(finding -> finding.code() + " " + finding.instance() + " " + finding.standing())
                .containsExactly("POWER-OF-TEN 10.1 核实性（暂不计入）");
        assertThat(single.findings().get(0).message()).isEqualTo("""
                        中稻 播种面积疑似按“公顷”填报，表中计量单位是“亩”
                        伍市镇 · 2026年三季度 · 平11-1 粮食生产情况 · 工作表“厕所”F9
                        填报：中稻 播种面积 [10.1] = 2,000 亩；约为上年同期 30,000 亩的 1/15；通常在上年同期的 0.33 至 2.5 倍之间。
                        请核对是否多写或少写了数位，或用错了计量单位；属实的请在审核说明中写明原因。
                        小了约 15 倍，像是按“公顷”填报。""");
        assertThat(county.review(GRAIN, "2026-Q3", "06.1=15100", "10.1=31000", "11.1=44000")
                        .findings())
                .isEmpty();
    }

    @Test
    void tellsADoubtfulFigureOnce() {
        County county = new County(
                        TOILETS,
                        relation("31-T1", Severity.MANDATORY, "[04] = [02] - [03]"),
                        relation("31-P9", Severity.QUERY, "abs([05] / prev([05]) - 1) ≤ 20%"))
                .holds(TOILETS, "2026-Q2", "02.1=8130", "03.1=130", "04.1=8000", "05.1=7600");

        // what must be put right anyhow is not asked about
        assertThat(standings(county.review(TOILETS, "2026-Q3", "02.1=81300", "03.1=130", "04.1=8000", "05.1=7600")))
                .containsExactly("31-T1 强制性");
        // a relation has held it against the same figure
        assertThat(standings(county.review(TOILETS, "2026-Q3", "02.1=8130", "03.1=130", "04.1=8000", "05.1=15200")))
                .containsExactly("31-P9 核实性");
        assertThat(standings(county.review(TOILETS, "2026-Q3", "02.1=8130", "03.1=130", "04.1=8000", "05.1=76000")))
                .containsExactly("31-P9 核实性（暂不计入）");
        // an identity that holds speaks for both of its figures
        assertThat(standings(county.review(TOILETS, "2026-Q3", "02.1=80130", "03.1=130", "04.1=80000", "05.1=7600")))
                .containsExactly("POWER-OF-TEN 核实性", "POWER-OF-TEN 核实性");
        Review alone = county.review(TOILETS, "2026-Q3", "04.1=80000");
        assertThat(standings(alone)).containsExactly("POWER-OF-TEN 核实性（暂不计入）");
        assertThat(alone.counts()).isFalse();
        assertThat(alone.findings().get(0).comparison().previous()).isEqualTo("8000");
        assertThat(alone.verdicts())
                .filteredOn(verdict -> verdict.relation().equals("POWER-OF-TEN"))
                .map(verdict -> verdict.instance() + " " + verdict.verdict() + " " + verdict.inputs())
                .containsExactly("04.1 FAILS [平31-1:04.1@2026-Q3=80000, 平31-1:04.1@2026-Q2=8000]");
    }

    private static List<String> standings(Review review) {
        return review.findings().stream()
                .map(finding -> finding.code() + " " + finding.standing())
                .toList();
    }

    @Test
    void asksAboutAPeriodThatEqualsTheLast() {
        String[] figures = {"01.1=33", "02.1=13268", "03.1=131", "04.1=13137", "05.1=12958", "22.1=0"};
        County county = new County(TOILETS).holds(TOILETS, "2026-Q2", figures);

        Review copied = county.review(TOILETS, "2026-Q3", figures);
        assertThat(copied.outcome()).isEqualTo(Outcome.PENDING_EXPLANATION);
        assertThat(copied.findings()).map(Finding::code).containsExactly("COPIED-PERIOD");
        figures[4] = "05.1=12959";
        assertThat(county.review(TOILETS, "2026-Q3", figures).findings()).isEmpty();
        assertThat(county.review(TOILETS, "2026-Q4", figures).findings()).isEmpty();
    }

    @Test
    void knowsWhichReviewsLookAtASubmission() {
        County county = new County(
                TOILETS,
                relation("31-P1", Severity.QUERY, "[05] ≥ prev([05])"),
                relation("31-P2", Severity.QUERY, "[05] ≥ lastyear([05])"),
                relation("31-X2", Severity.MANDATORY, "[01] = count([平22-1:01])"));
        Dependencies dependencies = new Dependencies(county.rules, UNITS);

        assertThat(dependencies.lookingAt(new SubmissionKey(TOILETS, WUSHI, ReferencePeriod.of("2026-Q4"))))
                .map(SubmissionKey::toString)
                .containsExactly("430626111/2027-Q1/平31-1", "430626111/2027-Q4/平31-1");
        assertThat(dependencies.lookingAt(new SubmissionKey(PROJECTS, WUSHI, ReferencePeriod.of("2026-09"))))
                .map(SubmissionKey::toString)
                .containsExactly("430626111/2026-Q3/平31-1", "430626111/2026-10/平22-1");
        assertThat(dependencies.lookingAt(new SubmissionKey(PROJECTS, WUSHI, ReferencePeriod.of("2026-08"))))
                .map(SubmissionKey::toString)
                .containsExactly("430626111/2026-09/平22-1");
        assertThat(dependencies.lookedAtBy(new SubmissionKey(TOILETS, WUSHI, ReferencePeriod.of("2026-Q3"))))
                .map(SubmissionKey::toString)
                .containsExactly("430626111/2025-Q3/平31-1", "430626111/2026-Q2/平31-1", "430626111/2026-09/平22-1");
    }
}
