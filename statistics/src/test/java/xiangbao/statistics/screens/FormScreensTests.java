package xiangbao.statistics.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.tuning.Tuning;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitSelector;

/** What single figures are asked, with exact figures. */
class FormScreensTests {
    private static final UnitCode WUSHI = new UnitCode("430626111");

    private final Map<String, String> past = new HashMap<>();
    private ScreenRules rules = ScreenRules.DEFAULT;
    private Bands bands = Bands.NONE;

    /** One row of each kind: 01 时点户, 02 流量吨, 03 累计起, 04 累计万元, 05 单产, 06 可为负的累计, 07 预计的累计, 08 时点座. */
    private static Form form(Frequency frequency) {
        Due forecast = new Due(Set.of(), Map.of(3, Set.of("1")));
        return new Form(
                new FormCode("平99-1"),
                "试验",
                frequency,
                Layout.MATRIX,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(new Column(
                        "1", "本期数", "", List.of(), ColumnKind.NUMBER, Measure.INHERITED, List.of(), true, false)),
                List.of(
                        row("01", "农村总户数", "户", 0, OverTime.LAST, Due.ALWAYS, false),
                        row("02", "转运量", "吨", 1, OverTime.SUM, Due.ALWAYS, false),
                        row("03", "发现线索", "起", 0, OverTime.CUMULATIVE, Due.ALWAYS, false),
                        row("04", "完成投资", "万元", 2, OverTime.CUMULATIVE, Due.ALWAYS, false),
                        row("05", "单产", "公斤/亩", 1, OverTime.NONE, Due.ALWAYS, false),
                        row("06", "人口净增", "人", 0, OverTime.CUMULATIVE, Due.ALWAYS, true),
                        row("07", "产量", "吨", 1, OverTime.CUMULATIVE, forecast, false),
                        row("08", "转运站", "座", 0, OverTime.LAST, Due.ALWAYS, false)),
                List.of());
    }

    private static Row row(
            String code, String title, String unit, int decimals, OverTime time, Due due, boolean negative) {
        return new Row(
                code,
                title,
                0,
                List.of(),
                new Measure(unit, decimals, null, time),
                Set.of(),
                due,
                true,
                negative,
                null);
    }

    private FormScreensTests holds(String period, String... figures) {
        for (String figure : figures) {
            String[] parts = figure.split("=");
            past.put(parts[0] + ".1@" + period, parts[1]);
        }
        return this;
    }

    private ScreenResults screen(String period, String... figures) {
        ReferencePeriod at = ReferencePeriod.of(period);
        List<Observation> observations = new ArrayList<>();
        for (String figure : figures) {
            String[] parts = figure.split("=");
            observations.add(new Observation(
                    new IndicatorCode(new FormCode("平99-1"), parts[0] + ".1"),
                    "",
                    WUSHI,
                    ObservationStatus.REPORTED,
                    new BigDecimal(parts[1]),
                    null,
                    parts[1],
                    null));
        }
        Past known = new Past() {
            @Override
            public Optional<BigDecimal> figure(Indicator indicator, String line, ReferencePeriod then) {
                return Optional.ofNullable(past.get(indicator.code().item() + "@" + then))
                        .map(BigDecimal::new);
            }

            @Override
            public Optional<BigDecimal> attribute(String name) {
                return Optional.empty();
            }
        };
        return new FormScreens(form(at.frequency()), rules, bands).screen(at, observations, known);
    }

    private List<String> doubts(String period, String... figures) {
        return screen(period, figures).doubts().stream()
                .map(doubt ->
                        doubt.screen().code() + " " + doubt.indicator().code().row() + (doubt.gross() ? " gross" : ""))
                .toList();
    }

    @Test
    void aCumulativeFigureNeverFallsWithinAYear() {
        holds("2026-08", "03=12", "04=350.00", "06=12", "01=100");

        ScreenResults fell = screen("2026-09", "03=11", "04=349.99", "06=-4", "01=99");
        assertThat(fell.doubts())
                .map(doubt -> doubt.screen() + " " + doubt.title())
                .containsExactly("CUMULATIVE_FELL 发现线索是本年累计数，却比上期少", "CUMULATIVE_FELL 完成投资是本年累计数，却比上期少");
        assertThat(fell.doubts().get(0).against())
                .containsExactly(new Held("上期", ReferencePeriod.of("2026-08"), new BigDecimal("12")));
        assertThat(fell.doubts().get(0).distance()).isCloseTo(Math.log(11.0 / 12), within());
        assertThat(screen("2026-09", "03=12", "04=350.00").verdicts())
                .containsEntry(Screen.CUMULATIVE_FELL, Verdict.PASSES);
        assertThat(screen("2026-06", "03=12", "04=350.00").verdicts())
                .containsEntry(Screen.CUMULATIVE_FELL, Verdict.UNDECIDED);
    }

    @Test
    void aCumulativeFigureBeginsAnewInJanuary() {
        holds("2025-12", "03=40", "04=900");

        ScreenResults january = screen("2026-01", "03=0", "04=20");

        assertThat(january.doubts()).isEmpty();
        assertThat(january.verdicts()).doesNotContainKey(Screen.CUMULATIVE_FELL);
    }

    @Test
    void aCumulativeFigureIsHeldAgainstItsLastKnownPeriodOfTheYear() {
        holds("2026-06", "03=12");

        assertThat(screen("2026-09", "03=11").doubts()).map(Screened::title).containsExactly("发现线索是本年累计数，却比2026年6月少");
        assertThat(doubts("2026-10", "03=11")).isEmpty();
        assertThat(doubts("2027-02", "03=0")).isEmpty();
        assertThat(FormScreens.looksBack(form(Frequency.MONTH)))
                .containsExactly(new FormScreens.Back(2, 0), new FormScreens.Back(3, 0), new FormScreens.Back(1, 1));
        assertThat(FormScreens.looksBack(form(Frequency.HALF_YEAR))).containsExactly(new FormScreens.Back(1, 1));
        assertThat(FormScreens.looksBack(form(Frequency.YEAR))).isEmpty();
    }

    @Test
    void aForecastIsNothingToFallFrom() {
        holds("2026-Q3", "07=1200", "04=1200");

        assertThat(doubts("2026-Q4", "07=1100", "04=1100")).containsExactly("CUMULATIVE-FELL 04");
    }

    @Test
    void quietMonthsAndSmallCountsAreNoMatter() {
        holds("2026-08", "03=2", "04=80", "08=1");
        holds("2025-09", "03=0", "04=700", "08=2");

        assertThat(doubts("2026-09", "03=2", "04=80", "08=2")).isEmpty();
        assertThat(doubts("2026-09", "03=5", "04=95", "08=3")).isEmpty();
        assertThat(new FormScreensTests().holds("2025-09", "03=2").doubts("2026-09", "03=0"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // row | last period | last year | typed | doubt
                "01 | 8000 | 8100 | 8100 | -",
                "01 | 8000 | 8100 | 14300 | -",
                "01 | 8000 | 8100 | 14500 | -",
                "01 | 8000 | 8100 | 21000 | CHANGE-PERIOD 01",
                "01 | 8000 | - | 14500 | CHANGE-PERIOD 01",
                "01 | 8000 | 3000 | 7600 | -",
                "01 | 8000 | 8100 | 80000 | POWER-OF-TEN 01 gross",
                "01 | 8000 | 8100 | 800 | POWER-OF-TEN 01 gross",
                "01 | 8000 | 8100 | 0 | CHANGE-PERIOD 01",
                "01 | 0 | 0 | 120 | CHANGE-PERIOD 01",
                "01 | 0 | 0 | 60 | -",
                "02 | 400.3 | - | 4003000 | POWER-OF-TEN 02 gross",
                "02 | 400.3 | 380 | 1900 | -",
                "02 | 300 | 300 | 1800 | CHANGE-YEAR 02",
                "02 | 300 | 1500 | 1800 | -",
                "02 | - | 300 | 0 | CHANGE-YEAR 02",
                "02 | 0 | 0 | 250 | -",
                "05 | 400 | 390 | 612.5 | -",
                "05 | 400 | 390 | 1000 | CHANGE-YEAR 05",
                "05 | 400 | 390 | 200 | -",
                "08 | 2 | 2 | 5 | -",
                "08 | 2 | 2 | 0 | -",
                "08 | 15 | 15 | 0 | CHANGE-PERIOD 08",
                "01 | - | - | 80000 | -"
            })
    void holdsStocksFlowsAndRatesAgainstWhatWasReported(
            String row, @Nullable String last, @Nullable String year, String typed, @Nullable String doubt) {
        if (last != null) {
            holds("2026-08", row + "=" + last);
        }
        if (year != null) {
            holds("2025-09", row + "=" + year);
        }

        assertThat(doubts("2026-09", row + "=" + typed)).isEqualTo(doubt == null ? List.of() : List.of(doubt));
    }

    @Test
    void holdsACumulativeFigureAgainstLastYearAndItsOwnIncrements() {
        holds("2025-Q3", "04=300").holds("2026-Q2", "04=200");

        // three times last year at the end of the year, e^(ln 3 ÷ √¾) = 3.56 after three quarters
        assertThat(doubts("2026-Q3", "04=1060")).isEmpty();
        assertThat(doubts("2026-Q3", "04=1080")).containsExactly("CHANGE-YEAR 04");
        // 300 + 8 × 150 is the most that increments like those before explain
        holds("2026-Q2", "04=300");
        assertThat(doubts("2026-Q3", "04=1490")).isEmpty();
        assertThat(doubts("2026-Q3", "04=1510")).containsExactly("CHANGE-YEAR 04");
        holds("2026-Q2", "04=200");
        assertThat(doubts("2026-Q3", "04=1200")).containsExactly("CHANGE-YEAR 04");
        assertThat(doubts("2026-Q3", "04=3000")).containsExactly("POWER-OF-TEN 04 gross");
        // begun late this year: nothing to ask in the first half
        assertThat(doubts("2026-Q1", "04=0")).isEmpty();
    }

    @Test
    void holdsTheGrowthOfACumulativeFigureAgainstThatOfLastYear() {
        holds("2025-Q2", "04=30").holds("2025-Q3", "04=60").holds("2026-Q2", "04=200");

        // it doubled last year: 400, and e^(ln 1.8 ÷ √¾) = 1.97 times as much at most
        assertThat(doubts("2026-Q3", "04=780")).isEmpty();
        ScreenResults more = screen("2026-Q3", "04=800");
        assertThat(more.doubts())
                .map(doubt -> doubt.screen() + " " + doubt.title())
                .containsExactly("CHANGE_YEAR 完成投资约为上年同期的 13 倍");
        assertThat(more.doubts().get(0).against()).map(Held::title).containsExactly("上年同期", "上期");
        assertThat(doubts("2026-Q3", "04=200")).isEmpty();
        assertThat(doubts("2026-Q3", "04=203")).isEmpty();
        // one that was behind may catch up with last year: e^(ln 1.6 ÷ √¾) = 1.72 times as much
        holds("2026-Q2", "04=5");
        assertThat(doubts("2026-Q3", "04=100")).isEmpty();
        assertThat(doubts("2026-Q3", "04=106")).containsExactly("CHANGE-YEAR 04");
    }

    @Test
    void namesTheUnitThatAFigureMayHaveBeenTypedIn() {
        holds("2026-08", "02=400");

        Screened tonnes = screen("2026-09", "02=400000").doubts().get(0);
        assertThat(tonnes.title()).isEqualTo("转运量疑似按“公斤”填报，表中计量单位是“吨”");
        assertThat(tonnes.usual()).isEqualTo("通常在上期的 0.2 至 5 倍之间");
        assertThat(tonnes.distance()).isCloseTo(Math.log(1000), within());
        assertThat(screen("2026-09", "02=3990000").doubts().get(0).title()).isEqualTo("转运量疑似多写了数位，约为上期的 10,000 倍");
        assertThat(screen("2026-09", "02=2400").doubts().get(0).title()).isEqualTo("转运量约为上期的 6 倍");
    }

    @Test
    void leavesAFigureAloneThatAgreesWithTheSeason() {
        holds("2026-08", "02=90").holds("2025-09", "02=2100");

        assertThat(doubts("2026-09", "02=2200")).isEmpty();
        assertThat(screen("2026-09", "02=2200").verdicts())
                .containsEntry(Screen.CHANGE_YEAR, Verdict.PASSES)
                .containsEntry(Screen.CHANGE_PERIOD, Verdict.PASSES)
                .containsEntry(Screen.POWER_OF_TEN, Verdict.PASSES);
        assertThat(screen("2026-03", "02=2200").verdicts())
                .containsEntry(Screen.CHANGE_YEAR, Verdict.UNDECIDED)
                .containsEntry(Screen.CHANGE_PERIOD, Verdict.UNDECIDED);
    }

    @Test
    void learnedBandsAreNarrowerForLargerFigures() {
        IndicatorCode flow = new IndicatorCode(new FormCode("平99-1"), "02.1");
        bands = new Bands(List.of(new Band(flow, Against.PREVIOUS, "", 0, 1.0, 0.9, 1.1, 400, 25, Set.of())));
        holds("2026-08", "02=400");
        // half lie within a tenth, so four times that may be true, a little less of 540: e^(4 × 0.095 × √(400/540)) =
        // 1.39
        assertThat(doubts("2026-09", "02=540")).isEmpty();
        assertThat(doubts("2026-09", "02=620")).containsExactly("CHANGE-PERIOD 02");
        holds("2026-08", "02=4000");
        // of ten times the size the spread is 1/√10, and the floor of 5 % holds: e^(4 × 0.05) = 1.22
        assertThat(doubts("2026-09", "02=4800")).isEmpty();
        assertThat(doubts("2026-09", "02=5000")).containsExactly("CHANGE-PERIOD 02");

        rules = new ScreenRules(List.of(tuning(Set.of(), null, 0.0, null, 8.0, null, null)));
        assertThat(doubts("2026-09", "02=8000")).isEmpty();
    }

    private static Tuning tuning(
            Set<Screen> screens,
            @Nullable Boolean off,
            @Nullable Double u,
            @Nullable Double a,
            @Nullable Double c,
            @Nullable Double gross,
            @Nullable Severity severity) {
        return new Tuning(screens, Set.of("02"), Set.of(), off, u, a, c, gross, severity);
    }

    @Test
    void isTunedForRows() {
        holds("2026-08", "02=400");
        assertThat(doubts("2026-09", "02=4000")).containsExactly("POWER-OF-TEN 02 gross");

        rules = new ScreenRules(List.of(tuning(Set.of(), null, null, null, null, 20.0, Severity.HINT)));
        assertThat(doubts("2026-09", "02=4000")).containsExactly("POWER-OF-TEN 02");
        assertThat(rules.severity(Screen.POWER_OF_TEN, new IndicatorCode(new FormCode("平99-1"), "02.1")))
                .isEqualTo(Severity.HINT);
        assertThat(rules.severity(Screen.POWER_OF_TEN, new IndicatorCode(new FormCode("平99-1"), "01.1")))
                .isEqualTo(Severity.QUERY);

        rules = new ScreenRules(List.of(tuning(Set.of(Screen.POWER_OF_TEN), true, null, null, null, null, null)));
        assertThat(doubts("2026-09", "02=4000")).containsExactly("CHANGE-PERIOD 02 gross");

        rules = new ScreenRules(List.of(
                tuning(Set.of(), true, null, null, null, null, null),
                tuning(Set.of(Screen.CHANGE_PERIOD), false, null, null, null, null, null)));
        assertThat(doubts("2026-09", "02=4000")).containsExactly("CHANGE-PERIOD 02 gross");
        assertThat(screen("2026-09", "02=400").verdicts()).containsOnlyKeys(Screen.CHANGE_PERIOD);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-9);
    }
}
