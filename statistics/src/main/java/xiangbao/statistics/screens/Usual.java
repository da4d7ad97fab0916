package xiangbao.statistics.screens;

import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Setting;

/**
 * How a figure usually is to what it is held against; after Hidiroglou and Berthelot, on the logarithmic scale.
 *
 * @param median how many times it usually is
 * @param below how far below that it may be, as a natural logarithm above zero
 * @param above how far above
 */
record Usual(double median, double below, double above) {
    /** Fewer units than this say little about the others. */
    private static final int CASES = 8;

    private static final double MOST = Math.log(8);

    /** How many times more than it grew last year. */
    private static final double GROWTH = 1.8;

    /** How many times more or less than last year, where it grew otherwise. */
    private static final double CAUGHT_UP = 1.6;

    /** How many times more or less than last year is true at the end of a year. */
    private static final double YEAR_TO_DATE = 3;

    /** As learned: half the units lie within the spread, and others within a multiple of it; what has always been the same may change a little. */
    static Usual learned(Band band, Setting setting, double size) {
        return new Usual(
                band.median(),
                setting.c() * Math.max(setting.a(), band.spread(false, size, setting.u())),
                setting.c() * Math.max(setting.a(), band.spread(true, size, setting.u())));
    }

    static boolean isTelling(Band band) {
        return band.cases() >= CASES;
    }

    /**
     * Where nothing was learned: as far as a true figure goes in a year of late projects and poor harvests. C and A widen and narrow it as they do what was
     * learned.
     */
    static Usual assumed(Watched watched, Against against, ReferencePeriod period, Setting setting) {
        double factor = Math.max(setting.c() / Setting.DEFAULT.c(), setting.a() / Setting.DEFAULT.a() / 10);
        boolean year = against == Against.LAST_YEAR;
        return switch (watched.indicator().overTime()) {
            case LAST -> {
                // what a line of a ledger has come to may well grow
                double above = year ? 2.5 : watched.ledger() ? 8 : 1.8;
                yield of(factor, year ? 3 : 2.5, above);
            }
            case NONE -> of(factor, 2, 2);
            case SUM -> of(factor, year ? 4 : 5, year ? 4 : 5);
            case CUMULATIVE -> {
                // early in the year a project that begins late is far behind
                double far = early(YEAR_TO_DATE, period);
                yield of(factor, far, far);
            }
        };
    }

    /** About as much as last year, though it did not grow as then: what was behind has caught up. */
    static Usual caughtUp(ReferencePeriod period, Setting setting) {
        double far = early(CAUGHT_UP, period);
        return of(setting.c() / Setting.DEFAULT.c(), far, far);
    }

    /** As it grew last year, so many times; less growth is a quiet time. */
    static Usual grown(double rate, ReferencePeriod period, Setting setting) {
        double factor = setting.c() / Setting.DEFAULT.c();
        return new Usual(rate, Double.POSITIVE_INFINITY, factor * Math.log(early(GROWTH, period)));
    }

    /** Any growth up to so many times what it was. */
    static Usual upTo(double usual, double times) {
        return new Usual(usual, Double.POSITIVE_INFINITY, Math.log(times / usual));
    }

    /** How many times off, at most, what is so many at the end of a year may be early in it. */
    private static double early(double times, ReferencePeriod period) {
        double gone = (double) period.ordinal() / period.frequency().perYear();
        return Math.exp(Math.min(MOST, Math.log(times) / Math.sqrt(gone)));
    }

    private static Usual of(double factor, double below, double above) {
        return new Usual(1, factor * Math.log(below), factor * Math.log(above));
    }

    double expected(double held) {
        return held * median;
    }

    boolean holds(double distance) {
        return distance <= above && -distance <= below;
    }

    double lowest() {
        return median * Math.exp(-below);
    }

    double highest() {
        return median * Math.exp(above);
    }
}
