package xiangbao.statistics.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.UnitCode;
import xiangbao.statistics.model.UnitKind;
import xiangbao.statistics.model.UnitSelector;
import xiangbao.statistics.model.Units;
import xiangbao.statistics.model.Validity;

class ScoringTests {
    private static final ReportingUnit WUSHI = unit("430626111", "伍市镇", UnitKind.TOWN);
    private static final ReportingUnit ANDING = unit("430626101", "安定镇", UnitKind.TOWN);
    private static final ReportingUnit SANDUN = unit("430626210", "三墩乡", UnitKind.TOWNSHIP);
    private static final ReportingUnit HANCHANG = unit("430626001", "汉昌街道", UnitKind.SUBDISTRICT);
    private static final ReportingUnit ROADS = unit("430626-JT", "县交通运输局", UnitKind.DEPARTMENT);
    private static final Units UNITS = new Units(List.of(WUSHI, ANDING, SANDUN, HANCHANG, ROADS));
    private static final LocalDate DUE = LocalDate.of(2026, 10, 10);

    private static ReportingUnit unit(String code, String name, UnitKind kind) {
        return new ReportingUnit(new UnitCode(code), null, name, kind, null, List.of(), Validity.ALWAYS, Map.of());
    }

    private static Delivery owed(ReportingUnit unit, String form, Delivery.Arrival... arrivals) {
        return new Delivery(unit, new FormCode(form), ReferencePeriod.of("2026-Q3"), DUE, Arrays.asList(arrivals));
    }

    private static Delivery.Arrival on(int round, int day, int hour) {
        return new Delivery.Arrival(round, LocalDateTime.of(2026, 10, day, hour, 0), false);
    }

    private static Delivery.Arrival sentBack(int round, int day) {
        return new Delivery.Arrival(round, LocalDateTime.of(2026, 10, day, 9, 0), true);
    }

    private static List<String> told(Ranking ranking) {
        return ranking.scores().stream()
                .map(score -> score.rank() + " " + score.unit().name() + " " + score.points())
                .toList();
    }

    @Test
    void lateMissingAndReturnedCostWhatTheRulesSay() {
        Ranking townships = Scoring.USUAL
                .rank(
                        UNITS,
                        List.of(
                                owed(WUSHI, "平11-1", on(1, 10, 23)),
                                owed(ANDING, "平11-1", on(1, 11, 0)),
                                owed(SANDUN, "平11-1", sentBack(1, 9), sentBack(2, 10), on(3, 12, 8)),
                                owed(HANCHANG, "平11-1"),
                                owed(WUSHI, "平31-1", on(1, 9, 9)),
                                owed(ANDING, "平31-1", sentBack(1, 12)),
                                owed(SANDUN, "平31-1", on(1, 8, 8)),
                                owed(HANCHANG, "平31-1")))
                .get(0);

        assertThat(told(townships)).containsExactly("1 伍市镇 100", "2 三墩乡 98", "3 安定镇 95", "4 汉昌街道 90");
        Score anding = townships.scores().get(2);
        assertThat(anding.owed()).isEqualTo(2);
        assertThat(anding.deductions())
                .extracting(one ->
                        one.kind().title() + " " + one.delivery().form() + " 第" + one.round() + "次 −" + one.points())
                .containsExactly("迟报 平11-1 第1次 −2", "迟报 平31-1 第1次 −2", "退回 平31-1 第1次 −1");
        assertThat(anding.count(Deduction.Kind.LATE)).isEqualTo(2);
        assertThat(townships.scores().get(0).isFlawless()).isTrue();
    }

    @Test
    void theCorrectionOfWhatCameInTimeIsNotLate() {
        Ranking townships = Scoring.USUAL
                .rank(UNITS, List.of(owed(WUSHI, "平11-1", sentBack(1, 10), on(2, 20, 9))))
                .get(0);
        assertThat(townships.scores().get(0).deductions())
                .extracting(Deduction::kind)
                .containsExactly(Deduction.Kind.RETURNED);
    }

    @Test
    void equalPointsShareTheRankInTheOrderOfTheRegister() {
        Ranking townships = Scoring.USUAL
                .rank(
                        UNITS,
                        List.of(
                                owed(HANCHANG, "平11-1", on(1, 11, 9)),
                                owed(SANDUN, "平11-1", on(1, 10, 9)),
                                owed(ANDING, "平11-1"),
                                owed(WUSHI, "平11-1", on(1, 12, 9))))
                .get(0);
        assertThat(told(townships)).containsExactly("1 三墩乡 100", "2 伍市镇 98", "2 汉昌街道 98", "4 安定镇 95");
    }

    @Test
    void departmentsAreRankedApartAndWhoOwesNothingIsNotRanked() {
        List<Ranking> rankings = Scoring.USUAL.rank(UNITS, List.of(owed(ROADS, "平21-1"), owed(WUSHI, "平11-1")));
        assertThat(told(rankings.get(0))).containsExactly("1 伍市镇 95");
        assertThat(told(rankings.get(1))).containsExactly("1 县交通运输局 95");
    }

    @Test
    void whoIsRankedIsNotWhoReports() {
        Scoring towns = new Scoring(
                new BigDecimal("10"),
                new BigDecimal("0.5"),
                BigDecimal.valueOf(8),
                BigDecimal.ZERO,
                BigDecimal.valueOf(3),
                List.of(new RankedGroup("镇", new UnitSelector(Set.of(UnitKind.TOWN), Set.of(), Set.of(ANDING.code())))),
                Set.of(new FormCode("平41-1")));
        List<Ranking> rankings = towns.rank(
                UNITS,
                List.of(
                        owed(WUSHI, "平11-1", sentBack(1, 11)),
                        owed(WUSHI, "平31-1"),
                        owed(WUSHI, "平41-1"),
                        owed(ANDING, "平11-1"),
                        owed(SANDUN, "平11-1")));
        assertThat(rankings).singleElement().satisfies(ranking -> {
            assertThat(told(ranking)).containsExactly("1 伍市镇 3");
            assertThat(ranking.scores().get(0).deductions())
                    .extracting(one -> one.kind().title() + " " + one.points())
                    .containsExactly("迟报 0.5", "退回 0", "未报 8");
        });
    }
}
