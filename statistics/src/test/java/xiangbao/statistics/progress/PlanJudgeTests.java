package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.GRAIN;
import static xiangbao.statistics.aggregate.SmallCounty.INCOME;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.Q3;
import static xiangbao.statistics.aggregate.SmallCounty.STATISTICS;
import static xiangbao.statistics.aggregate.SmallCounty.TIANYUE;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WASTE;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;

class PlanJudgeTests {
    private static Counted toilets(ReportingUnit unit, String period, String households, String sanitary) {
        return Counted.accepted(SmallCounty.of(TOILETS, unit, period, "04.1=" + households, "05.1=" + sanitary));
    }

    private static Counted grain(ReportingUnit unit, String period, String area) {
        return Counted.accepted(SmallCounty.of(GRAIN, unit, period, "06.1=" + area));
    }

    private static Counted income(String rural, String national, String domestic) {
        return Counted.accepted(
                SmallCounty.of(INCOME, STATISTICS, "2026-Q3", "01.1=" + rural, "02.1=" + national, "03.1=" + domestic));
    }

    /** About the townships one by one as well, and with remarks. */
    private static TargetDraft remarked(TargetDraft draft) {
        return draft.perUnit().unconfirmed("说明");
    }

    private static TargetDraft rate(String value) {
        return remarked(TargetDraft.rate("S01", value));
    }

    private static TargetDraft area(@Nullable String value, Pace pace) {
        TargetDraft area = TargetDraft.measured("S01", "[平11-1:06.1]", "亩")
                .printedIn("万亩", 2)
                .reaching(value)
                .paced(pace);
        return remarked(pace == Pace.SEASONAL ? area.judgedFrom(11, 20) : area);
    }

    private static Progress judge(TargetDraft draft, String period, Counted... counted) {
        return draft.judge(period, counted);
    }

    @ParameterizedTest
    @CsvSource({
        // 98.96 prints as 99.0 with one decimal, so one more is shown.
        "9896, 98.96, NOT_MET",
        "9900, 99.0, MET",
        "9901, 99.01, MET",
        "9910, 99.1, MET",
        "9000, 90.0, NOT_MET"
    })
    void aThresholdComparesExactNumbersAndIncludesItself(String sanitary, String shown, ProgressStatus status) {
        Progress progress = judge(rate("99"), "2026-Q3", toilets(WUSHI, "2026-Q3", "10000", sanitary));

        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.attainment().actual()).isEqualTo(shown);
    }

    @Test
    void theWholeTaskIsOneHundredPerCentExactly() {
        TargetDraft whole = rate("100").worded(Wording.COMPLETION).equalling("100");

        Progress nearly = judge(whole, "2026-Q3", toilets(WUSHI, "2026-Q3", "10000", "9996"));
        Progress done = judge(whole, "2026-Q3", toilets(WUSHI, "2026-Q3", "10000", "10000"));

        assertThat(nearly.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(nearly.attainment().actual()).isEqualTo("99.96");
        assertThat(nearly.attainment().completion()).isEqualTo("99.96");
        assertThat(done.status()).isEqualTo(ProgressStatus.COMPLETED);
        assertThat(done.light()).isEqualTo(Light.BLUE);
    }

    @Test
    void theCountyCanPassWhileTownshipsMiss() {
        Progress progress = judge(
                rate("99"),
                "2026-Q3",
                toilets(ANDING, "2026-Q3", "100", "98"),
                toilets(WUSHI, "2026-Q3", "10000", "9950"),
                toilets(TIANYUE, "2026-Q3", "0", "0"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.MET);
        assertThat(progress.byUnit().below()).containsExactly(ANDING);
        assertThat(progress.byUnit().units())
                .extracting(UnitProgress::status)
                .containsExactly(
                        ProgressStatus.NOT_APPLICABLE,
                        ProgressStatus.NOT_MET,
                        ProgressStatus.UNDECIDED,
                        ProgressStatus.MET);
        assertThat(progress.grounds().coverage().fraction()).isEqualTo("3/4");
        assertThat(progress.grounds().coverage().missing()).containsExactly(JIAYI);
        assertThat(progress.grounds().provisional()).isTrue();
        assertThat(progress.note()).isEqualTo("口径待确认；说明");
    }

    @Test
    void anEffortIsNeverRed() {
        Progress progress = judge(rate("99").worded(Wording.EFFORT), "2026-Q3", toilets(WUSHI, "2026-Q3", "100", "1"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.UNDER_WAY);
        assertThat(progress.light()).isEqualTo(Light.GREY);
        assertThat(progress.byUnit().below()).isEmpty();
    }

    @Test
    void noNumberInThePlanIsNoTarget() {
        Progress progress = judge(area(null, Pace.DIRECT), "2026-Q3", grain(WUSHI, "2026-Q3", "15000"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.NO_TARGET);
        assertThat(progress.attainment().actual()).isEqualTo("1.50");
        assertThat(judge(remarked(TargetDraft.unmeasured("S01", "万亩").reaching("30")), "2026-Q3")
                        .status())
                .isEqualTo(ProgressStatus.UNDECIDED);
    }

    @Test
    void aFigureThatNobodyReportedIsNoFailure() {
        Progress progress = judge(rate("99"), "2026-Q3");

        assertThat(progress.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(progress.attainment().actual()).isNull();
        assertThat(progress.light()).isEqualTo(Light.GREY);
    }

    @Test
    void unitsOfMeasureConvertExactly() {
        Progress progress = judge(area("3", Pace.DIRECT), "2026-Q3", grain(WUSHI, "2026-Q3", "29999.9"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(progress.attainment().actual()).isEqualTo("2.99999");
        assertThat(judge(area("3", Pace.DIRECT), "2026-Q3", grain(WUSHI, "2026-Q3", "30000"))
                        .status())
                .isEqualTo(ProgressStatus.MET);
    }

    @Test
    void aCropIsNotJudgedBeforeItsSeason() {
        Progress early = judge(area("3", Pace.SEASONAL), "2026-Q3", grain(WUSHI, "2026-Q3", "15000"));
        Progress late = judge(area("3", Pace.SEASONAL), "2026-Q4", grain(WUSHI, "2026-Q4", "15000"));

        assertThat(early.status()).isEqualTo(ProgressStatus.NOT_YET_JUDGED);
        assertThat(early.light()).isEqualTo(Light.GREY);
        assertThat(early.attainment().actual()).isEqualTo("1.50");
        assertThat(early.attainment().completion()).isEqualTo("50.0");
        assertThat(late.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(late.light()).isEqualTo(Light.RED);
    }

    @ParameterizedTest
    @CsvSource({
        // 273 of 365 days are 74.79 per cent.
        "7500, ON_PACE, 0.2",
        "7479, BEHIND, -0.005",
        "7000, BEHIND, -4.8",
        "6480, BEHIND, -9.99",
        "6479, FAR_BEHIND, -10.005",
        "10000, COMPLETED, 25.2"
    })
    void anAmountIsHeldAgainstTheCalendar(String area, ProgressStatus status, String deviation) {
        Progress progress = judge(area("1", Pace.ELAPSED), "2026-Q3", grain(WUSHI, "2026-Q3", area));

        assertThat(progress.attainment().elapsed()).isEqualTo("74.8");
        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.attainment().deviation()).isEqualByComparingTo(deviation);
    }

    @Test
    void anAmountThatTheYearDidNotReachIsMissed() {
        assertThat(judge(area("1", Pace.ELAPSED), "2026-Q4", grain(WUSHI, "2026-Q4", "9900"))
                        .status())
                .isEqualTo(ProgressStatus.NOT_MET);
    }

    @Test
    void flowsCountForTheYearSoFar() {
        TargetDraft draft = remarked(TargetDraft.measured("S01", "[平32-1:05.1]", "吨")
                .printedIn("吨", 0)
                .worded(Wording.COMPLETION)
                .reaching("30")
                .paced(Pace.ELAPSED));

        Progress progress = judge(
                draft,
                "2026-02",
                Counted.accepted(SmallCounty.of(WASTE, WUSHI, "2026-01", "05.1=10", "01.1=1")),
                Counted.accepted(SmallCounty.of(WASTE, WUSHI, "2026-02", "05.1=20", "01.1=1")));

        assertThat(progress.attainment().actual()).isEqualTo("30");
        assertThat(progress.status()).isEqualTo(ProgressStatus.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"101, MET", "100, NOT_MET", "99, NOT_MET"})
    void expandingIsStrictlyAboveLastYear(String area, ProgressStatus status) {
        List<Counted> counted = new ArrayList<>();
        for (ReportingUnit unit : SmallCounty.TOWNSHIPS) {
            counted.add(grain(unit, "2025-Q3", "100"));
            counted.add(grain(unit, "2026-Q3", unit.equals(WUSHI) ? area : "100"));
        }

        Progress progress = judge(area(null, Pace.DIRECT).overLastYear(), "2026-Q3", counted.toArray(Counted[]::new));

        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.attainment().exactActual())
                .isEqualByComparingTo(
                        new BigDecimal(area).add(new BigDecimal("300")).movePointLeft(4));
        assertThat(progress.attainment().goal()).isEqualByComparingTo("0.04");
    }

    @Test
    void lastYearIsComparedOverTheUnitsThatHaveReported() {
        Progress progress = judge(
                area(null, Pace.DIRECT).overLastYear(),
                "2026-Q3",
                grain(ANDING, "2025-Q3", "90000"),
                grain(WUSHI, "2025-Q3", "10000"),
                grain(WUSHI, "2026-Q3", "20000"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.MET);
        assertThat(progress.attainment().goal()).isEqualTo("1.00");
        assertThat(progress.note()).contains("只含已报单位");
    }

    @Test
    void aMissingLastYearIsUndecided() {
        Progress progress = judge(
                area(null, Pace.DIRECT).overLastYear(),
                "2026-Q3",
                grain(WUSHI, "2025-Q3", "10000"),
                grain(WUSHI, "2026-Q3", "20000"),
                grain(ANDING, "2026-Q3", "20000"));

        assertThat(progress.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(progress.attainment().goal()).isNull();
        assertThat(progress.note()).contains("不可比");
    }

    @Test
    void everyComparatorMustBeExceededStrictly() {
        Comparator national = new Comparator("全国农村居民", Formula.of("[平41-2:02.1]"));
        Comparator domestic = new Comparator("本县GDP", Formula.of("[平41-2:03.1]"));
        TargetDraft growth = remarked(TargetDraft.measured("S01", "[平41-2:01.1]", "%")
                .above(national, domestic)
                .paced(Pace.NONE));

        Progress above = judge(growth, "2026-Q3", income("6.2", "6.0", "5.9"));
        Progress equal = judge(growth, "2026-Q3", income("6.2", "6.2", "5.9"));
        Progress unknown = judge(growth, "2026-Q3", income("6.2", "6.0", "?"));

        assertThat(above.status()).isEqualTo(ProgressStatus.MET);
        assertThat(above.counterparts().comparators().get(1).lead()).isEqualTo("0.3");
        assertThat(equal.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(equal.counterparts().comparators().get(0).verdict()).isEqualTo(Verdict.FAILS);
        assertThat(unknown.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(unknown.counterparts().comparators().get(1).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aPendingFigureCountsAndMakesItProvisional() {
        List<Counted> counted = new ArrayList<>();
        for (ReportingUnit unit : SmallCounty.TOWNSHIPS) {
            Counted one = toilets(unit, "2026-Q3", "100", "100");
            counted.add(unit.equals(WUSHI) ? Counted.pending(one.submission()) : one);
        }

        Progress progress = judge(rate("99"), "2026-Q3", counted.toArray(Counted[]::new));

        assertThat(progress.grounds().coverage().fraction()).isEqualTo("4/4");
        assertThat(progress.grounds().coverage().pending()).containsExactly(WUSHI);
        assertThat(progress.grounds().provisional()).isTrue();
    }

    @Test
    void whatIsForInformationIsNotJudged() {
        assertThat(judge(rate("99").worded(Wording.INFORMATION), "2026-Q3", toilets(WUSHI, "2026-Q3", "100", "1"))
                        .status())
                .isEqualTo(ProgressStatus.INFORMATION);
    }

    @Test
    void anActualWithAForecastPartSaysSo() {
        Progress progress = judge(
                area("3", Pace.SEASONAL),
                "2026-Q3",
                Counted.accepted(SmallCounty.of(GRAIN, WUSHI, "2026-Q3", "06.1=15000~")));

        assertThat(progress.grounds().forecast()).isTrue();
        assertThat(progress.period()).isEqualTo(Q3);
    }
}
