package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.Dependencies;
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

/** 撤乡并镇: on 1 January 2026 思村乡 and 福寿乡 became 福寿山镇, 冬塔乡 was renamed 上塔镇, and 大坪镇 lost 小坪镇. */
class MergedUnitTests {
    private static final FormCode FORM = new FormCode("平31-1");
    private static final FormCode WORKS = new FormCode("平22-1");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final ReportingUnit SICUN = unit("201", "思村乡", null, DAY.minusDays(1));
    private static final ReportingUnit FUSHOU = unit("202", "福寿乡", null, DAY.minusDays(1));
    private static final ReportingUnit FUSHOUSHAN = unit("101", "福寿山镇", DAY, null, SICUN.code(), FUSHOU.code());
    private static final ReportingUnit DONGTA = unit("203", "冬塔乡", null, DAY.minusDays(1));
    private static final ReportingUnit SHANGTA = unit("102", "上塔镇", DAY, null, DONGTA.code());
    private static final ReportingUnit DAPING = unit("103", "大坪镇", null, null);
    private static final ReportingUnit XIAOPING = unit("104", "小坪镇", DAY, null, DAPING.code());
    private static final Units UNITS = new Units(List.of(SICUN, FUSHOU, FUSHOUSHAN, DONGTA, SHANGTA, DAPING, XIAOPING));

    private final Map<SubmissionKey, List<Observation>> held = new HashMap<>();

    private static ReportingUnit unit(
            String code, String name, @Nullable LocalDate from, @Nullable LocalDate until, UnitCode... predecessors) {
        return new ReportingUnit(
                new UnitCode(code),
                null,
                name,
                UnitKind.TOWN,
                null,
                List.of(),
                new Validity(from, until),
                Map.of(),
                List.of(predecessors));
    }

    private static Row row(String code, String title, @Nullable OverUnits overUnits) {
        return new Row(
                code,
                title,
                0,
                List.of(),
                new Measure("户", null, overUnits, null),
                Set.of(),
                Due.ALWAYS,
                true,
                false,
                null);
    }

    private static Form form(FormCode code, Layout layout, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                "表" + code,
                Frequency.QUARTER,
                layout,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Column column(String code, ColumnKind kind) {
        return new Column(
                code, "栏" + code, "", List.of(), kind, new Measure("户", null, null, null), List.of(), true, false);
    }

    private static final Form TOILETS = form(
            FORM,
            Layout.MATRIX,
            List.of(column("1", ColumnKind.NUMBER)),
            List.of(row("04", "应统计户", null), row("06", "单价", OverUnits.NONE)));
    private static final Form PROJECTS = form(
            WORKS, Layout.LEDGER, List.of(column("01", ColumnKind.KEY), column("08", ColumnKind.NUMBER)), List.of());

    private static List<Observation> figures(FormCode form, UnitCode unit, String... figures) {
        List<Observation> observations = new ArrayList<>();
        for (String figure : figures) {
            String place = figure.substring(0, figure.indexOf('='));
            String value = figure.substring(figure.indexOf('=') + 1);
            observations.add(new Observation(
                    new IndicatorCode(form, place.substring(place.indexOf('#') + 1)),
                    place.contains("#") ? place.substring(0, place.indexOf('#')) : "",
                    unit,
                    value.isEmpty() ? ObservationStatus.MISSING : ObservationStatus.REPORTED,
                    value.isEmpty() || value.startsWith("'") ? null : new BigDecimal(value),
                    value.startsWith("'") ? value.substring(1) : null,
                    value,
                    new CellReference("表", observations.size() + 1, 3)));
        }
        return observations;
    }

    private void holds(FormCode form, ReportingUnit unit, String period, String... figures) {
        held.put(new SubmissionKey(form, unit.code(), ReferencePeriod.of(period)), figures(form, unit.code(), figures));
    }

    private RelationVerdict verdict(FormCode form, String formula, ReportingUnit unit, String... figures) {
        Map<FormCode, FormRules> rules = new LinkedHashMap<>();
        AuditRelation relation =
                new AuditRelation("X-1", Severity.QUERY, Formula.of(formula), "关系", "请核对", Set.of(), Set.of());
        for (Form layout : List.of(TOILETS, PROJECTS)) {
            rules.put(
                    layout.code(),
                    new FormRules(
                            layout,
                            true,
                            layout.code().equals(form) ? List.of(relation) : List.of(),
                            List.of(),
                            List.of()));
        }
        return new Auditor(rules, UNITS)
                .review(
                        new SubmissionKey(form, unit.code(), ReferencePeriod.of("2026-Q3")),
                        "表",
                        figures(form, unit.code(), figures),
                        List.of(),
                        key -> Optional.ofNullable(held.get(key)))
                .verdicts()
                .get(0);
    }

    @Test
    void holdsAMergedTownshipAgainstTheSumOfThoseItCameOf() {
        holds(FORM, SICUN, "2025-Q3", "04.1=4000", "06.1=7");
        holds(FORM, FUSHOU, "2025-Q3", "04.1=6000", "06.1=9");
        String formula = "[04] in 0.9 * lastyear([04]) .. 1.1 * lastyear([04])";

        RelationVerdict passes = verdict(FORM, formula, FUSHOUSHAN, "04.1=10900", "06.1=8");
        assertThat(passes.verdict()).isEqualTo(Verdict.PASSES);
        assertThat(passes.inputs()).contains("平31-1:04.1@2026-Q3=10900", "平31-1:04.1@2025-Q3=10000");
        assertThat(verdict(FORM, formula, FUSHOUSHAN, "04.1=11100", "06.1=8").verdict())
                .isEqualTo(Verdict.FAILS);
    }

    @Test
    void isUndecidedUntilAllOfThemHaveReported() {
        holds(FORM, SICUN, "2025-Q3", "04.1=4000", "06.1=7");

        RelationVerdict verdict = verdict(FORM, "[04] ≥ lastyear([04])", FUSHOUSHAN, "04.1=1", "06.1=8");
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.missing()).containsExactly("平31-1:04.1@2025-Q3 未报送");
        holds(FORM, FUSHOU, "2025-Q3", "04.1=", "06.1=9");
        assertThat(verdict(FORM, "[04] ≥ lastyear([04])", FUSHOUSHAN, "04.1=1", "06.1=8")
                        .missing())
                .containsExactly("平31-1:04.1@2025-Q3 未报");
    }

    @Test
    void isUndecidedWhereFiguresOfUnitsDoNotAddUp() {
        holds(FORM, SICUN, "2025-Q3", "04.1=4000", "06.1=7");
        holds(FORM, FUSHOU, "2025-Q3", "04.1=6000", "06.1=9");

        RelationVerdict verdict = verdict(FORM, "[06] ≥ lastyear([06])", FUSHOUSHAN, "04.1=1", "06.1=8");
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.missing()).containsExactly("平31-1:06.1@2025-Q3 撤并前后不可比");
    }

    @Test
    void takesTheFigureOfTheOneThatWasRenamedWhateverItIs() {
        holds(FORM, DONGTA, "2025-Q3", "04.1=4000", "06.1=7");

        assertThat(verdict(FORM, "[06] ≥ lastyear([06])", SHANGTA, "04.1=1", "06.1=8")
                        .verdict())
                .isEqualTo(Verdict.PASSES);
        assertThat(verdict(FORM, "[06] ≥ lastyear([06])", SHANGTA, "04.1=1", "06.1=6")
                        .verdict())
                .isEqualTo(Verdict.FAILS);
    }

    @Test
    void doesNotCompareWhatWasDivided() {
        holds(FORM, DAPING, "2025-Q3", "04.1=4000", "06.1=7");

        for (ReportingUnit part : List.of(DAPING, XIAOPING)) {
            RelationVerdict verdict = verdict(FORM, "[04] ≥ lastyear([04])", part, "04.1=1", "06.1=8");
            assertThat(verdict.verdict()).as(part.name()).isEqualTo(Verdict.UNDECIDED);
            assertThat(verdict.missing()).containsExactly("平31-1:04.1@2025-Q3 撤并前后不可比");
        }
    }

    @Test
    void noConstantStandsInForWhatIsNotComparable() {
        holds(FORM, DAPING, "2025-Q3", "04.1=4000", "06.1=7");

        assertThat(verdict(FORM, "[04] ≥ coalesce(lastyear([04]), 0)", XIAOPING, "04.1=1", "06.1=8")
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void findsTheLinesOfThoseItCameOf() {
        holds(WORKS, SICUN, "2025-Q3", "A#01='A", "A#08=4");
        holds(WORKS, FUSHOU, "2025-Q3", "B#01='B", "B#08=6", "C#01='C", "C#08=1");

        assertThat(verdict(WORKS, "sum([08]) ≥ lastyear(sum([08]))", FUSHOUSHAN, "A#01='A", "A#08=11")
                        .verdict())
                .isEqualTo(Verdict.PASSES);
        assertThat(verdict(WORKS, "count(lines) ≥ lastyear(count(lines))", FUSHOUSHAN, "A#01='A", "A#08=11")
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        holds(WORKS, DAPING, "2025-Q3", "A#01='A", "A#08=4");
        assertThat(verdict(WORKS, "count(lines) ≥ lastyear(count(lines))", XIAOPING, "A#01='A", "A#08=11")
                        .missing())
                .containsExactly("平22-1:台账@2025-Q3 撤并前后不可比");
    }

    @Test
    void whatAPredecessorSendsIsLookedAtByItsSuccessor() {
        Map<FormCode, FormRules> rules = Map.of(
                FORM,
                new FormRules(
                        TOILETS,
                        true,
                        List.of(new AuditRelation(
                                "X-1",
                                Severity.QUERY,
                                Formula.of("[04] ≥ lastyear([04])"),
                                "关系",
                                "请核对",
                                Set.of(),
                                Set.of())),
                        List.of(),
                        List.of()));

        assertThat(new Dependencies(rules, UNITS)
                        .lookingAt(new SubmissionKey(FORM, SICUN.code(), ReferencePeriod.of("2025-Q3"))))
                .contains(new SubmissionKey(FORM, FUSHOUSHAN.code(), ReferencePeriod.of("2026-Q3")))
                .noneMatch(key -> key.unit().equals(SHANGTA.code()));
    }
}
