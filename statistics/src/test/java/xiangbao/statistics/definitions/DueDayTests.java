package xiangbao.statistics.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.DueDay;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** 报送期限 on the holidays and the 调休 workdays of 2026, as the State Council announced them. */
class DueDayTests {
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            days(
                    "2026-01-01/3",
                    "2026-02-15/9",
                    "2026-04-04/3",
                    "2026-05-01/5",
                    "2026-06-19/3",
                    "2026-09-25/3",
                    "2026-10-01/7"),
            days("2026-01-04/1", "2026-02-14/1", "2026-02-28/1", "2026-05-09/1", "2026-09-20/1", "2026-10-10/1"));
    private static final ReportingUnit TOWN = unit("430626101", "安定镇", UnitKind.TOWN, Validity.ALWAYS);
    private static final ReportingUnit SUBDISTRICT =
            unit("430626001", "汉昌街道", UnitKind.SUBDISTRICT, new Validity(LocalDate.of(2018, 1, 1), null));

    @ParameterizedTest(name = "{0} + {1} days is due on {2}")
    @CsvSource({
        // 国庆 ends on Wednesday; the Saturday after it is worked
        "2026-Q3, 10, 2026-10-10",
        "2026-09, 5, 2026-10-08",
        "2026-Q3, 1, 2026-10-08",
        "2026-Q3, 7, 2026-10-08",
        "2026-Q3, 8, 2026-10-08",
        // the Sunday after the worked Saturday is not worked
        "2026-Q3, 11, 2026-10-12",
        // 春节: nine days, between two worked Saturdays
        "2026-01, 13, 2026-02-13",
        "2026-01, 14, 2026-02-14",
        "2026-01, 15, 2026-02-24",
        "2026-01, 23, 2026-02-24",
        "2026-01, 28, 2026-02-28",
        "2026-01, 29, 2026-03-02",
        // 元旦, and the Sunday that is worked after it
        "2025-12, 1, 2026-01-04",
        "2025-12, 4, 2026-01-04",
        "2025, 15, 2026-01-15",
        // 劳动节
        "2026-04, 5, 2026-05-06",
        "2026-04, 9, 2026-05-09",
        "2026-04, 10, 2026-05-11",
        // an ordinary weekend, an ordinary day, the last day itself, a day before it
        "2026-07, 8, 2026-08-10",
        "2026-Q2, 10, 2026-07-10",
        "2026-Q2, 0, 2026-06-30",
        "2026-08, -2, 2026-08-31",
        "2026-08, -3, 2026-08-28",
        // a year without a calendar knows weekends only
        "2027-Q3, 1, 2027-10-01",
        "2027-Q3, 2, 2027-10-04"
    })
    void countsFromThePeriodsEndAndMovesOnToTheNextWorkday(String period, int days, LocalDate due) {
        assertThat(due(DueRule.daysAfter(days), period)).isEqualTo(due);
    }

    @ParameterizedTest(name = "day {1} of {0} is {2}")
    @CsvSource({
        "2026-08, 25, 2026-08-25",
        // 中秋, and the Saturday and Sunday after it
        "2026-09, 25, 2026-09-28",
        "2026-10, 25, 2026-10-26",
        "2026-10, 10, 2026-10-10",
        "2026-02, 14, 2026-02-14",
        "2026-02, 15, 2026-02-24",
        // February has no 31st, and its last day is a worked Saturday
        "2026-02, 31, 2026-02-28",
        "2028-02, 31, 2028-02-29",
        "2026-04, 31, 2026-04-30",
        // of a quarter, the last month
        "2026-Q3, 25, 2026-09-28",
        "2026-Q2, 25, 2026-06-25",
        "2026, 25, 2026-12-25"
    })
    void takesADayOfThePeriodsLastMonth(String period, int day, LocalDate due) {
        assertThat(due(new DueRule(new DueDay.DayOfLastMonth(day), Map.of(), DueRule.Shift.NEXT), period))
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} is due on {1}")
    @CsvSource({
        "2026-Q1, 2026-04-10",
        // 端午 covers the twentieth of June and the Sunday after it
        "2026-Q2, 2026-06-22",
        "2027-Q2, 2027-06-21",
        "2026-Q3, 2026-10-10",
        // in the year after, a Sunday
        "2026-Q4, 2027-01-11",
        "2025-Q4, 2026-01-12"
    })
    void letsSomePeriodsHaveDatesOfTheirOwn(String period, LocalDate due) {
        DueRule rule = new DueRule(
                new DueDay.DaysAfter(10),
                Map.of(
                        2, new DueDay.DateOfYear(MonthDay.of(6, 20), 0),
                        4, new DueDay.DateOfYear(MonthDay.of(1, 10), 1)),
                DueRule.Shift.NEXT);

        assertThat(due(rule, period)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026-09, NEXT, 2026-10-08",
        "2026-09, PREVIOUS, 2026-09-30",
        "2026-09, NONE, 2026-10-05",
        // nothing moves a day that is worked
        "2026-07, NEXT, 2026-08-05",
        "2026-07, PREVIOUS, 2026-08-05",
        "2026-07, NONE, 2026-08-05",
        // back over nine days of 春节 to the Saturday that is worked before them
        "2026-02, PREVIOUS, 2026-03-05"
    })
    void movesADayAsTheFormSays(String period, DueRule.Shift shift, LocalDate due) {
        assertThat(due(new DueRule(new DueDay.DaysAfter(5), Map.of(), shift), period))
                .isEqualTo(due);
    }

    @Test
    void movesBackOverAWholeHoliday() {
        DueRule rule = new DueRule(new DueDay.DayOfLastMonth(23), Map.of(), DueRule.Shift.PREVIOUS);

        assertThat(due(rule, "2026-02")).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(due(rule, "2026-05")).isEqualTo(LocalDate.of(2026, 5, 22));
    }

    @Test
    void isNeverADayOffUnlessTheFormSaysSo() {
        ReferencePeriod period = ReferencePeriod.of("2025-12");
        for (int month = 0; month < 13; month++, period = period.next()) {
            for (int days = -31; days <= 60; days++) {
                LocalDate wanted = period.lastDay().plusDays(days);
                LocalDate due = definitions(List.of(TOWN)).dueDay(rules(DueRule.daysAfter(days)), period);

                assertThat(CALENDAR.isWorked(due)).as("%s + %d", period, days).isTrue();
                assertThat(wanted.datesUntil(due)).noneMatch(CALENDAR::isWorked);
            }
        }
    }

    @Test
    void isOwedByThoseToWhomARowAppliesInAPeriodInWhichItIsDue() {
        Definitions county = definitions(List.of(TOWN, SUBDISTRICT));
        UnitSelector towns = new UnitSelector(Set.of(UnitKind.TOWN), Set.of(), Set.of());
        FormRules grain =
                rules(form(Layout.MATRIX, List.of(row("02", Set.of(2, 3, 4), null), row("21", Set.of(4), null))), true);
        FormRules industry =
                rules(form(Layout.MATRIX, List.of(row("05", Set.of(), towns), row("06", Set.of(2), null))), true);
        FormRules bridges = rules(form(Layout.LEDGER, List.of()), true);

        assertThat(county.owing(grain, ReferencePeriod.of("2026-Q1"))).isEmpty();
        assertThat(county.owing(grain, ReferencePeriod.of("2026-Q2"))).containsExactly(TOWN, SUBDISTRICT);
        assertThat(county.owing(industry, ReferencePeriod.of("2026-Q1"))).containsExactly(TOWN);
        assertThat(county.owing(industry, ReferencePeriod.of("2026-Q2"))).containsExactly(TOWN, SUBDISTRICT);
        assertThat(county.owing(bridges, ReferencePeriod.of("2026-Q1"))).containsExactly(TOWN, SUBDISTRICT);
        assertThat(county.owing(bridges, ReferencePeriod.of("2017-Q4"))).containsExactly(TOWN);
        assertThat(county.owing(rules(form(Layout.LEDGER, List.of()), false), ReferencePeriod.of("2026-Q1")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} due {1} days after its end is taken from {2}")
    @CsvSource({
        "2026-Q3, 10, 2026-09-20",
        "2026-Q4, 10, 2026-12-21",
        "2026-Q2, 0, 2026-06-20",
        // due before the quarter is over
        "2026-Q2, -10, 2026-06-10"
    })
    void isTakenSomeDaysBeforeThePeriodEndsOrIsDue(String period, int days, LocalDate from) {
        assertThat(definitions(List.of(TOWN)).takenFrom(rules(DueRule.daysAfter(days)), ReferencePeriod.of(period)))
                .isEqualTo(from);
    }

    @ParameterizedTest(name = "on {0} the newest period is {1}")
    @CsvSource({"2026-09-19, 2026-Q2", "2026-09-20, 2026-Q3", "2026-11-28, 2026-Q3", "2027-01-05, 2026-Q4"})
    void knowsTheNewestPeriodThatIsTaken(LocalDate day, String period) {
        assertThat(definitions(List.of(TOWN)).newestTaken(rules(DueRule.daysAfter(10)), TOWN, day))
                .contains(ReferencePeriod.of(period));
    }

    @Test
    void passesOverPeriodsInWhichNothingIsAsked() {
        FormRules summer = rules(form(Layout.MATRIX, List.of(row("02", Set.of(2), null))), true);

        assertThat(definitions(List.of(TOWN)).newestTaken(summer, TOWN, LocalDate.of(2026, 11, 28)))
                .contains(ReferencePeriod.of("2026-Q2"));
        assertThat(definitions(List.of(TOWN)).newestTaken(summer, TOWN, LocalDate.of(2026, 5, 1)))
                .contains(ReferencePeriod.of("2025-Q2"));
    }

    private static LocalDate due(DueRule rule, String period) {
        return definitions(List.of(TOWN)).dueDay(rules(rule), ReferencePeriod.of(period));
    }

    private static Definitions definitions(List<ReportingUnit> units) {
        return new Definitions(new Units(units), Map.of(), new Plan("", 2026, List.of()), CALENDAR, "sha256:0");
    }

    private static FormRules rules(DueRule rule) {
        return rules(
                new Form(
                        new FormCode("试1-1"),
                        "试报",
                        Frequency.QUARTER,
                        Layout.LEDGER,
                        UnitSelector.TOWNSHIPS,
                        rule,
                        new LegalMarks("", "", "", null),
                        Validity.ALWAYS,
                        List.of(column()),
                        List.of(),
                        List.of()),
                true);
    }

    private static FormRules rules(Form form, boolean enabled) {
        return new FormRules(form, enabled, List.of(), List.of());
    }

    private static Form form(Layout layout, List<Row> rows) {
        return new Form(
                new FormCode("试1-1"),
                "试报",
                Frequency.QUARTER,
                layout,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(column()),
                rows,
                List.of());
    }

    private static Column column() {
        return new Column("1", "本期数", "", List.of(), ColumnKind.NUMBER, Measure.INHERITED, List.of(), true, false);
    }

    private static Row row(String code, Set<Integer> due, @Nullable UnitSelector appliesTo) {
        return new Row(
                code,
                "行" + code,
                0,
                List.of(),
                Measure.INHERITED,
                Set.of(),
                new Due(due, Map.of()),
                true,
                false,
                appliesTo);
    }

    private static ReportingUnit unit(String code, String name, UnitKind kind, Validity validity) {
        return new ReportingUnit(new UnitCode(code), null, name, kind, null, List.of(), validity, Map.of());
    }

    /** Spans such as {@code 2026-10-01/7}: a first day, and how many there are. */
    private static Set<LocalDate> days(String... spans) {
        return Stream.of(spans)
                .flatMap(span -> IntStream.range(0, Integer.parseInt(span.substring(11)))
                        .mapToObj(LocalDate.parse(span.substring(0, 10))::plusDays))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
