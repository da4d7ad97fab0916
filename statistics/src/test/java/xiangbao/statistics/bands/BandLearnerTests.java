package xiangbao.statistics.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.tuning.ScreenRules;

/** What is learned of nine townships, with exact figures. */
class BandLearnerTests {
    private final List<PastReport> reports = new ArrayList<>();

    private List<Band> learned(String item) {
        return BandLearner.learn(BandCounty.waste(), ScreenRules.DEFAULT, reports).stream()
                .filter(band -> band.indicator().equals(BandCounty.indicator(item)))
                .toList();
    }

    private void report(int unit, String period, String... figures) {
        reports.add(BandCounty.report(BandCounty.waste(), unit, period, figures));
    }

    @Test
    void learnsTheMiddleOfTheRatiosAndHowFarTheyScatter() {
        // times 1.0, 1.1 … 1.8: all of one size, so that size plays no part
        for (int unit = 1; unit <= 9; unit++) {
            for (int year = 2023; year <= 2024; year++) {
                report(unit, year + "-Q2", "02.1=1000");
                report(unit, year + "-Q3", "02.1=" + (900 + 100 * unit));
            }
        }

        Band band = learned("02.1").stream()
                .filter(one -> one.against() == Against.PREVIOUS)
                .findFirst()
                .orElseThrow();
        assertThat(band.season()).isEqualTo(3);
        assertThat(band.median()).isEqualTo(1.4);
        // the larger ones lie closer: (900 + 100·unit)/1400, to the power of a half, stretches their distances
        assertThat(band.lower()).isCloseTo(1.2, within(0.03));
        assertThat(band.upper()).isCloseTo(1.62, within(0.03));
        assertThat(band.size()).isEqualTo(1400);
        assertThat(band.cases()).isEqualTo(9);
    }

    @Test
    void oneYearLeavesMoreRoomThanTwo() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q2", "02.1=1000");
            report(unit, "2024-Q3", "02.1=1500");
        }
        Band once = learned("02.1").get(0);
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2025-Q2", "02.1=1000");
            report(unit, "2025-Q3", "02.1=1500");
        }
        Band twice = learned("02.1").get(0);

        assertThat(once.lower()).isEqualTo(1.228); // 1.5 · e^−0.2
        assertThat(twice.lower()).isEqualTo(1.427); // 1.5 · e^−0.05
    }

    @Test
    void cumulativeFiguresAreNotHeldAgainstTheYearBeforeTheirs() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q4", "02.1=4000");
            report(unit, "2025-Q1", "02.1=1000");
        }

        assertThat(learned("02.1")).extracting(Band::against).doesNotContain(Against.PREVIOUS, Against.LAST_YEAR);
    }

    @Test
    void choosesTheAttributeThatExplainsMost() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q3", "01.1=" + 3 * unit);
        }

        assertThat(learned("01.1"))
                .singleElement()
                .isEqualTo(new Band(
                        BandCounty.indicator("01.1"),
                        Against.ATTRIBUTE,
                        "农村户数",
                        0,
                        0.03,
                        0.02114, // 0.03 · e^−0.35: one year only
                        0.04257,
                        0,
                        9,
                        Set.of()));
    }

    @Test
    void whatHasNothingToDoWithSizeIsLearnedAsSuch() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q3", "01.1=" + (4 + unit % 3));
        }

        Band band = learned("01.1").get(0);
        assertThat(band.against()).isEqualTo(Against.ALONE);
        assertThat(band.base()).isEmpty();
        assertThat(band.median()).isEqualTo(5);
    }

    @Test
    void aUnitThatIsOtherwiseIsNamedAndChangesNothing() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q3", "02.1=" + (unit == 9 ? 90_000 : 10 * unit));
        }

        Band band = learned("02.1").get(0);
        assertThat(band.base()).isEqualTo("农村户数");
        assertThat(band.median()).isEqualTo(0.1);
        assertThat(band.except()).containsExactly(BandCounty.code(9));
    }

    @Test
    void ofTooFewUnitsNothingIsLearnedNorOfZerosNorOfShares() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q3", "01.1=" + (unit < 3 ? 0 : unit), "03.1=" + (90 + unit));
        }

        assertThat(BandLearner.learn(BandCounty.waste(), ScreenRules.DEFAULT, reports))
                .isEmpty();
    }

    @Test
    void whatIsTooLooseToTellAnythingIsNotRecorded() {
        for (int unit = 1; unit <= 9; unit++) {
            report(unit, "2024-Q3", "02.1=" + (long) Math.pow(10, unit * 5 % 9));
        }

        assertThat(learned("02.1")).isEmpty();
    }

    @Test
    void aLineOfALedgerIsMeasuredByAnotherFigureOfTheLine() {
        for (int line = 1; line <= 20; line++) {
            double length = 0.2 * line * line;
            reports.add(BandCounty.report(
                    BandCounty.roads(),
                    1 + line % 9,
                    "2024-Q3",
                    "L" + line + ":02=" + length,
                    "L" + line + ":03=" + length * (line % 2 == 0 ? 60 : 70),
                    "L" + line + ":04=1"));
        }

        List<Band> bands = BandLearner.learn(BandCounty.roads(), ScreenRules.DEFAULT, reports);

        assertThat(bands).extracting(band -> band.indicator().item()).containsExactly("02", "03");
        Band cost = bands.get(1);
        assertThat(cost.against()).isEqualTo(Against.FIGURE);
        assertThat(cost.base()).isEqualTo("02");
        assertThat(cost.median()).isCloseTo(64.81, within(0.01)); // between 60 and 70 on the log scale
        assertThat(cost.cases()).isEqualTo(20);
        assertThat(cost.indicator()).isEqualTo(new IndicatorCode(BandCounty.ROADS, "03"));
    }

    @Test
    void theOrderOfTheReportsPlaysNoPart() {
        Random random = new Random(7);
        for (int unit = 1; unit <= 9; unit++) {
            for (String period : List.of("2023-Q3", "2024-Q2", "2024-Q3")) {
                report(
                        unit,
                        period,
                        "01.1=" + (3 * unit + random.nextInt(3)),
                        "02.1=" + (50 * unit + random.nextInt(90)));
            }
        }
        List<Band> bands = BandLearner.learn(BandCounty.waste(), ScreenRules.DEFAULT, reports);
        Collections.shuffle(reports, random);

        assertThat(BandLearner.learn(BandCounty.waste(), ScreenRules.DEFAULT, reports))
                .isEqualTo(bands)
                .isNotEmpty();
    }
}
