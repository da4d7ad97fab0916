package xiangbao.statistics.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.BandCounty;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.units.UnitCode;

/** What a unit is like, against its figures. */
class DensityScreenTests {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private final List<Band> bands = new ArrayList<>();

    private DensityScreenTests band(String item, Against against, String base, double median, UnitCode... except) {
        bands.add(new Band(
                BandCounty.indicator(item),
                against,
                base,
                0,
                median,
                median / 1.3,
                median * 1.3,
                0,
                25,
                Set.of(except)));
        return this;
    }

    private ScreenResults screen(Past past, int unit, String... figures) {
        Form form = BandCounty.waste();
        return new FormScreens(form, ScreenRules.DEFAULT, new Bands(bands))
                .screen(PERIOD, BandCounty.observations(form, unit, figures), past);
    }

    private ScreenResults newcomer(String... figures) {
        return screen(BandCounty.newcomer(5), 5, figures);
    }

    /** 500 households, usually 0.1 吨 each; the reach is ×4.74 (e^(4·1.4826·ln 1.3)). */
    @ParameterizedTest
    @CsvSource({"50,''", "230,''", "11,''", "240,按农村户数平均明显偏大", "10,按农村户数平均明显偏小", "500000,按农村户数平均明显偏大"})
    void asksAboutWhatIsBeyondReach(String figure, String title) {
        ScreenResults results = band("02.1", Against.ATTRIBUTE, "农村户数", 0.1).newcomer("02.1=" + figure);

        assertThat(results.doubts())
                .extracting(Screened::title)
                .isEqualTo(title.isEmpty() ? List.of() : List.of(title));
        assertThat(results.verdicts()).containsEntry(Screen.DENSITY, title.isEmpty() ? Verdict.PASSES : Verdict.FAILS);
    }

    @Test
    void tellsTheRateAndWhatIsUsualAndNoFigureToType() {
        Screened doubt = band("02.1", Against.ATTRIBUTE, "农村户数", 0.1)
                .newcomer("02.1=4003")
                .doubts()
                .get(0);

        assertThat(doubt.screen()).isEqualTo(Screen.DENSITY);
        assertThat(doubt.usual()).isEqualTo("底册农村户数 500，平均每户 8.01 吨；参考范围：各单位一般每户 0.0769 至 0.13 吨");
        assertThat(doubt.gross()).isTrue(); // ×80, of which ×4.74 is within reach
        assertThat(band("01.1", Against.ATTRIBUTE, "农村户数", 0.002)
                        .newcomer("01.1=30")
                        .doubts()
                        .get(0)
                        .usual())
                .isEqualTo("底册农村户数 500，平均每百户 6 座；参考范围：各单位一般每百户 0.154 至 0.26 座");
    }

    @Test
    void aFewThingsMoreAreChance() {
        band("01.1", Against.ALONE, "", 1);

        assertThat(newcomer("01.1=10").doubts()).isEmpty();
        assertThat(newcomer("01.1=100").doubts())
                .extracting(Screened::title, Screened::usual)
                .containsExactly(tuple("明显大于其他单位", "参考范围：各单位一般 0.769 至 1.3 座"));
    }

    @Test
    void aFigureInDoubtMeasuresNoOther() {
        band("01.1", Against.ATTRIBUTE, "农村户数", 0.1).band("04.1", Against.FIGURE, "01.1", 2);

        assertThat(newcomer("01.1=50", "04.1=1000").doubts())
                .extracting(Screened::title)
                .containsExactly("与公厕相比明显偏大");
        assertThat(newcomer("01.1=50000", "04.1=100").doubts())
                .extracting(doubt -> doubt.indicator().code().item())
                .containsExactly("01.1");
    }

    @Test
    void whoIsKnownToBeOtherwiseIsNotAsked() {
        band("02.1", Against.ATTRIBUTE, "农村户数", 0.1, BandCounty.code(5));

        assertThat(newcomer("02.1=5000").doubts()).isEmpty();
        assertThat(screen(BandCounty.newcomer(6), 6, "02.1=5000").doubts()).hasSize(1);
    }

    @Test
    void whatIsAsItWasIsHowTheUnitIs() {
        band("01.1", Against.ATTRIBUTE, "农村户数", 0.01);
        Past same = new Past() {
            @Override
            public Optional<BigDecimal> figure(Indicator indicator, String line, ReferencePeriod period) {
                return Optional.of(new BigDecimal("790"));
            }

            @Override
            public Optional<BigDecimal> attribute(String name) {
                return BandCounty.unit(5).attribute(name);
            }
        };

        assertThat(screen(same, 5, "01.1=800").doubts()).isEmpty();
        assertThat(newcomer("01.1=800").doubts()).hasSize(1);
    }

    @Test
    void withoutMasterDataItIsUndecidedAndWithoutBandsSilent() {
        band("02.1", Against.ATTRIBUTE, "耕地面积", 0.1);

        assertThat(newcomer("02.1=5000").verdicts()).containsEntry(Screen.DENSITY, Verdict.UNDECIDED);
        bands.clear();
        assertThat(newcomer("02.1=5000").verdicts()).doesNotContainKey(Screen.DENSITY);
    }

    @Test
    void aLineOfALedgerIsNamedByItsOtherFigure() {
        Form roads = BandCounty.roads();
        Band cost = new Band(
                new IndicatorCode(BandCounty.ROADS, "03"), Against.FIGURE, "02", 0, 65, 50, 85, 0, 40, Set.of());
        ScreenResults results = new FormScreens(roads, ScreenRules.DEFAULT, new Bands(List.of(cost)))
                .screen(
                        PERIOD,
                        BandCounty.observations(roads, 5, "L1:02=2.5", "L1:03=160", "L2:02=2.5", "L2:03=1600000"),
                        BandCounty.newcomer(5));

        assertThat(results.doubts())
                .extracting(Screened::line, Screened::title, Screened::usual)
                .containsExactly(tuple("L2", "与里程相比明显偏大", "与“里程”（2.5）之比 640,000 万元/公里；参考范围：各行一般 50 至 85 万元/公里"));
    }
}
