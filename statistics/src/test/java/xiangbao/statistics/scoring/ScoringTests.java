package xiangbao.statistics.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

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
        Ranking townships = Scoring.USUAL_BY_PIECE
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
        Ranking townships = Scoring.USUAL_BY_PIECE
                .rank(UNITS, List.of(owed(WUSHI, "平11-1", sentBack(1, 10), on(2, 20, 9))))
                .get(0);
        assertThat(townships.scores().get(0).deductions())
                .extracting(Deduction::kind)
                .containsExactly(Deduction.Kind.RETURNED);
    }

    @Test
    void equalPointsShareTheRankInTheOrderOfTheRegister() {
        Ranking townships = Scoring.USUAL_BY_PIECE
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
        List<Ranking> rankings =
                Scoring.USUAL_BY_PIECE.rank(UNITS, List.of(owed(ROADS, "平21-1"), owed(WUSHI, "平11-1")));
        assertThat(told(rankings.get(0))).containsExactly("1 伍市镇 95");
        assertThat(told(rankings.get(1))).containsExactly("1 县交通运输局 95");
    }

    @Test
    void whoIsRankedIsNotWhoReports() {
        Scoring towns = new Scoring(
                RateBasis.PIECE,
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
            assertThat(told(ranking)).containsExactly("1 伍市镇 3.0");
            assertThat(ranking.scores().get(0).deductions())
                    .extracting(one -> one.kind().title() + " " + one.points() + " " + one.reckoning())
                    .containsExactly("迟报 0.5 每迟报一张扣0.5分", "退回 0 每退回一次扣0分", "未报 6.5 每未报一张扣8分；扣到最低3分为止，本行扣6.5分");
        });
    }

    private static Score score(Scoring scoring, int owed, int missing, Delivery.Arrival... arrivals) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int form = 0; form < owed; form++) {
            String code = "平" + (10 + form) + "-1";
            if (form < missing) {
                deliveries.add(owed(WUSHI, code));
            } else if (form == missing && arrivals.length > 0) {
                deliveries.add(owed(WUSHI, code, arrivals));
            } else {
                deliveries.add(owed(WUSHI, code, on(1, 9, 9)));
            }
        }
        return scoring.rank(UNITS, deliveries).get(0).scores().get(0);
    }

    @Test
    void whoOwesMoreLosesAsMuchForTheSameShare() {
        Score many = score(Scoring.USUAL, 30, 3);
        Score few = score(Scoring.USUAL, 10, 1);

        assertThat(many.points()).isEqualByComparingTo("90").isEqualByComparingTo(few.points());
        assertThat(many.deductions())
                .extracting(one -> one.points() + " " + one.reckoning())
                .containsExactly(
                        "3.34 未报3张÷应报30张，每一成扣10分，共扣10分，分3行记",
                        "3.33 未报3张÷应报30张，每一成扣10分，共扣10分，分3行记",
                        "3.33 未报3张÷应报30张，每一成扣10分，共扣10分，分3行记");
        assertThat(few.deductions())
                .extracting(one -> one.points() + " " + one.reckoning())
                .containsExactly("10.00 未报1张÷应报10张，每一成扣10分，扣10分");
        assertThat(score(Scoring.USUAL_BY_PIECE, 30, 3).points()).isEqualByComparingTo("85");
        assertThat(score(Scoring.USUAL_BY_PIECE, 10, 1).points()).isEqualByComparingTo("95");
    }

    @Test
    void sharesAreRoundedOnceForEachKindAndTheirLinesAddUp() {
        Score score = score(Scoring.USUAL, 7, 2, sentBack(1, 12), sentBack(2, 13), on(3, 14, 9));

        // 2/7 of 100 = 28.571…, 1/7 of 40 = 5.714…, 2/7 of 20 = 5.714…
        assertThat(score.deductions())
                .extracting(one -> one.kind().title() + " " + one.points() + " " + one.reckoning())
                .containsExactly(
                        "未报 14.29 未报2张÷应报7张，每一成扣10分，共扣28.57分，分2行记",
                        "未报 14.28 未报2张÷应报7张，每一成扣10分，共扣28.57分，分2行记",
                        "迟报 5.71 迟报1张÷应报7张，每一成扣4分，扣5.71分",
                        "退回 2.86 退回2次÷应报7张，每一成扣2分，共扣5.71分，分2行记",
                        "退回 2.85 退回2次÷应报7张，每一成扣2分，共扣5.71分，分2行记");
        assertThat(score.points()).isEqualByComparingTo("60.01");
    }

    /** Whatever the rules and however many are owed, what stands on the lines is exactly what is missing from the full points. */
    @Test
    void linesAlwaysAddUpToWhatIsLost() {
        for (RateBasis by : RateBasis.values()) {
            for (int owed = 1; owed <= 33; owed++) {
                for (int missing = 0; missing <= owed; missing++) {
                    Scoring scoring = by == RateBasis.SHARE ? Scoring.USUAL : Scoring.USUAL_BY_PIECE;
                    Score score = score(scoring, owed, missing, sentBack(1, 12), on(2, 13, 9));
                    BigDecimal off =
                            score.deductions().stream().map(Deduction::points).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(scoring.full().subtract(off)).isEqualByComparingTo(score.points());
                    assertThat(score.points()).isBetween(BigDecimal.ZERO, scoring.full());
                }
            }
        }
        assertThat(score(Scoring.USUAL, 13, 13).points()).isEqualByComparingTo("0");
    }
}
