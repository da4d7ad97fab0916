package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** Figures that repeat those of an earlier period: asked about where chance does not explain it, and never where it is quiet. */
class CopyReviewTests {
    private static final UnitCode WUSHI = new UnitCode("430626111");
    private static final FormCode CODE = new FormCode("平32-1");
    private static final Units UNITS = new Units(
            List.of(new ReportingUnit(WUSHI, null, "伍市镇", UnitKind.TOWN, null, List.of(), Validity.ALWAYS, Map.of())));

    private final Map<ReferencePeriod, List<Observation>> held = new HashMap<>();

    // fixtures

    private static Form form(Frequency frequency, OverTime overTime, String unit, int rows) {
        List<Row> all = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            all.add(new Row(
                    "0" + row,
                    "第" + row + "项",
                    0,
                    List.of(),
                    new Measure(unit, unit.equals("座") ? 0 : 1, OverUnits.SUM, overTime),
                    Set.of(),
                    Due.ALWAYS,
                    true,
                    false,
                    null));
        }
        return new Form(
                CODE,
                "生活垃圾治理情况",
                frequency,
                Layout.MATRIX,
                UnitSelector.TOWNSHIPS,
                5,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(new Column(
                        "1", "本期数", "", List.of(), ColumnKind.NUMBER, Measure.INHERITED, List.of(), true, false)),
                all,
                List.of());
    }

    private static List<Observation> figures(String... figures) {
        List<Observation> observations = new ArrayList<>();
        for (int row = 0; row < figures.length; row++) {
            observations.add(new Observation(
                    IndicatorCode.ofCell(CODE, "0" + (row + 1), "1"),
                    "",
                    WUSHI,
                    ObservationStatus.REPORTED,
                    new BigDecimal(figures[row]),
                    null,
                    figures[row],
                    new CellReference("垃圾", 6 + row, 3)));
        }
        return observations;
    }

    private void before(String period, String... figures) {
        held.put(ReferencePeriod.of(period), figures(figures));
    }

    private List<Finding> copies(Form form, String period, String... figures) {
        return new Auditor(Map.of(CODE, new FormRules(form, true, List.of(), List.of())), UNITS)
                        .review(
                                new SubmissionKey(CODE, WUSHI, ReferencePeriod.of(period)),
                                "垃圾",
                                figures(figures),
                                List.of(),
                                key -> Optional.ofNullable(held.get(key.period())))
                        .findings()
                        .stream()
                        .filter(finding -> finding.code().startsWith("COPIED"))
                        .toList();
    }

    @Test
    void aBlockOfFlowsThatComesOutTheSameIsAskedAbout() {
        Form flows = form(Frequency.MONTH, OverTime.SUM, "吨", 6);
        before("2026-08", "110.4", "524.3", "317.9", "88.6", "40.2", "61.7");

        List<Finding> found = copies(flows, "2026-09", "118.2", "524.3", "317.9", "88.6", "43.9", "58.1");

        assertThat(found).hasSize(1);
        Finding finding = found.get(0);
        assertThat(finding.code()).isEqualTo("COPIED-BLOCK");
        assertThat(finding.instance()).isEqualTo("02.1");
        assertThat(finding.severity()).isEqualTo(Severity.QUERY);
        assertThat(finding.withholds()).isFalse();
        assertThat(finding.title()).isEqualTo("连着 3 个数与上期相同");
        assertThat(finding.place().cells().stream().map(CellReference::address)).containsExactly("D8", "D9", "D10");
        assertThat(finding.message().lines().toList().get(2))
                .isEqualTo("填报：从第2项 [02] = 524.3 吨到第4项 [04] = 88.6 吨，连着 3 个不为零的数与2026年8月逐个相同，而别的数有变动。");
    }

    @Test
    void aBlockOfLastYearIsAskedAboutToo() {
        Form flows = form(Frequency.MONTH, OverTime.SUM, "吨", 6);
        before("2026-08", "111.1", "222.2", "333.3", "444.4", "55.5", "66.6");
        before("2025-09", "110.4", "524.3", "317.9", "88.6", "40.2", "61.7");

        assertThat(copies(flows, "2026-09", "118.2", "524.3", "317.9", "88.6", "40.2", "58.1"))
                .map(Finding::title)
                .containsExactly("连着 4 个数与上年同期相同");
    }

    @Test
    void twoThatAreTheSameAreChance() {
        Form flows = form(Frequency.MONTH, OverTime.SUM, "吨", 5);
        before("2026-08", "110.4", "524.3", "317.9", "88.6", "40.2");

        assertThat(copies(flows, "2026-09", "118.2", "524.3", "317.9", "89.6", "43.9"))
                .isEmpty();
    }

    @Test
    void zerosAndRoundNumbersSayNothing() {
        Form flows = form(Frequency.MONTH, OverTime.SUM, "吨", 6);
        before("2026-08", "110.4", "0", "0", "0", "20", "10");

        assertThat(copies(flows, "2026-09", "118.2", "0", "0", "0", "20", "10")).isEmpty();
    }

    @Test
    void stocksMayStay() {
        Form stocks = form(Frequency.QUARTER, OverTime.LAST, "座", 6);
        before("2026-Q2", "35", "28", "16", "15", "9", "112");

        assertThat(copies(stocks, "2026-Q3", "35", "28", "16", "15", "9", "115"))
                .isEmpty();
        assertThat(copies(stocks, "2026-Q3", "35", "28", "16", "15", "9", "112"))
                .isEmpty();
    }

    @Test
    void aQuietMonthOfCumulativeCountsIsNoCopy() {
        Form counts = form(Frequency.MONTH, OverTime.CUMULATIVE, "座", 8);
        before("2026-08", "45", "45", "27", "11", "4", "3", "16", "9");

        assertThat(copies(counts, "2026-09", "45", "45", "27", "11", "4", "3", "16", "9"))
                .isEmpty();
    }

    @Test
    void aQuarterWithoutAnyChangeIsAskedAbout() {
        Form tons = form(Frequency.QUARTER, OverTime.CUMULATIVE, "吨", 5);
        before("2026-Q2", "4352.1", "4003.8", "24.9", "20.7", "311.3");

        assertThat(copies(tons, "2026-Q3", "4352.1", "4003.8", "24.9", "20.7", "311.3"))
                .map(Finding::code)
                .containsExactly("COPIED-PERIOD");
    }

    @Test
    void withoutAnEarlierPeriodNothingIsSaid() {
        assertThat(copies(form(Frequency.MONTH, OverTime.SUM, "吨", 3), "2026-09", "118.2", "524.3", "317.9"))
                .isEmpty();
    }
}
