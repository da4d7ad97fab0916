package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.GRAIN;
import static xiangbao.statistics.aggregate.SmallCounty.INCOME;
import static xiangbao.statistics.aggregate.SmallCounty.STATISTICS;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.OfficialFigures;

/** What stands beside the actual: earlier periods, 核定数, comparators. */
class TrendTests {
    private static Counted toilets(String period, String sanitary) {
        return Counted.accepted(SmallCounty.of(TOILETS, WUSHI, period, "04.1=100", "05.1=" + sanitary));
    }

    @Test
    void tellsWhereATargetStoodEarlierInTheYear() {
        Progress progress = TargetDraft.rate("S01", "99")
                .judge(
                        "2026-Q4",
                        toilets("2025-Q4", "90"),
                        toilets("2026-Q1", "99"),
                        toilets("2026-Q2", "98"),
                        toilets("2026-Q4", "100"));

        assertThat(progress.counterparts().trend())
                .containsExactly(
                        new TrendPoint(ReferencePeriod.of("2026-Q1"), new BigDecimal("99.0"), ProgressStatus.MET),
                        new TrendPoint(ReferencePeriod.of("2026-Q2"), new BigDecimal("98.0"), ProgressStatus.NOT_MET));
    }

    @Test
    void aThresholdIsToBeKeptAtEveryCheckDate() {
        TargetDraft kept = TargetDraft.rate("S01", "99");

        Progress again = kept.judge("2026-Q3", toilets("2026-Q1", "98"), toilets("2026-Q3", "100"));
        Progress always = kept.judge("2026-Q3", toilets("2026-Q1", "99"), toilets("2026-Q3", "100"));
        Progress missed = kept.judge("2026-Q3", toilets("2026-Q1", "98"), toilets("2026-Q3", "97"));

        assertThat(again.status()).isEqualTo(ProgressStatus.MET);
        assertThat(again.note()).isEqualTo("本年曾未达标：2026年一季度98.0%");
        assertThat(always.note()).isEmpty();
        assertThat(missed.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(missed.note()).isEmpty();
    }

    @Test
    void aTargetOfPartsHasATrendToo() {
        Progress progress = TargetDraft.judge(
                List.of(TargetDraft.composite("R01", "R01a"), TargetDraft.rate("R01a", "99")),
                "2026-Q2",
                toilets("2026-Q1", "98"),
                toilets("2026-Q2", "99"));

        assertThat(progress.counterparts().trend())
                .containsExactly(
                        new TrendPoint(ReferencePeriod.of("2026-Q1"), BigDecimal.ZERO, ProgressStatus.NOT_MET));
    }

    private static Progress area(String period, OfficialFigure... official) {
        Basis basis = new Basis(
                ReferencePeriod.of(period),
                List.of(Counted.accepted(SmallCounty.of(GRAIN, WUSHI, period, "06.1=1000"))),
                Set.of());
        RollUp rollUp =
                RollUp.of(SmallCounty.forms(), SmallCounty.UNITS, basis, new OfficialFigures(List.of(official)));
        Target target =
                TargetDraft.measured("G01", "[平11-1:06.1]", "亩").reaching("900").target();
        return PlanJudge.judge(new Plan("方案", 2026, List.of(target)), rollUp, SmallCounty.UNITS)
                .get(0);
    }

    private static OfficialFigure official(String indicator, String period, String value, String unit) {
        return new OfficialFigure(
                indicator,
                ReferencePeriod.of(period),
                new BigDecimal(value),
                unit,
                "平统〔2027〕3号",
                LocalDate.of(2027, 1, 20));
    }

    @Test
    void aLegalFigureStandsBesideTheSumAndNeverOverIt() {
        Progress own = area("2026-Q4", official("G01", "2026", "0.08", "万亩"));
        Progress ofIndicator = area("2026-Q4", official("平11-1:06.1", "2026-Q4", "850", "亩"));
        Progress ofAnotherPeriod = area("2026-Q3", official("G01", "2026", "800", "亩"));

        OfficialFigure beside = Objects.requireNonNull(own.counterparts().official());
        assertThat(beside.value()).isEqualByComparingTo("800");
        assertThat(beside.unit()).isEqualTo("亩");
        assertThat(beside.document()).isEqualTo("平统〔2027〕3号");
        assertThat(own.attainment().actual()).isEqualTo("1000.0");
        assertThat(own.status()).isEqualTo(ProgressStatus.MET);
        assertThat(Objects.requireNonNull(ofIndicator.counterparts().official()).value())
                .isEqualTo("850");
        assertThat(ofAnotherPeriod.counterparts().official()).isNull();
    }

    @Test
    void aLegalFigureStandsThereEvenWhereNothingIsReported() {
        Basis nothing = new Basis(ReferencePeriod.of("2026-Q4"), List.of(), Set.of());
        RollUp rollUp = RollUp.of(
                SmallCounty.forms(),
                SmallCounty.UNITS,
                nothing,
                new OfficialFigures(List.of(official("G13", "2026", "85", "万亩"))));
        Target target = TargetDraft.unmeasured("G13", "万亩").target();

        Progress progress = PlanJudge.judge(new Plan("方案", 2026, List.of(target)), rollUp, SmallCounty.UNITS)
                .get(0);

        assertThat(Objects.requireNonNull(progress.counterparts().official()).value())
                .isEqualTo("85");
        assertThat(progress.attainment().actual()).isNull();
        assertThat(progress.status()).isEqualTo(ProgressStatus.NO_TARGET);
    }

    private static Progress growth(String rural, String national, String domestic) {
        Target target = TargetDraft.measured("N01", "[平41-2:01.1]", "%")
                .above(
                        new Comparator("全国农村居民", Formula.of("[平41-2:02.1]")),
                        new Comparator("本县GDP", Formula.of("[平41-2:03.1]")))
                .unconfirmed("")
                .target();
        Basis basis = new Basis(
                ReferencePeriod.of("2026-Q3"),
                List.of(Counted.accepted(SmallCounty.of(
                        INCOME, STATISTICS, "2026-Q3", "01.1=" + rural, "02.1=" + national, "03.1=" + domestic))),
                Set.of());
        return PlanJudge.judge(new Plan("方案", 2026, List.of(target)), SmallCounty.rollUp(basis), SmallCounty.UNITS)
                .get(0);
    }

    @Test
    void leadsOverComparatorsAreInPercentagePoints() {
        Progress above = growth("6.2", "6.0", "5.25");
        Progress unknown = growth("6.2", "6.0", "?");
        Progress equal = growth("6.2", "6.2", "?");

        assertThat(above.status()).isEqualTo(ProgressStatus.MET);
        assertThat(above.counterparts().comparators().get(1).lead()).isEqualTo("1.0");
        assertThat(above.counterparts().comparators().get(1).leadUnit()).isEqualTo("百分点");
        assertThat(above.note()).isEqualTo("口径待确认");
        assertThat(unknown.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(unknown.note()).isEqualTo("口径待确认；缺少比较数：本县GDP");
        assertThat(equal.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(equal.counterparts().comparators().get(0).verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void aTargetSharedWithAnotherCountyIsForInformation() {
        Progress cluster = TargetDraft.measured("D11", "[平11-1:06.1]", "亩")
                .reaching("10000")
                .worded(Wording.INFORMATION)
                .judge("2026-Q3", Counted.accepted(SmallCounty.of(GRAIN, WUSHI, "2026-Q3", "06.1=80")));

        assertThat(cluster.status()).isEqualTo(ProgressStatus.INFORMATION);
        assertThat(cluster.light()).isEqualTo(Light.GREY);
        assertThat(cluster.attainment().actual()).isEqualTo("80.0");
    }
}
