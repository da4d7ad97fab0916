package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.GRAIN;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.TIANYUE;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.units.ReportingUnit;

class TownshipTaskTests {
    private static Counted area(ReportingUnit unit, String area) {
        return Counted.accepted(SmallCounty.of(GRAIN, unit, "2026-Q3", "06.1=" + area));
    }

    private static TargetDraft camellia() {
        return TargetDraft.measured("O03", "[平11-1:06.1]", "亩")
                .reaching("1000")
                .paced(Pace.ELAPSED)
                .ranked();
    }

    private static Plan divided(List<TargetDraft> drafts, Map<ReportingUnit, String> tasks) {
        return new Plan("方案", 2026, drafts.stream().map(TargetDraft::target).toList())
                .with(new TownshipTasks(Map.of(
                        "O03",
                        tasks.entrySet().stream()
                                .collect(java.util.stream.Collectors.toMap(
                                        entry -> entry.getKey().code(), entry -> new BigDecimal(entry.getValue()))))));
    }

    @Test
    void aTownshipIsHeldAgainstItsOwnTask() {
        Plan plan = divided(List.of(camellia()), Map.of(WUSHI, "400", ANDING, "300", JIAYI, "200"));

        Progress progress =
                TargetDraft.judge(plan, "2026-Q3", area(WUSHI, "400"), area(ANDING, "210"), area(TIANYUE, "9"));

        assertThat(progress.byUnit().units())
                .extracting(UnitProgress::unit)
                .containsExactly(TIANYUE, ANDING, JIAYI, WUSHI);
        assertThat(progress.byUnit().units())
                .extracting(UnitProgress::status)
                .containsExactly(
                        ProgressStatus.NO_TARGET,
                        ProgressStatus.BEHIND,
                        ProgressStatus.UNDECIDED,
                        ProgressStatus.COMPLETED);
        assertThat(progress.byUnit().units().get(1).goal()).isEqualTo("300");
        assertThat(progress.byUnit().units().get(1).completion()).isEqualTo("70.0");
        assertThat(progress.byUnit().units().get(1).deviation()).isEqualTo("-4.8");
        assertThat(progress.byUnit().below()).containsExactly(ANDING);
    }

    @Test
    void tasksThatDoNotAddUpToTheCountysAreTold() {
        Progress less =
                TargetDraft.judge(divided(List.of(camellia()), Map.of(WUSHI, "400.5", ANDING, "300")), "2026-Q3");
        Progress enough =
                TargetDraft.judge(divided(List.of(camellia()), Map.of(WUSHI, "700", ANDING, "300")), "2026-Q3");
        Progress undivided =
                TargetDraft.judge(divided(List.of(TargetDraft.rate("S01", "99")), Map.of(WUSHI, "1")), "2026-Q3");

        assertThat(less.counterparts().taskSum()).isEqualTo("700.5");
        assertThat(less.note()).contains("乡镇任务合计700.5亩，比县任务少299.5亩");
        assertThat(enough.counterparts().taskSum()).isEqualTo("1000");
        assertThat(enough.note()).doesNotContain("乡镇任务合计");
        assertThat(undivided.counterparts().taskSum()).isNull();
    }

    @Test
    void townshipsAreRankedOnWhatTheyWereGiven() {
        Plan plan = divided(List.of(camellia()), Map.of(WUSHI, "100", ANDING, "200", JIAYI, "50"));

        Progress progress =
                TargetDraft.judge(plan, "2026-Q3", area(WUSHI, "75"), area(ANDING, "150"), area(JIAYI, "90"));
        ProjectRanking ranking = ProjectRanking.of(List.of(progress));

        assertThat(ranking.places())
                .extracting(place -> place.rank() + place.unit().name() + place.completion())
                .containsExactly("1加义镇100", "2安定镇75", "2伍市镇75");
        assertThat(ranking.places().get(0).reached()).isEqualTo(1);
        assertThat(ranking.unranked()).containsExactly(new ProjectRanking.Unranked(TIANYUE, "没有任务"));
    }

    @Test
    void whoHasNotReportedATaskIsNotRanked() {
        Plan plan = divided(List.of(camellia()), Map.of(WUSHI, "100", ANDING, "200"));

        ProjectRanking ranking = ProjectRanking.of(List.of(TargetDraft.judge(plan, "2026-Q3", area(ANDING, "199"))));

        assertThat(ranking.places()).extracting(ProjectRanking.Place::unit).containsExactly(ANDING);
        assertThat(ranking.unranked())
                .extracting(one -> one.unit().name() + one.reason())
                .containsExactly("天岳街道没有任务", "加义镇没有任务", "伍市镇未报：O03目标O03");
    }

    @Test
    void severalTasksAreRankedByTheirMeanAndNoneMakesUpForAnother() {
        TargetDraft rate = TargetDraft.rate("R01", "100").ranked().applyingTo(WUSHI, ANDING);
        Counted[] counted = {
            area(WUSHI, "300"),
            area(ANDING, "90"),
            Counted.accepted(SmallCounty.of(TOILETS, WUSHI, "2026-Q3", "04.1=10", "05.1=8")),
            Counted.accepted(SmallCounty.of(TOILETS, ANDING, "2026-Q3", "04.1=10", "05.1=10"))
        };
        Plan areas = divided(List.of(camellia()), Map.of(WUSHI, "100", ANDING, "100"));

        ProjectRanking ranking = ProjectRanking.of(
                Stream.of(TargetDraft.judge(areas, "2026-Q3", counted), rate.judge("2026-Q3", counted))
                        .toList());

        assertThat(ranking.places()).extracting(ProjectRanking.Place::unit).containsExactly(ANDING, WUSHI);
        assertThat(ranking.places().get(0).completion()).isEqualTo(Fraction.of(95));
        assertThat(ranking.places().get(1).completion()).isEqualTo(Fraction.of(90));
        assertThat(ranking.places().get(1).tasks()).isEqualTo(2);
    }

    @Test
    void aStatisticIsNeverRanked() {
        Progress grain = TargetDraft.measured("G01", "[平11-1:06.1]", "亩")
                .reaching("100")
                .perUnit()
                .judge("2026-Q3", area(WUSHI, "75"));

        assertThat(ProjectRanking.of(List.of(grain)).places()).isEmpty();
        assertThat(ProjectRanking.of(List.of(grain)).unranked()).isEmpty();
    }
}
