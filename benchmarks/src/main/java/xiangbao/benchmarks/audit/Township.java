package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/**
 * A township as it is, apart from every form: its size by the register, its habits, and what chance has in store for it. Months are counted from January of
 * the first year, which is 1.
 *
 * @param habits how it is unlike others
 */
record Township(ReportingUnit unit, Chance chance, Habits habits) {
    static final int FIRST_YEAR = 2025;

    /**
     * Natural variants.
     *
     * @param roundsEach totals come from finer figures and are rounded by themselves
     * @param noDoubleRice one crop of rice a year
     * @param late what is built begins in summer
     */
    record Habits(boolean roundsEach, boolean noDoubleRice, boolean late) {}

    static Township of(ReportingUnit unit, Chance county) {
        Chance chance = county.of(unit.code().text());
        return new Township(
                unit,
                chance,
                new Habits(chance.odds(0.35, "rounds"), chance.odds(0.08, "single crop"), chance.odds(0.3, "late")));
    }

    Township with(Habits others) {
        return new Township(unit, chance, others);
    }

    boolean subdistrict() {
        return unit.kind() == UnitKind.SUBDISTRICT;
    }

    int villages() {
        return attribute("行政村数").intValue();
    }

    int communities() {
        return attribute("社区数").intValue();
    }

    double farmland() {
        return attribute("耕地面积").doubleValue();
    }

    double paddy() {
        return attribute("水田面积").doubleValue();
    }

    double households() {
        return attribute("农村户数").doubleValue();
    }

    double people() {
        return attribute("农村常住人口").doubleValue();
    }

    private BigDecimal attribute(String name) {
        return unit.attribute(name).orElse(BigDecimal.ZERO);
    }

    Figures figures(Form form) {
        return new Figures(form, habits.roundsEach());
    }

    /** The last month of a period. */
    static int month(ReferencePeriod period) {
        return (period.year() - FIRST_YEAR) * 12 + period.lastDay().getMonthValue();
    }

    /** The first month of a period. */
    static int firstMonth(ReferencePeriod period) {
        return (period.year() - FIRST_YEAR) * 12 + period.firstDay().getMonthValue();
    }

    static int january(ReferencePeriod period) {
        return (period.year() - FIRST_YEAR) * 12 + 1;
    }

    /** How often something happened from one month to another, both included. */
    int happened(String what, double monthly, int from, int to) {
        int sum = 0;
        for (int month = from; month <= to; month++) {
            sum += chance.times(monthly, what, month);
        }
        return sum;
    }

    /** The same in the year of a period, up to its end. */
    int thisYear(String what, double monthly, ReferencePeriod period) {
        return happened(what, monthly, january(period), month(period));
    }

    /** The same since records begin, up to the end of a period. */
    int everSince(String what, double monthly, ReferencePeriod period) {
        return happened(what, monthly, 1, month(period));
    }

    /** How a year is unlike the one before, by so much at most; the first year is one. */
    double year(String what, double spread, int year) {
        double factor = 1;
        for (int each = FIRST_YEAR + 1; each <= year; each++) {
            factor *= chance.about(spread, what, "year", each);
        }
        return factor;
    }

    /**
     * How much of what a year brings is there after each of its quarters (or months): the usual shares, reached earlier or later from place to place and year to year; now and
     * then nothing happens for one of them.
     */
    double pace(String what, ReferencePeriod period, double... shares) {
        int quiet = chance.odds(0.12, what, "quiet", period.year())
                ? chance.whole(2, shares.length - 1, what, "quiet when", period.year())
                : 0;
        int now = period.ordinal() == quiet ? quiet - 1 : period.ordinal();
        return Math.pow(shares[now - 1], chance.between(0.7, 1.4, what, "pace", period.year()));
    }

    /** The same for what the season brings, which nowhere stands still. */
    double season(String what, ReferencePeriod period, double... shares) {
        return Math.pow(shares[period.ordinal() - 1], chance.between(0.85, 1.15, what, "season", period.year()));
    }

    /** What has been settled of what has happened in the year: a few are always open, and nothing that is settled opens again. */
    long settled(String what, double monthly, int open, ReferencePeriod period) {
        long settled = 0;
        for (int month = january(period); month <= month(period); month++) {
            int happened = happened(what, monthly, january(period), month);
            settled = Math.max(settled, happened - chance.whole(0, open, what, "open", month));
        }
        return settled;
    }
}
