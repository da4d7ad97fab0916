package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.INCOME;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.ROADS;
import static xiangbao.statistics.aggregate.SmallCounty.STATISTICS;
import static xiangbao.statistics.aggregate.SmallCounty.TIANYUE;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import org.junit.jupiter.api.Test;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.units.ReportingUnit;

class ApplicabilityTests {
    private static Counted toilets(ReportingUnit unit, String households, String sanitary) {
        return Counted.accepted(SmallCounty.of(TOILETS, unit, "2026-Q3", "04.1=" + households, "05.1=" + sanitary));
    }

    private static Counted steps(ReportingUnit unit, String steps) {
        return Counted.accepted(SmallCounty.of(TOILETS, unit, "2026-Q3", "16.1=" + steps));
    }

    @Test
    void whatDoesNotApplyToATownshipIsNoPartOfTheCountysFigure() {
        Counted[] all = {toilets(WUSHI, "100", "99"), toilets(ANDING, "100", "50"), toilets(TIANYUE, "100", "10")};

        Progress two = TargetDraft.rate("S01", "99").applyingTo(WUSHI, JIAYI).judge("2026-Q3", all);
        Progress all4 = TargetDraft.rate("S01", "99").judge("2026-Q3", all);

        assertThat(two.attainment().actual()).isEqualTo("99.0");
        assertThat(two.status()).isEqualTo(ProgressStatus.MET);
        assertThat(two.grounds().coverage().fraction()).isEqualTo("1/2");
        assertThat(two.grounds().contributions()).hasSize(2);
        assertThat(all4.attainment().actual()).isEqualTo("53.0");
        assertThat(all4.grounds().coverage().fraction()).isEqualTo("3/4");
    }

    @Test
    void whatADepartmentStatesCountsWhateverTownshipsATargetAppliesTo() {
        Progress growth = TargetDraft.measured("N01", "[平41-2:01.1]", "%")
                .reaching("6")
                .applyingTo(WUSHI)
                .judge("2026-Q3", Counted.accepted(SmallCounty.of(INCOME, STATISTICS, "2026-Q3", "01.1=6.2")));
        Progress roads = TargetDraft.measured("R02", "sum([平21-1:02])", "公里")
                .reaching("5")
                .applyingTo(WUSHI)
                .judge(
                        "2026-Q3",
                        Counted.accepted(SmallCounty.ledger(
                                ROADS,
                                STATISTICS,
                                "2026-Q3",
                                SmallCounty.road(WUSHI, "3.5"),
                                SmallCounty.road(ANDING, "4"))));

        assertThat(growth.attainment().actual()).isEqualTo("6.2");
        assertThat(growth.status()).isEqualTo(ProgressStatus.MET);
        assertThat(roads.attainment().actual()).isEqualTo("3.5");
        assertThat(roads.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(roads.grounds().contributions()).hasSize(1);
    }

    @Test
    void namedTownshipsMustEachReachIt() {
        TargetDraft towns = TargetDraft.measured("O08", "[平31-1:16.1]", "个")
                .reaching("1")
                .applyingTo(WUSHI, JIAYI)
                .everyUnit();

        Progress both = towns.judge("2026-Q3", steps(WUSHI, "1"), steps(JIAYI, "2"));
        Progress one = towns.judge("2026-Q3", steps(WUSHI, "3"), steps(JIAYI, "0"));
        Progress unknown = towns.judge("2026-Q3", steps(WUSHI, "3"));

        assertThat(both.status()).isEqualTo(ProgressStatus.MET);
        assertThat(both.note()).isEqualTo("全县合计3.0个");
        assertThat(ProgressText.goal(both)).isEqualTo("2个乡镇各≥ 1个");
        assertThat(ProgressText.actual(both)).isEqualTo("2个乡镇均达到");
        assertThat(both.attainment().completion()).isEqualTo("100.0");
        assertThat(one.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(one.attainment().actual()).isEqualTo("1");
        assertThat(one.attainment().goal()).isEqualTo("2");
        assertThat(ProgressText.actual(one)).isEqualTo("1个乡镇达到／2个，缺加义镇");
        assertThat(ProgressText.measure(one)).isEqualTo("个乡镇");
        assertThat(one.attainment().completion()).isEqualTo("50.0");
        assertThat(one.byUnit().below()).containsExactly(JIAYI);
        assertThat(unknown.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(ProgressText.actual(unknown)).isEqualTo("1个乡镇达到／2个，加义镇未判定");
        assertThat(unknown.grounds().coverage().missing()).containsExactly(JIAYI);
    }

    @Test
    void theCountyPassesOnItsSumWhereNotEveryUnitMust() {
        TargetDraft sum = TargetDraft.measured("O08", "[平31-1:16.1]", "个")
                .reaching("1")
                .applyingTo(WUSHI, JIAYI)
                .perUnit();

        Progress progress = sum.judge("2026-Q3", steps(WUSHI, "3"), steps(JIAYI, "0"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.MET);
        assertThat(progress.byUnit().below()).containsExactly(JIAYI);
    }

    @Test
    void aUnitWithNothingToReachDoesNotStandInTheWay() {
        TargetDraft every = TargetDraft.rate("G04", "100").everyUnit().applyingTo(WUSHI, ANDING, TIANYUE);

        Progress progress = every.judge(
                "2026-Q3", toilets(WUSHI, "10", "10"), toilets(ANDING, "5", "5"), toilets(TIANYUE, "0", "0"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.MET);
        assertThat(progress.note()).isEqualTo("全县合计100.0%");
        assertThat(ProgressText.actual(progress)).isEqualTo("2个乡镇均达到");
        assertThat(progress.byUnit().units())
                .extracting(UnitProgress::reached)
                .containsExactly(Verdict.UNDECIDED, Verdict.PASSES, Verdict.PASSES);
    }
}
