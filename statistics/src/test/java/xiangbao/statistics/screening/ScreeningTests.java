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
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.Outcome;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.UnitCode;
import xiangbao.statistics.model.UnitKind;
import xiangbao.statistics.model.Units;
import xiangbao.statistics.model.Validity;

class ScreeningTests {
    private static Counted doubtful(ReportingUnit unit, String households) {
        Finding query = new Finding(
                "31-R1",
                "",
                Severity.QUERY,
                "",
                new IndicatorCode(TOILETS, "04.1"),
                List.of(),
                households,
                "",
                "",
                "",
                "",
                "");
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

    @Test
    void aUnitFarFromTheMedianIsAnOutlier() {
        List<ReportingUnit> units = new ArrayList<>(List.of(SmallCounty.COUNTY));
        List<Counted> counted = new ArrayList<>();
        String[] sanitary = {"98", "99", "97", "98", "60"};
        for (int place = 0; place < sanitary.length; place++) {
            ReportingUnit unit = new ReportingUnit(
                    new UnitCode("43062620" + place),
                    null,
                    "镇" + place,
                    UnitKind.TOWN,
                    null,
                    List.of(),
                    Validity.ALWAYS,
                    Map.of());
            units.add(unit);
            counted.add(
                    Counted.accepted(SmallCounty.of(TOILETS, unit, "2026-Q3", "04.1=100", "05.1=" + sanitary[place])));
        }
        Units register = new Units(units);

        List<Outlier> outliers = Screening.of(
                        RollUp.of(SmallCounty.forms(), register, new Basis(Q3, counted, Set.of())), register)
                .outliers();

        // Median 98, deviations 0, 1, 1, 0 and 38, whose median is 1.
        assertThat(outliers).singleElement().satisfies(outlier -> {
            assertThat(outlier.unit().name()).isEqualTo("镇4");
            assertThat(outlier.median()).isEqualTo("98");
            assertThat(outlier.distance()).isEqualTo("-38.0");
        });
    }
}
