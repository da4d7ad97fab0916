package xiangbao.jobs.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.doubts.DecisionOrder;
import xiangbao.jobs.doubts.DoubtDecisions;
import xiangbao.jobs.doubts.DoubtInquiries;
import xiangbao.jobs.doubts.DoubtsQuery;
import xiangbao.jobs.doubts.WaiveAnswer;
import xiangbao.jobs.doubts.WaiveOrder;
import xiangbao.jobs.doubts.Waiving;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.jobs.runs.Reported;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.comparison.ChangeCause;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.reports.county.Reporting;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** Relations tried on what was reported, counted, and waived for one unit and one period. */
class RelationsIntegrationTests extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);
    private static final FormCode FORM = new FormCode("试1-1");

    private RunAnswer submit(Office office, String unit, String total, String sound) throws IOException {
        return submit(office, unit, total, sound, "88.5");
    }

    private RunAnswer submit(Office office, String unit, String total, String sound, String area) throws IOException {
        Path sent = Files.createTempDirectory(folder, "sent");
        ToyCounty.workbook(sent.resolve(unit).resolve("山塘.xlsx"), unit, "2026年三季度", total, sound, area);
        return CLERK.submits(office, sent);
    }

    private static WaiveOrder order(String relation, String unit, String period, boolean undo) {
        return order(relation, Optional.empty(), unit, period, undo);
    }

    private static WaiveOrder order(
            String relation, Optional<FormCode> form, String unit, String period, boolean undo) {
        return new WaiveOrder(
                relation,
                form,
                unit,
                ReferencePeriod.of(period),
                undo,
                new Cause(Cause.Kind.WAIVER, "王统计", "水毁山塘已整修但未销号"));
    }

    private static Outcome outcome(RunAnswer answer) {
        return answer.files().get(0).outcome();
    }

    private static List<Finding> findings(RunAnswer answer) {
        return answer.files().get(0).submissions().get(0).findings().stream()
                .map(FindingAnswer::finding)
                .toList();
    }

    private static List<String> sound(Office office) {
        return office.entry(Inquiries.class).figures(PERIOD, Optional.of(FORM), Optional.empty()).stream()
                .filter(one -> one.indicator().item().equals("02.1"))
                .map(one -> one.value() + " " + one.reported())
                .toList();
    }

    @Test
    void letsOneUnitOffOneRelationForOnePeriod() throws IOException {
        ToyCounty.describe(folder.resolve("config"));
        try (Office office = open()) {
            assertThat(outcome(submit(office, "荷塘镇", "100", "103"))).isEqualTo(Outcome.RETURNED);
            assertThat(outcome(submit(office, "莲湖乡", "50", "51"))).isEqualTo(Outcome.RETURNED);
            assertThat(sound(office)).containsExactly("null 0");

            WaiveAnswer waived = office.entry(Waiving.class).waive(order("S1-T1", "荷塘", "2026-Q3", false));
            assertThat(waived.exit()).isZero();
            assertThat(waived.decided())
                    .isEqualTo(new WaiverAnswer(
                            "S1-T1",
                            "完好山塘不多于总数",
                            FORM,
                            waived.decided().unit(),
                            "荷塘镇",
                            PERIOD,
                            "王统计",
                            LocalDateTime.of(2026, 10, 9, 16, 20),
                            "水毁山塘已整修但未销号"));
            assertThat(waived.verdicts())
                    .extracting(VerdictChange::unitName, VerdictChange::from, VerdictChange::to)
                    .containsExactly(Tuple.tuple("荷塘镇", Outcome.RETURNED, Outcome.ACCEPTED));
            assertThat(waived.verdicts().get(0).relations())
                    .extracting(VerdictChange.RelationChange::from, VerdictChange.RelationChange::to)
                    .containsExactly(Tuple.tuple("强制性", "不审"));
            assertThat(office.entry(DoubtInquiries.class)
                            .findings(new DoubtsQuery(
                                    PERIOD, Optional.empty(), Optional.of("荷塘镇"), false, false, Optional.empty()))
                            .waivers())
                    .containsExactly(waived.decided());
            assertThat(office.entry(DoubtInquiries.class)
                            .findings(new DoubtsQuery(
                                    PERIOD, Optional.empty(), Optional.of("莲湖乡"), false, false, Optional.empty()))
                            .waivers())
                    .isEmpty();
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(PERIOD)))
                    .filteredOn(action -> action.command().equals("waive"))
                    .extracting(LoggedAction::arguments, LoggedAction::reason, LoggedAction::detail)
                    .containsExactly(Tuple.tuple("S1-T1 --unit 荷塘", "水毁山塘已整修但未销号", "不审，审核结论变动 1 份"));

            RunAnswer counted = CLERK.submits(office);
            int number = counted.mainRun().orElseThrow().run();
            assertThat(sound(office)).containsExactly("103 1");
            Reporting.Round round =
                    Reported.in(office, PERIOD, number).get(0).newest().orElseThrow();
            assertThat(round.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(round.explanations())
                    .containsExactly(Map.entry(
                            "990000101/2026-Q3/试1-1/S1-T1",
                            new Reporting.Explained(
                                    "", null, "王统计", LocalDateTime.of(2026, 10, 9, 16, 20), "水毁山塘已整修但未销号")));
            assertThat(office.entry(RunHistory.class)
                            .diff(
                                    new RunName(Optional.of(PERIOD), number - 1),
                                    new RunName(Optional.of(PERIOD), number),
                                    Optional.empty())
                            .figures())
                    .filteredOn(one -> one.indicator().item().equals("02.1"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.causes())
                            .extracting(ChangeCause::text)
                            .containsExactly("荷塘镇 试1-1 2026年三季度 第1次的审核结论由“退回”变为“通过”：S1-T1 完好山塘 > 山塘总数（不审）。"));
            assertThat(office.entry(RunHistory.class)
                            .reproduce(new RunName(Optional.of(PERIOD), number))
                            .differences())
                    .isEmpty();

            // whatever the unit sends later in the period is judged alike
            RunAnswer later = submit(office, "荷塘镇", "100", "104");
            assertThat(outcome(later)).isEqualTo(Outcome.ACCEPTED);
            assertThat(findings(later)).singleElement().satisfies(one -> {
                assertThat(one.severity()).isEqualTo(Severity.HINT);
                assertThat(one.standing()).isEqualTo("不审");
                assertThat(one.comparison().expected()).isEmpty();
                // which of the two cells is more likely wrong is not its business
                assertThat(one.message().replaceAll("“山塘”D[67]", "“山塘”"))
                        .isEqualTo("[S1-T1] 完好山塘 > 山塘总数\n"
                                + "荷塘镇 · 2026年三季度 · 试1-1 山塘基本情况 · 工作表“山塘”\n"
                                + "填报：完好山塘 [02] = 104 口；应为：不超过 山塘总数 [01] = 100 口；相差 4 口。\n"
                                + "不审（水毁山塘已整修但未销号；2026年10月9日，王统计）。");
                assertThat(one.remedy()).isEqualTo("这一条本期不审，不用改，也不用说明。");
            });

            WaiveAnswer undone = office.entry(Waiving.class).waive(order("S1-T1", "荷塘镇", "2026-Q3", true));
            assertThat(undone.exit()).isEqualTo(1);
            assertThat(undone.verdicts())
                    .extracting(VerdictChange::round, VerdictChange::newest, VerdictChange::to)
                    .containsExactly(Tuple.tuple(1, false, Outcome.RETURNED), Tuple.tuple(2, true, Outcome.RETURNED));
            assertThat(folder.resolve("workspace/feedback/荷塘镇/山塘_退回_第2次.xlsx")).exists();
            CLERK.submits(office);
            assertThat(sound(office)).containsExactly("null 0");
            // a run that is over tells what it stood on
            assertThat(Reported.in(office, PERIOD, number)
                            .get(0)
                            .newest()
                            .orElseThrow()
                            .explanations())
                    .isEqualTo(round.explanations());
        }
    }

    private static void refuses(Office office, WaiveOrder order, String why) {
        assertThatThrownBy(() -> office.entry(Waiving.class).waive(order))
                .isInstanceOf(OrderMistakeException.class)
                .hasMessage(why);
    }

    @Test
    void refusesWhatCannotBeWaived() throws IOException {
        ToyCounty.describe(folder.resolve("config"));
        ToyCounty.describeMonthly(folder.resolve("config"));
        try (Office office = open()) {
            refuses(
                    office,
                    order("S1-T2", "荷塘镇", "2026-Q3", false),
                    "没有审核关系“S1-T2”：请写 config/forms 里的代码，如 31-T1。您是不是想写“S1-T1”？");
            refuses(office, order("S1-R1", "荷塘镇", "2026-Q3", false), "[S1-R1] 是核实性的，不用不审：请乡镇写明原因，再用 accept 认可。");
            refuses(office, order("S1-T1", "水利局", "2026-Q3", false), "县水利局2026年三季度不报试1-1 山塘基本情况，没有可以不审的。");
            refuses(
                    office,
                    order("S1-T1", "荷塘镇", "2026-08", false),
                    "S1-T1 是试1-1的审核关系，这张表是季报，没有“2026年8月”：--period 请写它的报告期，如 2026-Q2。");
            refuses(office, order("S1-T1", "荷塘镇", "2026-Q3", true), "荷塘镇2026年三季度的 [S1-T1] 没有决定不审，不用撤销。");
            refuses(
                    office,
                    order("UNIT-SUSPECTED", "荷塘镇", "2026-Q3", false),
                    "UNIT-SUSPECTED 是每张表都有的审核，请加 --form 写明哪张表，如 --form 平31-1。");
            WaiverAnswer unit = office.entry(Waiving.class)
                    .waive(order("UNIT-SUSPECTED", Optional.of(FORM), "荷塘镇", "2026-Q3", false))
                    .decided();
            assertThat(unit.form() + " " + unit.label()).isEqualTo("试1-1 数与计量单位相符");
            // the month with which the county's quarter ends; before anything has come
            assertThat(office.entry(Waiving.class)
                            .waive(order("S2-T1", "荷塘镇", "2026-Q3", false))
                            .decided()
                            .period())
                    .hasToString("2026-09");
            refuses(
                    office,
                    order("S2-T1", "荷塘镇", "2026-09", false),
                    "荷塘镇2026年9月的 [S2-T1] 已经决定不审（水毁山塘已整修但未销号；2026年10月9日，王统计）；要改原因的，请先用 --undo 撤销。");
        }
    }

    private static void amend(Path config, String relation) throws IOException {
        Path form = config.resolve("forms/试1-1.yaml");
        Files.writeString(form, Files.readString(form) + "  - " + relation + "\n");
    }

    private static List<String> told(BacktestAnswer answer) {
        return answer.periods().stream()
                .map(line -> line.period() + " 通过" + line.held() + " 不通过" + line.failed() + " 改正" + line.corrected()
                        + " 无法判断" + line.undecided() + " " + line.lacking())
                .toList();
    }

    private static String health(HealthAnswer answer, String relation) {
        HealthAnswer.Counts counts = answer.lines().stream()
                .filter(line -> line.relation().equals(relation))
                .findFirst()
                .orElseThrow()
                .counts();
        return counts.toString().replaceAll("[^\\d,]", "");
    }

    @Test
    void triesARelationOnThePastAndCountsWhatEachWasGoodFor() throws IOException {
        Path config = folder.resolve("config");
        ToyCounty.describe(config);
        amend(
                config,
                "{ code: S1-P1, severity: 强制性, formula: \"[01] ≥ lastyear([01])\", label: 总数不少于上年, remedy: 请核对 }");
        Path draft = folder.resolve("draft");
        ToyCounty.describe(draft);
        amend(
                draft,
                "{ code: S1-X1, severity: 强制性, trial: true, formula: \"[02] ≥ 0.9 * [01]\", label: 九成完好, remedy: 请核对 }");
        Definitions drafted =
                Objects.requireNonNull(DefinitionsReader.read(draft).definitions());
        List<ReferencePeriod> periods = List.of(ReferencePeriod.of("2026-Q2"), PERIOD);
        try (Office office = open()) {
            submit(office, "荷塘镇", "100", "103");
            submit(office, "荷塘镇", "100", "60");
            submit(office, "莲湖乡", "50", "51");
            submit(office, "藕池街道", "30", "20", "600");
            office.entry(Waiving.class).waive(order("S1-T1", "莲湖乡", "2026-Q3", false));
            office.entry(DoubtDecisions.class)
                    .decide(DecisionOrder.accept(
                            PERIOD,
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            true,
                            false,
                            new Cause(Cause.Kind.ACCEPTANCE, "王统计", "丰水年")));
            int runs = office.entry(RunHistory.class).runs(Optional.empty()).size();

            BacktestAnswer sound = office.entry(Backtests.class)
                    .backtest(new BacktestOrder("S1-T1", periods), office.entry(Definitions.class));
            assertThat(told(sound)).containsExactly("2026-Q3 通过1 不通过2 改正1 无法判断0 []");
            assertThat(sound.severity()).isEqualTo("强制性");
            assertThat(sound.exit()).isEqualTo(1);
            assertThat(sound.periods().get(0).failures())
                    .extracting(
                            BacktestAnswer.Failure::unitName,
                            BacktestAnswer.Failure::round,
                            BacktestAnswer.Failure::corrected,
                            BacktestAnswer.Failure::actual,
                            BacktestAnswer.Failure::expected)
                    .containsExactly(
                            // either cell may be the wrong one, so that none is said to be right otherwise
                            Tuple.tuple("荷塘镇", 1, true, "100", ""), Tuple.tuple("莲湖乡", 1, false, "51", "≤50"));

            BacktestAnswer ninety =
                    office.entry(Backtests.class).backtest(new BacktestOrder("S1-X1", periods), drafted);
            assertThat(told(ninety)).containsExactly("2026-Q3 通过1 不通过2 改正0 无法判断0 []");
            assertThat(ninety.severity()).isEqualTo("试行（拟为强制性）");
            assertThat(ninety.periods().get(0).failures())
                    .extracting(BacktestAnswer.Failure::unitName, BacktestAnswer.Failure::round)
                    .containsExactly(Tuple.tuple("荷塘镇", 2), Tuple.tuple("藕池街道", 1));

            BacktestAnswer lastYear = office.entry(Backtests.class)
                    .backtest(new BacktestOrder("S1-P1", periods), office.entry(Definitions.class));
            assertThat(told(lastYear)).containsExactly("2026-Q3 通过0 不通过0 改正0 无法判断3 [试1-1:01.1@2025-Q3 未报送]");
            assertThat(lastYear.exit()).isEqualTo(1);
            assertThatThrownBy(() -> office.entry(Backtests.class)
                            .backtest(new BacktestOrder("S1-X1", periods), office.entry(Definitions.class)))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessageStartingWith("没有审核关系“S1-X1”");
            assertThat(office.entry(RunHistory.class).runs(Optional.empty())).hasSize(runs);

            // judged, decided, fired, corrected, explained, waived, standing
            HealthAnswer health = office.entry(RuleHealth.class).health(periods, Optional.of(FORM));
            assertThat(health(health, "S1-T1")).isEqualTo("3,3,2,1,0,1,0");
            assertThat(health(health, "S1-R1")).isEqualTo("3,3,1,0,1,0,0");
            assertThat(health(health, "S1-P1")).isEqualTo("3,0,0,0,0,0,0");
            assertThat(health.lines().get(0).neverDecided()).isTrue();
            assertThat(health.neverDecided()).singleElement().satisfies(one -> {
                assertThat(one.relation()).isEqualTo("S1-P1");
                assertThat(one.lacking()).containsExactly("试1-1:01.1@2025-Q3 未报送");
            });
            assertThat(health.exit()).isEqualTo(1);
            office.entry(Waiving.class).waive(order("S1-T1", "莲湖乡", "2026-Q3", true));
            assertThat(health(office.entry(RuleHealth.class).health(periods, Optional.empty()), "S1-T1"))
                    .isEqualTo("3,3,2,1,0,0,1");
        }
    }
}
