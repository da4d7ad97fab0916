package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static xiangbao.statistics.aggregate.SmallCounty.STATISTICS;
import static xiangbao.statistics.aggregate.SmallCounty.TASKS;
import static xiangbao.statistics.aggregate.SmallCounty.TRANSPORT;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;

class MilestoneTests {
    private static final TargetDraft RAIL = TargetDraft.milestones("R05");

    @SafeVarargs
    private static Counted tasks(List<Observation>... nodes) {
        return Counted.accepted(SmallCounty.ledger(TASKS, TRANSPORT, "2026-09", nodes));
    }

    private static List<Observation> node(String code, String due, String state) {
        return SmallCounty.node(TRANSPORT, code, "节点" + code, due, state);
    }

    @Test
    void isMetWhenAllThatIsDueIsDone() {
        Progress progress = RAIL.judge(
                "2026-Q3",
                tasks(
                        node("R05-1", "2026-06-30", "完成"),
                        node("R05-2", "2026-09-30", "完成"),
                        node("R05-3", "2026-10-01", "推进中"),
                        node("D08-1", "2026-03-31", "受阻")));

        assertThat(progress.status()).isEqualTo(ProgressStatus.MET);
        assertThat(progress.attainment().actual()).isEqualTo("2");
        assertThat(progress.attainment().goal()).isEqualTo("2");
        assertThat(progress.attainment().elapsed()).isNull();
        assertThat(progress.note()).isEqualTo("节点共3个，到期2个，完成2个");
        assertThat(progress.grounds().coverage().fraction()).isEqualTo("1/1");
        assertThat(progress.grounds().provisional()).isFalse();
        assertThat(progress.grounds().contributions()).hasSize(15);
        assertThat(progress.grounds().contributions())
                .extracting(Contribution::reporter)
                .containsOnly(TRANSPORT.code());
    }

    @Test
    void isMissedWhenOneIsOverdueAndNamesIt() {
        Counted tasks = tasks(
                node("R05-1", "2026-06-30", "受阻"),
                node("R05-2", "2026-09-30", "完成"),
                node("R05-3", "2026-12-31", "完成"));

        Progress progress = RAIL.judge("2026-Q3", tasks);
        Progress effort = TargetDraft.milestones("R05").worded(Wording.EFFORT).judge("2026-Q3", tasks);

        assertThat(progress.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(progress.light()).isEqualTo(Light.RED);
        // what is done ahead of time does not make up for what is overdue
        assertThat(progress.attainment().actual()).isEqualTo("1");
        assertThat(progress.attainment().goal()).isEqualTo("2");
        assertThat(ProgressText.goal(progress)).isEqualTo("到期的2个节点均完成");
        assertThat(ProgressText.actual(progress)).isEqualTo("到期的2个节点中完成1个");
        assertThat(progress.note()).isEqualTo("节点共3个，到期2个，完成2个；逾期：R05-1节点R05-1（应于2026-06-30完成，受阻）");
        assertThat(effort.status()).isEqualTo(ProgressStatus.UNDER_WAY);
        assertThat(effort.note()).isEqualTo(progress.note());
    }

    @Test
    void isCompletedWhenAllAreDoneAndUnderWayWhileNoneIsDue() {
        Progress completed =
                RAIL.judge("2026-Q3", tasks(node("R05-1", "2026-06-30", "完成"), node("R05-2", "2026-12-31", "完成")));
        Progress early = RAIL.judge("2026-Q3", tasks(node("R05-1", "2026-10-01", "推进中")));

        assertThat(completed.status()).isEqualTo(ProgressStatus.COMPLETED);
        assertThat(early.status()).isEqualTo(ProgressStatus.UNDER_WAY);
        assertThat(early.attainment().goal()).isEqualTo("0");
        assertThat(ProgressText.goal(early)).isEqualTo("尚无到期的节点");
        assertThat(ProgressText.actual(early)).isEqualTo("完成0个");
    }

    @Test
    void isUndecidedWithoutNodesOrWithoutALedger() {
        Progress none = RAIL.judge("2026-Q3", tasks(node("D08-1", "2026-03-31", "完成")));
        Progress nobody = RAIL.judge("2026-Q3");

        assertThat(none.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(none.note()).isEqualTo("任务清单中没有R05的节点");
        assertThat(nobody.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(nobody.grounds().coverage().missing()).containsExactly(TRANSPORT);
    }

    @Test
    void aNodeOfTwoDepartmentsIsOneNodeAndDoneWhenBothSaySo() {
        Progress progress = TargetDraft.milestones("R05")
                .owedBy("县统计局", "县交通运输局")
                .judge(
                        "2026-Q3",
                        tasks(node("R05-1", "2026-06-30", "完成")),
                        Counted.accepted(SmallCounty.ledger(
                                TASKS,
                                STATISTICS,
                                "2026-09",
                                SmallCounty.node(STATISTICS, "R05-1", "节点R05-1", "2026-07-31", "推进中"))));

        assertThat(progress.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(progress.note()).isEqualTo("节点共1个，到期1个，完成0个；逾期：R05-1节点R05-1（应于2026-06-30完成，推进中）");
        assertThat(progress.grounds().coverage().fraction()).isEqualTo("2/2");
    }

    @Test
    void whoIsResponsibleAndSentNoLedgerMakesItProvisional() {
        Progress progress = TargetDraft.milestones("R05")
                .owedBy("县统计局", "县交通运输局")
                .judge("2026-Q3", tasks(node("R05-1", "2026-06-30", "完成")));

        assertThat(progress.status()).isEqualTo(ProgressStatus.COMPLETED);
        assertThat(progress.grounds().coverage().missing()).containsExactly(STATISTICS);
        assertThat(progress.grounds().provisional()).isTrue();
    }

    private static Counted of(ReportingUnit unit, String code, String due, String state) {
        return Counted.accepted(
                SmallCounty.ledger(TASKS, unit, "2026-09", SmallCounty.node(unit, code, "节点" + code, due, state)));
    }

    @Test
    void unitsToWhichItAppliesStandByTheirOwnNodes() {
        Progress progress = TargetDraft.milestones("O08")
                .perUnit()
                .applyingTo(SmallCounty.JIAYI, STATISTICS, TRANSPORT)
                .judge(
                        "2026-Q3",
                        of(STATISTICS, "O08-1", "2026-06-30", "完成"),
                        of(TRANSPORT, "O08-3", "2026-09-15", "受阻"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(progress.byUnit().below()).containsExactly(TRANSPORT);
        assertThat(progress.byUnit().units())
                .extracting(
                        one -> one.unit().name(),
                        UnitProgress::actual,
                        UnitProgress::goal,
                        UnitProgress::status,
                        UnitProgress::reached)
                .containsExactly(
                        tuple("加义镇", null, null, ProgressStatus.NOT_APPLICABLE, Verdict.UNDECIDED),
                        tuple(
                                "县统计局",
                                new BigDecimal("1"),
                                new BigDecimal("1"),
                                ProgressStatus.COMPLETED,
                                Verdict.PASSES),
                        tuple(
                                "县交通运输局",
                                new BigDecimal("0"),
                                new BigDecimal("1"),
                                ProgressStatus.NOT_MET,
                                Verdict.FAILS));
    }

    @Test
    void aUnitWithoutANodeOrWithNoneDueIsNotBelow() {
        Progress progress = TargetDraft.milestones("O08")
                .perUnit()
                .applyingTo(STATISTICS, TRANSPORT)
                .judge("2026-Q3", of(TRANSPORT, "O08-1", "2026-12-31", "推进中"));

        assertThat(progress.byUnit().below()).isEmpty();
        assertThat(progress.byUnit().units())
                .extracting(UnitProgress::actual, UnitProgress::goal, UnitProgress::status)
                .containsExactly(
                        tuple(null, null, ProgressStatus.UNDECIDED),
                        tuple(new BigDecimal("0"), new BigDecimal("0"), ProgressStatus.UNDER_WAY));
    }

    @Test
    void effortIsNeverBelow() {
        Progress progress = TargetDraft.milestones("O08")
                .worded(Wording.EFFORT)
                .perUnit()
                .applyingTo(TRANSPORT)
                .judge("2026-Q3", of(TRANSPORT, "O08-1", "2026-06-30", "受阻"));

        assertThat(progress.byUnit().below()).isEmpty();
        assertThat(progress.byUnit().units())
                .singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(ProgressStatus.UNDER_WAY));
    }
}
