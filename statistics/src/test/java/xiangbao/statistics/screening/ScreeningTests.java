package xiangbao.statistics.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.Q3;
import static xiangbao.statistics.aggregate.SmallCounty.TIANYUE;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.Units;

class ScreeningTests {
    private static Counted doubtful(ReportingUnit unit, String households) {
        Finding query = Finding.of("31-R1", Severity.QUERY, "")
                .at(new IndicatorCode(TOILETS, "04.1"), List.of())
                .reported(households);
        return new Counted(
                SmallCounty.of(TOILETS, unit, "2026-Q3", "04.1=" + households, "05.1=1"),
                Outcome.PENDING_EXPLANATION,
                0,
                List.of(query));
    }

    private static Screening screen(Counted... counted) {
        return Screening.of(SmallCounty.rollUp(new Basis(Q3, List.of(counted), Set.of())), SmallCounty.UNITS);
    }

    @Test
    void openFindingsComeByTheirWeightInTheCounty() {
        Screening screening = screen(
                doubtful(ANDING, "100"),
                doubtful(WUSHI, "300"),
                Counted.accepted(SmallCounty.of(TOILETS, JIAYI, "2026-Q3", "04.1=600", "05.1=1")));

        assertThat(screening.open()).extracting(OpenFinding::unit).containsExactly(WUSHI, ANDING);
        assertThat(screening.open().get(0).share()).isEqualTo("30.0");
        assertThat(screening.open().get(1).share()).isEqualTo("10.0");
    }

    @Test
    void fourUnitsAreTooFewToCallOneAnOutlier() {
        assertThat(screen(
                                doubtful(TIANYUE, "1"),
                                doubtful(ANDING, "100"),
                                doubtful(JIAYI, "101"),
                                doubtful(WUSHI, "102"))
                        .outliers())
                .isEmpty();
    }

    /** Towns 镇0, 镇1 …, as many as there are figures. */
    private static Units towns(int many) {
        List<ReportingUnit> units = new ArrayList<>(List.of(SmallCounty.COUNTY));
        for (int place = 0; place < many; place++) {
            units.add(new ReportingUnit(
                    new UnitCode("43062620" + place),
                    null,
                    "镇" + place,
                    UnitKind.TOWN,
                    null,
                    List.of(),
                    Validity.ALWAYS,
                    Map.of()));
        }
        return new Units(units);
    }

    private static Screening screen(Units towns, List<Counted> counted) {
        return Screening.of(RollUp.of(SmallCounty.forms(), towns, new Basis(Q3, counted, Set.of())), towns);
    }

    private static Screening rates(String... sanitary) {
        Units towns = towns(sanitary.length);
        List<Counted> counted = new ArrayList<>();
        for (int place = 0; place < sanitary.length; place++) {
            counted.add(Counted.accepted(SmallCounty.of(
                    TOILETS, towns.all().get(place + 1), "2026-Q3", "04.1=100", "05.1=" + sanitary[place])));
        }
        return screen(towns, counted);
    }

    /** Households of each town, before and now. */
    private static List<Outlier> changes(String[] before, String[] now) {
        Units towns = towns(now.length);
        List<Counted> counted = new ArrayList<>();
        for (int place = 0; place < now.length; place++) {
            ReportingUnit town = towns.all().get(place + 1);
            counted.add(Counted.accepted(SmallCounty.of(TOILETS, town, "2026-Q2", "04.1=" + before[place])));
            counted.add(Counted.accepted(SmallCounty.of(TOILETS, town, "2026-Q3", "04.1=" + now[place])));
        }
        return screen(towns, counted).outliers();
    }

    private static String told(Outlier one) {
        return one.unit().name() + " " + one.indicator().code() + " " + one.kind() + " " + one.against() + " "
                + one.distance() + " " + one.share();
    }

    @Test
    void aRateFarFromTheMedianIsAnOutlier() {
        // ln(60/98) = -0.4906; the deviation 1.4826 ln(99/98) = 0.0151 is below the floor: -0.4906 / (3.5 x 0.05)
        assertThat(rates("98", "99", "97", "98", "60").outliers())
                .extracting(ScreeningTests::told)
                .containsExactly("镇4 平31-1:普及率 LEVEL 各单位中位数 98.00 -2.8 null");
        // a wide spread is no floor's business: 1.4826 ln(80/40) = 1.0277 x 3.5 is further than ln(40/3)
        assertThat(rates("20", "40", "80", "41", "3").outliers()).isEmpty();
    }

    @Test
    void unitsThatAllAgreeDoNotMakeTheOneBesideThemEndlesslyFar() {
        assertThat(rates("100", "100", "100", "100", "99").outliers()).isEmpty();
        // ln(0.7) / 0.175
        assertThat(rates("100", "100", "100", "100", "70").outliers())
                .extracting(ScreeningTests::told)
                .containsExactly("镇4 平31-1:普及率 LEVEL 各单位中位数 100.00 -2.0 null");
        // where ten of 25 lie below, below is nothing special
        assertThat(rates("100", "100", "100", "81", "80", "100", "79").outliers())
                .isEmpty();
        // none at all is no small rate
        assertThat(rates("100", "100", "100", "100", "100", "0").outliers()).isEmpty();
    }

    @Test
    void aRateThatWasMuchTheSameBeforeIsTheUnitsWay() {
        String[] sanitary = {"98", "99", "97", "98", "99", "98", "97", "98", "60", "61"};
        Units towns = towns(sanitary.length);
        List<Counted> counted = new ArrayList<>();
        for (int place = 0; place < sanitary.length; place++) {
            counted.add(Counted.accepted(SmallCounty.of(
                    TOILETS, towns.all().get(place + 1), "2026-Q3", "04.1=100", "05.1=" + sanitary[place])));
        }
        counted.add(Counted.accepted(SmallCounty.of(TOILETS, towns.all().get(10), "2025-Q3", "04.1=100", "05.1=58")));

        assertThat(screen(towns, counted).outliers())
                .extracting(one -> one.unit().name() + " " + one.distance())
                .containsExactly("镇8 -2.8");
    }

    @Test
    void aChangeIsHeldAgainstThoseOfTheOthers() {
        // centred on 1.02; (10 / 1.02 - 1) x 4000^0.5 = 556.8 over 4 x 0.05 x 408^0.5 = 4.04; 3600 of 3632
        assertThat(changes(
                        new String[] {"400", "400", "400", "400", "400"},
                        new String[] {"408", "404", "412", "408", "4000"}))
                .extracting(ScreeningTests::told)
                .containsExactly("镇4 平31-1:04.1 CHANGE 2026年二季度 400，一般增 2.0% 137.8 99.1");
        // a small unit may double by chance
        assertThat(changes(
                        new String[] {"400", "400", "400", "400", "2"}, new String[] {"408", "404", "412", "408", "4"}))
                .isEmpty();
        // everybody's change is nobody's
        assertThat(changes(
                        new String[] {"400", "300", "500", "40", "90"},
                        new String[] {"800", "600", "1000", "80", "180"}))
                .isEmpty();
    }

    @Test
    void whatComesFromNothingIsHeldAgainstTheCounty() {
        assertThat(changes(
                        new String[] {"400", "400", "400", "400", "0"},
                        new String[] {"410", "400", "390", "400", "300"}))
                .extracting(ScreeningTests::told)
                .containsExactly("镇4 平31-1:04.1 TOTAL 2026年二季度 0，占全县增减的大部分 1.9 100.0");
        // below a twentieth of the county it does not matter
        assertThat(changes(
                        new String[] {"400", "400", "400", "400", "0"},
                        new String[] {"400", "400", "400", "400", "60"}))
                .isEmpty();
    }

    @Test
    void theFarthestComesFirstAndAFigureOnce() {
        assertThat(changes(
                        new String[] {"400", "400", "400", "400", "400", "400"},
                        new String[] {"400", "400", "404", "396", "4000", "40"}))
                .extracting(one -> one.unit().name() + " " + one.kind() + " " + one.distance())
                .containsExactly("镇4 CHANGE 142.3", "镇5 CHANGE -45.0");
    }

    /** A form with so many figures: from a first one on, by a step. */
    private static Counted numbers(ReportingUnit unit, int first, int step, int many) {
        String[] values = new String[many];
        for (int place = 0; place < many; place++) {
            values[place] = "04.1=" + (first + place * step);
        }
        return Counted.accepted(SmallCounty.of(TOILETS, unit, "2026-Q3", values));
    }

    @Test
    void digitsOfAllFiguresTogetherAreAQuestionWhereThereAreEnough() {
        List<DigitQuestion> questions = screen(
                        numbers(TIANYUE, 100, 5, 200),
                        numbers(ANDING, 100, 1, 200),
                        numbers(JIAYI, 100, 10, 149),
                        numbers(WUSHI, 111, 11, 160))
                .digits();

        // of the others 40 of 200, all 149 and 32 of 160 end in 0 or 5; of 200 by chance 86.8
        assertThat(questions)
                .extracting(one -> one.unit().name() + " " + one.kind() + " " + one.values() + " " + one.share() + " "
                        + one.others() + " " + one.distance())
                .containsExactly("天岳街道 ROUND 200 100.0 43.4 4.6");
        assertThat(questions.get(0).told()).isEqualTo("200 个数中 100.0% 末位是 0 或 5，其他单位 43.4%");
    }
}
