package xiangbao.statistics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.BLOCKS;
import static xiangbao.statistics.aggregate.SmallCounty.COUNTY;
import static xiangbao.statistics.aggregate.SmallCounty.GRAIN;
import static xiangbao.statistics.aggregate.SmallCounty.INCOME;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.Q3;
import static xiangbao.statistics.aggregate.SmallCounty.ROADS;
import static xiangbao.statistics.aggregate.SmallCounty.STATISTICS;
import static xiangbao.statistics.aggregate.SmallCounty.TIANYUE;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WASTE;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;
import static xiangbao.statistics.aggregate.SmallCounty.block;
import static xiangbao.statistics.aggregate.SmallCounty.road;
import static xiangbao.statistics.aggregate.SmallCounty.rollUp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;

class RollUpTests {
    private static Counted toilets(ReportingUnit unit, String period, String households, String sanitary) {
        String[] values = unit.equals(WUSHI) || unit.equals(JIAYI)
                ? new String[] {"04.1=" + households, "05.1=" + sanitary, "16.1=1"}
                : new String[] {"04.1=" + households, "05.1=" + sanitary, "16.1=—"};
        return Counted.accepted(SmallCounty.of(TOILETS, unit, period, values));
    }

    private static Basis basis(Counted... counted) {
        return new Basis(Q3, List.of(counted), Set.of());
    }

    private static Figure county(RollUp rollUp, FormCode form, String item) {
        return rollUp.countyFigure(new IndicatorCode(form, item)).orElseThrow();
    }

    private static Figure figure(RollUp rollUp, FormCode form, String item, ReportingUnit unit) {
        return rollUp.figure(new IndicatorCode(form, item), unit.code()).orElseThrow();
    }

    private static List<Counted> everybody(String period) {
        return List.of(
                toilets(TIANYUE, period, "100", "50"),
                toilets(ANDING, period, "1000", "990"),
                toilets(JIAYI, period, "2000", "2000"),
                toilets(WUSHI, period, "3000", "2990"));
    }

    @Test
    void aRateIsTheRatioOfSumsAndNotTheMeanOfRates() {
        RollUp rollUp = rollUp(new Basis(Q3, everybody("2026-Q3"), Set.of()));

        Figure rate = county(rollUp, TOILETS, "普及率");

        // The mean of 50, 99, 100 and 99.67 would be 87.17.
        assertThat(rate.rounded()).isEqualTo("98.85");
        assertThat(rate.status()).isEqualTo(FigureStatus.FINAL);
        assertThat(figure(rollUp, TOILETS, "普及率", ANDING).value()).isEqualTo("99");
        assertThat(county(rollUp, TOILETS, "05.1").value()).isEqualTo("6030");
    }

    @Test
    void whoIsMissingMakesItProvisionalAndHasAShareOfLastYear() {
        List<Counted> counted = new ArrayList<>(everybody("2025-Q3"));
        counted.add(toilets(TIANYUE, "2026-Q3", "100", "60"));
        counted.add(toilets(ANDING, "2026-Q3", "1000", "995"));
        counted.add(toilets(WUSHI, "2026-Q3", "3000", "2995"));
        RollUp rollUp = rollUp(new Basis(Q3, counted, Set.of()));

        Figure sum = county(rollUp, TOILETS, "05.1");

        assertThat(sum.value()).isEqualTo("4050");
        assertThat(sum.status()).isEqualTo(FigureStatus.PROVISIONAL);
        assertThat(sum.coverage().fraction()).isEqualTo("3/4");
        assertThat(sum.coverage().missing()).containsExactly(JIAYI);
        // 2000 of last year's 6030.
        assertThat(sum.coverage().missingShare())
                .isEqualTo(new MissingShare(sum.indicator(), new BigDecimal("2000"), new BigDecimal("6030")));
        assertThat(Objects.requireNonNull(sum.coverage().missingShare()).percent(1))
                .isEqualTo("33.2");
        assertThat(figure(rollUp, TOILETS, "05.1", JIAYI).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure(rollUp, TOILETS, "普及率", JIAYI).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(SummaryWriter.of(rollUp, TOILETS).orElseThrow().footnotes())
                .first()
                .isEqualTo("应报4个，已报3个，通过3个，未报1个（加义镇）。未计入的单位占上年同期应统计户32.8%。");
    }

    @Test
    void theShareOfTheMissingIsAbsentWhenLastYearIsNotFullyKnown() {
        RollUp rollUp = rollUp(basis(
                toilets(WUSHI, "2026-Q3", "3000", "2995"),
                toilets(JIAYI, "2025-Q3", "2000", "2000"),
                toilets(WUSHI, "2025-Q3", "3000", "2990")));

        assertThat(county(rollUp, TOILETS, "05.1").coverage().missingShare()).isNull();
    }

    @Test
    void pendingCountsAndIsNamedAndReturnedDoesNotCount() {
        SubmissionKey returned = new SubmissionKey(TOILETS, ANDING.code(), Q3);
        Basis basis = new Basis(
                Q3,
                List.of(
                        Counted.pending(
                                toilets(WUSHI, "2026-Q3", "3000", "2990").submission()),
                        toilets(JIAYI, "2026-Q3", "2000", "2000")),
                Set.of(returned));

        Coverage coverage = rollUp(basis).coverage(TOILETS).orElseThrow();

        assertThat(coverage.expected()).hasSize(4);
        assertThat(coverage.received()).isEqualTo(3);
        assertThat(coverage.accepted()).containsExactly(JIAYI);
        assertThat(coverage.pending()).containsExactly(WUSHI);
        assertThat(coverage.returned()).containsExactly(ANDING);
        // it came: never 未报
        assertThat(figure(rollUp(basis), TOILETS, "05.1", ANDING).status()).isEqualTo(FigureStatus.RETURNED);
        assertThat(figure(rollUp(basis), TOILETS, "普及率", ANDING).status()).isEqualTo(FigureStatus.RETURNED);
        assertThat(coverage.missing()).containsExactly(TIANYUE);
        assertThat(county(rollUp(basis), TOILETS, "05.1").value()).isEqualTo("4990");
        assertThat(figure(rollUp(basis), TOILETS, "05.1", WUSHI).status()).isEqualTo(FigureStatus.PROVISIONAL);
    }

    /** 待核实（暂不计入） is a part of its own: it came, it was not sent back, and nothing of it is in the figures. */
    @Test
    void whatWaitsBeforeItCountsIsNeitherReturnedNorMissing() {
        SubmissionKey withheld = new SubmissionKey(TOILETS, ANDING.code(), Q3);
        List<Counted> counted =
                List.of(toilets(WUSHI, "2026-Q3", "3000", "2990"), toilets(JIAYI, "2026-Q3", "2000", "2000"));
        RollUp rollUp = rollUp(new Basis(Q3, counted, Set.of(), Set.of(withheld)));

        Coverage coverage = rollUp.coverage(TOILETS).orElseThrow();

        assertThat(coverage.withheld()).containsExactly(ANDING);
        assertThat(coverage.returned()).isEmpty();
        assertThat(coverage.missing()).containsExactly(TIANYUE);
        assertThat(coverage.received()).isEqualTo(3);
        assertThat(coverage.counted()).isEqualTo(2);
        assertThat(coverage.notCounted()).containsExactly(TIANYUE, ANDING);
        assertThat(county(rollUp, TOILETS, "05.1").value()).isEqualTo("4990");
        assertThat(figure(rollUp, TOILETS, "05.1", ANDING).status()).isEqualTo(FigureStatus.WITHHELD);
        assertThat(figure(rollUp, TOILETS, "普及率", ANDING).status()).isEqualTo(FigureStatus.WITHHELD);
        assertThat(SummaryWriter.of(rollUp, TOILETS).orElseThrow().footnotes().get(0))
                .isEqualTo("应报4个，已报3个，通过2个，待核实暂不计入1个（安定镇），未报1个（天岳街道）。");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis(Q3, counted, Set.of(withheld), Set.of(withheld)));
    }

    @Test
    void theLastGoodRoundStandsInForAReturnedOne() {
        Counted earlier = toilets(WUSHI, "2026-Q3", "3000", "2990");
        RollUp rollUp = rollUp(basis(new Counted(earlier.submission(), Outcome.ACCEPTED, 2, List.of())));

        assertThat(county(rollUp, TOILETS, "05.1").value()).isEqualTo("2990");
        assertThat(rollUp.coverage(TOILETS).orElseThrow().standIns()).containsExactly(WUSHI);
        assertThat(SummaryWriter.of(rollUp, TOILETS).orElseThrow().footnotes())
                .contains("伍市镇最近一次报送被退回或待核实，按其上一次通过的报送计算。");
    }

    @Test
    void onlyACountingOutcomeCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Counted(toilets(WUSHI, "2026-Q3", "1", "1").submission(), Outcome.RETURNED, 0, List.of()));
    }

    @Test
    void missingZeroAndNotApplicableAreThreeThings() {
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.of(TOILETS, TIANYUE, "2026-Q3", "04.1=0", "05.1=0", "16.1=—")),
                Counted.accepted(SmallCounty.of(TOILETS, WUSHI, "2026-Q3", "04.1=10", "05.1=?", "16.1=0"))));

        assertThat(figure(rollUp, TOILETS, "05.1", TIANYUE).value()).isEqualTo("0");
        assertThat(figure(rollUp, TOILETS, "05.1", TIANYUE).status()).isEqualTo(FigureStatus.FINAL);
        assertThat(figure(rollUp, TOILETS, "05.1", WUSHI).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure(rollUp, TOILETS, "16.1", TIANYUE).status()).isEqualTo(FigureStatus.NOT_APPLICABLE);
        // Zero over zero is no rate.
        assertThat(figure(rollUp, TOILETS, "普及率", TIANYUE).status()).isEqualTo(FigureStatus.NOT_APPLICABLE);
        assertThat(figure(rollUp, TOILETS, "普及率", TIANYUE).value()).isNull();
    }

    @Test
    void whoDoesNotOweARowIsNotMissingFromIt() {
        Figure nodes = county(rollUp(basis(toilets(WUSHI, "2026-Q3", "1", "1"))), TOILETS, "16.1");

        assertThat(nodes.coverage().expected()).containsExactly(JIAYI, WUSHI);
        assertThat(nodes.coverage().missing()).containsExactly(JIAYI);
    }

    @Test
    void aRatioLeavesOutWhoLacksAnOperand() {
        // 安定 has no denominator, so its numerator must not flatter the county.
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.of(TOILETS, ANDING, "2026-Q3", "04.1=?", "05.1=990", "16.1=—")),
                toilets(WUSHI, "2026-Q3", "1000", "500")));

        assertThat(county(rollUp, TOILETS, "普及率").value()).isEqualTo("50");
        assertThat(county(rollUp, TOILETS, "05.1").value()).isEqualTo("1490");
    }

    @Test
    void masterDataIsSummedOverWhoIsCounted() {
        RollUp rollUp = rollUp(basis(toilets(ANDING, "2026-Q3", "1000", "1"), toilets(WUSHI, "2026-Q3", "2000", "1")));

        // 20 and 40 villages; the others have not reported.
        assertThat(county(rollUp, TOILETS, "每村户数").value()).isEqualTo("50");
    }

    @Test
    void aYieldIsRecomputedFromSums() {
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.of(GRAIN, ANDING, "2026-Q3", "06.1=100", "06.2=500", "06.3=50")),
                Counted.accepted(SmallCounty.of(GRAIN, WUSHI, "2026-Q3", "06.1=300", "06.2=400", "06.3=120"))));

        assertThat(county(rollUp, GRAIN, "06.2").value()).isEqualTo("425");
        assertThat(figure(rollUp, GRAIN, "06.2", ANDING).value()).isEqualTo("500");
    }

    @Test
    void aTotalWithAForecastPartSaysSo() {
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.of(GRAIN, ANDING, "2026-Q3", "06.1=1", "06.3=1", "11.1=10", "11.3=4~")),
                Counted.accepted(SmallCounty.of(GRAIN, WUSHI, "2026-Q3", "06.1=1", "06.3=1", "11.1=20", "11.3=9"))));

        assertThat(county(rollUp, GRAIN, "11.3").forecast()).isTrue();
        assertThat(county(rollUp, GRAIN, "11.2").forecast()).isTrue();
        assertThat(county(rollUp, GRAIN, "11.1").forecast()).isFalse();
        assertThat(SummaryWriter.of(rollUp, GRAIN).orElseThrow().footnotes()).contains("含预计数。");
    }

    @Test
    void whatIsNotYetDueIsNotMissing() {
        Basis secondQuarter = new Basis(
                ReferencePeriod.of("2026-Q2"),
                List.of(Counted.accepted(
                        SmallCounty.of(GRAIN, WUSHI, "2026-Q2", "06.1=1", "06.2=1000", "06.3=1", "11.1=—"))),
                Set.of());

        Figure late = county(rollUp(secondQuarter), GRAIN, "11.1");

        assertThat(late.status()).isEqualTo(FigureStatus.NOT_APPLICABLE);
        assertThat(late.coverage().expected()).isEmpty();
    }

    @Test
    void aFlowOfTheYearIsTheSumOfItsMonthsAndAStockTheLast() {
        RollUp rollUp = rollUp(new Basis(
                ReferencePeriod.of("2026-03"),
                List.of(
                        Counted.accepted(SmallCounty.of(WASTE, WUSHI, "2026-01", "05.1=10.5", "01.1=20")),
                        Counted.accepted(SmallCounty.of(WASTE, WUSHI, "2026-02", "05.1=11", "01.1=20")),
                        Counted.accepted(SmallCounty.of(WASTE, WUSHI, "2026-03", "05.1=12.5", "01.1=21"))),
                Set.of()));

        assertThat(figure(rollUp, WASTE, "05.1", WUSHI).value()).isEqualTo("12.5");
        assertThat(rollUp.yearToDate(new IndicatorCode(WASTE, "05.1"), WUSHI.code())
                        .orElseThrow()
                        .value())
                .isEqualTo("34");
        assertThat(rollUp.yearToDate(new IndicatorCode(WASTE, "01.1"), COUNTY.code())
                        .orElseThrow()
                        .value())
                .isEqualTo("21");
    }

    @Test
    void aFlowThatLacksAMonthIsProvisional() {
        RollUp rollUp = rollUp(new Basis(
                ReferencePeriod.of("2026-02"),
                List.of(Counted.accepted(SmallCounty.of(WASTE, WUSHI, "2026-02", "05.1=11", "01.1=20"))),
                Set.of()));

        Figure flow = rollUp.yearToDate(new IndicatorCode(WASTE, "05.1"), WUSHI.code())
                .orElseThrow();

        assertThat(flow.value()).isEqualTo("11");
        assertThat(flow.status()).isEqualTo(FigureStatus.PROVISIONAL);
        assertThat(figure(rollUp, WASTE, "05.1", WUSHI).status()).isEqualTo(FigureStatus.FINAL);
    }

    @Test
    void aKeyThatTwoUnitsReportIsListed() {
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.ledger(
                        BLOCKS, ANDING, "2026-Q3", block(ANDING, "P1", "6000"), block(ANDING, "P2", "1000"))),
                Counted.accepted(SmallCounty.ledger(BLOCKS, WUSHI, "2026-Q3", block(WUSHI, "P1", "5000"))),
                Counted.accepted(SmallCounty.ledger(BLOCKS, JIAYI, "2026-Q3"))));

        assertThat(rollUp.sharedKeys()).containsExactly(new SharedKey(BLOCKS, Q3, "P1", List.of(ANDING, WUSHI)));
        assertThat(county(rollUp, BLOCKS, "04").value()).isEqualTo("12000");
        assertThat(county(rollUp, BLOCKS, "片数").value()).isEqualTo("2");
        assertThat(figure(rollUp, BLOCKS, "04", ANDING).value()).isEqualTo("7000");
        // An empty ledger is a zero report.
        assertThat(figure(rollUp, BLOCKS, "04", JIAYI).value()).isEqualTo("0");
        assertThat(SummaryWriter.of(rollUp, BLOCKS).orElseThrow().footnotes())
                .contains("下列编号有两个以上单位填报，合计中已分别计入，请核对是否重复：P1（安定镇、伍市镇）。");
        // 测产 does not add up over lines, so it is no figure of the county.
        assertThat(rollUp.countyFigure(new IndicatorCode(BLOCKS, "05"))).isEmpty();
    }

    @Test
    void aLedgerAboutOthersGivesEachItsOwn() {
        RollUp rollUp = rollUp(basis(Counted.accepted(
                SmallCounty.ledger(ROADS, STATISTICS, "2026-Q3", road(ANDING, "120.5"), road(WUSHI, "80")))));

        assertThat(county(rollUp, ROADS, "02").value()).isEqualTo("200.5");
        assertThat(county(rollUp, ROADS, "02").coverage().expected()).containsExactly(STATISTICS);
        Figure anding = figure(rollUp, ROADS, "02", ANDING);
        assertThat(anding.value()).isEqualTo("120.5");
        assertThat(anding.contributions())
                .singleElement()
                .satisfies(from -> assertThat(from.reporter()).isEqualTo(STATISTICS.code()));
        assertThat(rollUp.figure(new IndicatorCode(ROADS, "02"), JIAYI.code())).isEmpty();
    }

    /** Rounds that were stored before such lines were refused may still hold them. */
    @Test
    void aLineAboutTheCountyIsNobodysFigureThisYearOrLast() {
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.ledger(
                        ROADS, STATISTICS, "2026-Q3", road(ANDING, "120.5"), road(WUSHI, "80"), road(COUNTY, "9999"))),
                Counted.accepted(SmallCounty.ledger(
                        ROADS, STATISTICS, "2025-Q3", road(COUNTY, "4791.3"), road(ANDING, "100"), road(WUSHI, "60"))),
                Counted.accepted(SmallCounty.ledger(
                        ROADS, STATISTICS, "2024-Q3", road(ANDING, "100"), road(SmallCounty.TRANSPORT, "7")))));

        IndicatorCode length = new IndicatorCode(ROADS, "02");
        assertThat(county(rollUp, ROADS, "02").value()).isEqualTo("200.5");
        assertThat(county(rollUp, ROADS, "02").contributions()).hasSize(2);
        assertThat(rollUp.lastYear(length, COUNTY.code()).orElseThrow().value()).isEqualTo("160");
        FormSummary summary = SummaryWriter.of(rollUp, ROADS).orElseThrow();
        assertThat(summary.lines())
                .extracting(line -> line.unit().name()
                        + " " + line.entries().get(0).figure().value()
                        + " " + line.entries().get(0).lastYear())
                .containsExactly("平江县 200.5 160", "安定镇 120.5 100", "伍市镇 80 60");
        assertThat(rollUp.ledger(ROADS, Q3).orElseThrow().reported()).hasSize(2);
        RollUp before =
                rollUp(new Basis(ReferencePeriod.of("2024-Q3"), rollUp.basis().counted(), Set.of()));
        assertThat(county(before, ROADS, "02").value()).isEqualTo("100");
    }

    /** It is the unit's word against the register until the statistician lets it pass. */
    @Test
    void aFormThatDoesNotApplyIsOwedUntilThatIsAccepted() {
        Submission said = SmallCounty.of(TOILETS, TIANYUE, "2026-Q3", "04.1=—", "05.1=—", "16.1=—");
        Submission declared = new Submission(
                said.key(), 1, Filing.NOT_APPLICABLE, said.file(), said.sha256(), said.sheet(), said.observations());
        List<Counted> others = everybody("2026-Q3").subList(1, 4);
        List<Counted> counted = new ArrayList<>(others);
        counted.add(Counted.pending(declared));

        Figure pending = county(rollUp(new Basis(Q3, counted, Set.of())), TOILETS, "05.1");
        counted.set(3, Counted.accepted(declared));
        Figure accepted = county(rollUp(new Basis(Q3, counted, Set.of())), TOILETS, "05.1");

        assertThat(pending.value()).isEqualTo("5980");
        assertThat(pending.coverage().fraction()).isEqualTo("3/4");
        assertThat(pending.status()).isEqualTo(FigureStatus.PROVISIONAL);
        assertThat(accepted.coverage().fraction()).isEqualTo("3/3");
        assertThat(accepted.status()).isEqualTo(FigureStatus.FINAL);
    }

    @Test
    void whatOnlyOneUnitStatesIsTheCountysFigure() {
        RollUp rollUp = rollUp(basis(
                Counted.accepted(SmallCounty.of(INCOME, STATISTICS, "2026-Q3", "01.1=6.2", "02.1=6.0", "03.1=?"))));

        assertThat(county(rollUp, INCOME, "01.1").value()).isEqualTo("6.2");
        assertThat(county(rollUp, INCOME, "03.1").status()).isEqualTo(FigureStatus.MISSING);
    }

    @Test
    void aFigureTracesToItsCells() {
        Figure sum = county(rollUp(new Basis(Q3, everybody("2026-Q3"), Set.of())), TOILETS, "05.1");

        assertThat(sum.contributions())
                .extracting(Contribution::reporter)
                .containsExactly(TIANYUE.code(), ANDING.code(), JIAYI.code(), WUSHI.code());
        Contribution last = sum.contributions().get(3);
        assertThat(last.file()).isEqualTo("伍市镇/平31-1.xlsx");
        assertThat(last.sha256()).isEqualTo("sha-430626111");
        assertThat(Objects.requireNonNull(last.observation().cell()).address()).isEqualTo("F2");
        assertThat(county(rollUp(new Basis(Q3, everybody("2026-Q3"), Set.of())), TOILETS, "普及率")
                        .contributions())
                .hasSize(8);
    }

    @Test
    void lastYearIsComparedOverTheSameUnits() {
        List<Counted> counted = new ArrayList<>(everybody("2025-Q3"));
        counted.add(toilets(WUSHI, "2026-Q3", "3000", "2392"));
        FormSummary summary = SummaryWriter.of(rollUp(new Basis(Q3, counted, Set.of())), TOILETS)
                .orElseThrow();

        FormSummary.Entry sanitary = summary.lines().get(0).entries().get(1);

        assertThat(sanitary.figure().value()).isEqualTo("2392");
        assertThat(sanitary.lastYear()).isEqualTo("2990");
        assertThat(sanitary.change()).isEqualTo("-20");
        assertThat(sanitary.changeUnit()).isEqualTo("%");
        assertThat(summary.provisional()).isTrue();
        assertThat(summary.lines())
                .extracting(line -> line.unit().name())
                .containsExactly("平江县", "天岳街道", "安定镇", "加义镇", "伍市镇");
    }

    @Test
    void whatLastYearDoesNotKnowIsNotComparable() {
        RollUp rollUp = rollUp(basis(
                toilets(WUSHI, "2026-Q3", "3000", "2392"),
                toilets(JIAYI, "2026-Q3", "3000", "2392"),
                toilets(WUSHI, "2025-Q3", "3000", "2990")));
        FormSummary summary = SummaryWriter.of(rollUp, TOILETS).orElseThrow();

        assertThat(summary.lines().get(0).entries().get(1).lastYear()).isNull();
        assertThat(summary.lines().get(0).entries().get(1).change()).isNull();
    }

    @Test
    void coverageThatDoesNotAddUpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coverage(
                        List.of(WUSHI, JIAYI),
                        List.of(WUSHI),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null))
                .withMessageContaining("does not add up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coverage(
                        List.of(WUSHI),
                        List.of(WUSHI),
                        List.of(),
                        List.of(WUSHI),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
    }

    @Property(tries = 30)
    void theOrderOfArrivalChangesNothing(@ForAll long seed) {
        List<Counted> counted = new ArrayList<>(everybody("2026-Q3"));
        counted.addAll(everybody("2025-Q3"));
        counted.add(Counted.accepted(SmallCounty.of(GRAIN, ANDING, "2026-Q3", "06.1=100.50", "06.3=50")));
        counted.add(Counted.accepted(SmallCounty.of(GRAIN, WUSHI, "2026-Q3", "06.1=300.5", "06.3=120~")));
        counted.add(Counted.accepted(SmallCounty.ledger(BLOCKS, ANDING, "2026-Q3", block(ANDING, "P1", "6000"))));
        counted.add(Counted.accepted(SmallCounty.ledger(BLOCKS, WUSHI, "2026-Q3", block(WUSHI, "P1", "5000"))));
        RollUp straight = rollUp(new Basis(Q3, counted, Set.of()));
        Collections.shuffle(counted, new Random(seed));

        RollUp shuffled = rollUp(new Basis(Q3, counted, Set.of()));

        assertThat(shuffled.figures()).isEqualTo(straight.figures());
        assertThat(SummaryWriter.all(shuffled)).isEqualTo(SummaryWriter.all(straight));
        assertThat(shuffled.sharedKeys()).isEqualTo(straight.sharedKeys());
    }
}
