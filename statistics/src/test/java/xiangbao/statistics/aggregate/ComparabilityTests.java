package xiangbao.statistics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.Units;

/** 撤乡并镇, 口径变化 and what stands beside a figure. */
class ComparabilityTests {
    private static final FormCode TOILETS = SmallCounty.TOILETS;
    private static final FormCode WASTE = SmallCounty.WASTE;
    private static final ReferencePeriod Q3 = SmallCounty.Q3;
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    /** 思村 and 福寿 became 福寿山 on New Year; 长寿 was divided into 长寿 and 新街; 南江 stayed. */
    private static final ReportingUnit FUSHOU = unit("430626103", "福寿镇", null, NEW_YEAR.minusDays(1));

    private static final ReportingUnit SICUN = unit("430626204", "思村乡", null, NEW_YEAR.minusDays(1));
    private static final ReportingUnit FUSHOUSHAN =
            unit("430626104", "福寿山镇", NEW_YEAR, null, FUSHOU.code(), SICUN.code());
    private static final ReportingUnit CHANGSHOU = unit("430626106", "长寿镇", null, null);
    private static final ReportingUnit XINJIE = unit("430626107", "新街镇", NEW_YEAR, null, CHANGSHOU.code());
    private static final ReportingUnit NANJIANG = unit("430626108", "南江镇", null, null);
    private static final Units UNITS =
            new Units(List.of(SmallCounty.COUNTY, FUSHOU, SICUN, FUSHOUSHAN, CHANGSHOU, XINJIE, NANJIANG));

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

    private static Counted toilets(ReportingUnit unit, String period, String households, String sanitary) {
        return Counted.accepted(SmallCounty.of(TOILETS, unit, period, "04.1=" + households, "05.1=" + sanitary));
    }

    private static List<Counted> lastYear() {
        return List.of(
                toilets(FUSHOU, "2025-Q3", "100", "90"),
                toilets(SICUN, "2025-Q3", "50", "30"),
                toilets(CHANGSHOU, "2025-Q3", "200", "200"),
                toilets(NANJIANG, "2025-Q3", "300", "270"));
    }

    private static RollUp rollUp(Counted... now) {
        List<Counted> counted = new ArrayList<>(lastYear());
        counted.addAll(List.of(now));
        return RollUp.of(SmallCounty.forms(), UNITS, new Basis(Q3, counted, Set.of()));
    }

    private static FormSummary.Entry entry(RollUp rollUp, ReportingUnit unit, int column) {
        return SummaryWriter.of(rollUp, TOILETS).orElseThrow().lines().stream()
                .filter(line -> line.unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .entries()
                .get(column);
    }

    @Test
    void aMergedTownshipIsComparedWithTheSumOfThoseItCameOf() {
        RollUp rollUp = rollUp(toilets(FUSHOUSHAN, "2026-Q3", "150", "126"));

        assertThat(entry(rollUp, FUSHOUSHAN, 0).lastYear()).isEqualTo("150");
        assertThat(entry(rollUp, FUSHOUSHAN, 1).lastYear()).isEqualTo("120");
        assertThat(entry(rollUp, FUSHOUSHAN, 1).change()).isEqualTo("5");
        assertThat(SummaryWriter.of(rollUp, TOILETS).orElseThrow().footnotes()).contains("福寿山镇的上年同期数为福寿镇、思村乡之和。");
    }

    @Test
    void aRateOfAMergedTownshipIsTheRatioOfTheirSums() {
        RollUp rollUp = rollUp(toilets(FUSHOUSHAN, "2026-Q3", "150", "126"));

        // 普及率 is 84 now, and was 120 of 150
        FormSummary.Entry rate = entry(rollUp, FUSHOUSHAN, 3);
        assertThat(rate.figure().value()).isEqualTo("84");
        assertThat(rate.lastYear()).isEqualTo("80");
        assertThat(rate.change()).isEqualTo("4");
        assertThat(rate.changeUnit()).isEqualTo("百分点");
    }

    @Test
    void aDividedTownshipIsNotComparable() {
        RollUp rollUp = rollUp(toilets(CHANGSHOU, "2026-Q3", "120", "120"), toilets(XINJIE, "2026-Q3", "80", "80"));

        assertThat(entry(rollUp, CHANGSHOU, 0).lastYear()).isNull();
        assertThat(entry(rollUp, XINJIE, 0).lastYear()).isNull();
        assertThat(SummaryWriter.of(rollUp, TOILETS).orElseThrow().footnotes())
                .contains("长寿镇区划调整，与上年同期不可比。", "新街镇区划调整，与上年同期不可比。");
        assertThat(entry(rollUp, NANJIANG, 0).lastYear()).isEqualTo("300");
    }

    @Test
    void theCountyComparesLikeWithLike() {
        Counted fushoushan = toilets(FUSHOUSHAN, "2026-Q3", "150", "126");
        Counted changshou = toilets(CHANGSHOU, "2026-Q3", "120", "120");
        Counted xinjie = toilets(XINJIE, "2026-Q3", "80", "80");

        assertThat(entry(rollUp(fushoushan), SmallCounty.COUNTY, 0).lastYear()).isEqualTo("150");
        assertThat(entry(rollUp(fushoushan, changshou), SmallCounty.COUNTY, 0).lastYear())
                .isNull();
        assertThat(entry(rollUp(fushoushan, changshou, xinjie), SmallCounty.COUNTY, 0)
                        .lastYear())
                .isEqualTo("350");
        assertThat(entry(
                                rollUp(fushoushan, changshou, xinjie, toilets(NANJIANG, "2026-Q3", "300", "300")),
                                SmallCounty.COUNTY,
                                0)
                        .lastYear())
                .isEqualTo("650");
    }

    @Test
    void aFigureOfThePlanComparesLikeWithLikeToo() {
        Formula sanitary = Formula.of("[平31-1:05.1]");
        RollUp rollUp = rollUp(toilets(FUSHOUSHAN, "2026-Q3", "150", "126"), toilets(XINJIE, "2026-Q3", "80", "80"));

        assertThat(rollUp.comparable(sanitary, FUSHOUSHAN, Q3, Q3.yearEarlier()))
                .contains(Fraction.of(120));
        assertThat(rollUp.comparable(sanitary, XINJIE, Q3, Q3.yearEarlier())).isEmpty();
        Evaluation now = rollUp.evaluate(sanitary, Q3, Set.of(XINJIE.code(), CHANGSHOU.code()));
        assertThat(rollUp.comparable(sanitary, now, Q3, Q3.yearEarlier(), Set.of(XINJIE.code(), CHANGSHOU.code()))
                        .map(Evaluation::value))
                .contains(Fraction.of(120));
    }

    private static List<FormRules> changedSince(LocalDate day) {
        return SmallCounty.forms().stream()
                .map(rules -> rules.form().code().equals(TOILETS)
                        ? new FormRules(changed(rules.form(), day), true, List.of(), rules.derived())
                        : rules)
                .toList();
    }

    private static Form changed(Form form, LocalDate day) {
        return new Form(
                form.code(),
                form.title(),
                form.frequency(),
                form.layout(),
                form.owedBy(),
                form.due(),
                form.marks(),
                form.validity(),
                form.columns(),
                form.rows().stream()
                        .map(row -> row.code().equals("04") ? changed(row, day) : row)
                        .toList(),
                form.notes());
    }

    private static Row changed(Row row, LocalDate day) {
        return new Row(
                row.code(),
                row.title(),
                row.indent(),
                row.aliases(),
                row.measure(),
                row.columns(),
                row.due(),
                row.required(),
                row.negative(),
                row.appliesTo(),
                day);
    }

    @Test
    void aFigureThatMeantSomethingElseIsNotComparable() {
        List<Counted> counted = new ArrayList<>(lastYear());
        counted.add(toilets(NANJIANG, "2026-Q2", "300", "280"));
        counted.add(toilets(NANJIANG, "2026-Q3", "310", "290"));
        RollUp rollUp = RollUp.of(changedSince(NEW_YEAR), UNITS, new Basis(Q3, counted, Set.of()));

        assertThat(entry(rollUp, NANJIANG, 0).lastYear()).isNull();
        assertThat(entry(rollUp, NANJIANG, 0).previous()).isEqualTo("300");
        assertThat(entry(rollUp, NANJIANG, 1).lastYear()).isEqualTo("270");
        // a rate over it is as broken as it is
        assertThat(entry(rollUp, NANJIANG, 3).lastYear()).isNull();
        assertThat(rollUp.comparable(Formula.of("[平31-1:普及率]"), NANJIANG, Q3, Q3.yearEarlier()))
                .isEmpty();
        assertThat(rollUp.comparable(Formula.of("[平31-1:05.1]"), NANJIANG, Q3, Q3.yearEarlier()))
                .contains(Fraction.of(270));
        assertThat(SummaryWriter.of(rollUp, TOILETS).orElseThrow().footnotes())
                .contains("口径自2026-01-01起变化，与上年同期不可比：应统计户、普及率、每村户数。");
    }

    @Test
    void theChangeOnThePreviousPeriodOfARateIsInPercentagePoints() {
        RollUp rollUp = rollUp(toilets(NANJIANG, "2026-Q2", "100", "95"), toilets(NANJIANG, "2026-Q3", "100", "97"));

        assertThat(entry(rollUp, NANJIANG, 1).previous()).isEqualTo("95");
        assertThat(entry(rollUp, NANJIANG, 3).previous()).isEqualTo("95");
        assertThat(entry(rollUp, NANJIANG, 3).changeOnPrevious()).isEqualTo("2");
        assertThat(entry(rollUp, NANJIANG, 0).changeOnPrevious()).isEqualTo("0");
        assertThat(entry(rollUp, NANJIANG, 0).yearToDate()).isNull();
    }

    @Test
    void aFlowHasAFigureForTheYearSoFar() {
        Basis basis = new Basis(
                ReferencePeriod.of("2026-02"),
                List.of(
                        Counted.accepted(SmallCounty.of(WASTE, NANJIANG, "2026-01", "05.1=10", "01.1=3")),
                        Counted.accepted(SmallCounty.of(WASTE, NANJIANG, "2026-02", "05.1=15", "01.1=3"))),
                Set.of());
        FormSummary summary = SummaryWriter.of(RollUp.of(SmallCounty.forms(), UNITS, basis), WASTE)
                .orElseThrow();
        FormSummary.Entry carried = summary.lines().get(0).entries().get(0);

        assertThat(carried.yearToDate()).isEqualTo("25");
        assertThat(carried.previous()).isEqualTo("10");
        assertThat(carried.changeOnPrevious()).isEqualTo("50");
        assertThat(summary.lines().get(0).entries().get(1).yearToDate()).isNull();
    }

    @Test
    void aLegalFigureStandsBesideTheCountysSum() {
        OfficialFigure official = new OfficialFigure(
                TOILETS + ":05.1", Q3, new BigDecimal("0.0125"), "万户", "平农〔2026〕9号", LocalDate.of(2026, 10, 20));
        Basis basis = new Basis(Q3, List.of(toilets(NANJIANG, "2026-Q3", "130", "126")), Set.of());
        RollUp rollUp = RollUp.of(SmallCounty.forms(), UNITS, basis, new OfficialFigures(List.of(official)));

        OfficialFigure beside =
                Objects.requireNonNull(entry(rollUp, SmallCounty.COUNTY, 1).official());
        assertThat(beside.value()).isEqualByComparingTo("125");
        assertThat(beside.unit()).isEqualTo("户");
        assertThat(entry(rollUp, SmallCounty.COUNTY, 1).figure().value()).isEqualTo("126");
        assertThat(entry(rollUp, NANJIANG, 1).official()).isNull();
    }
}
