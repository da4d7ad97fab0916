package xiangbao.statistics.screens;

import xiangbao.statistics.forms.OverTime;

/** What chance alone, or coarse figures, may make of a difference: 0 起 and 2 起 tell nothing. */
final class Noise {
    /** So many may come and go at any time. */
    private static final double FEW = 3;

    /** What happens is scattered by the root of its number; what stands scatters half as much. */
    private static final double EVENTS = 3;

    private static final double STOCKS = 1.5;

    /** Fewer units of the last decimal say little about size. */
    private static final double COARSE = 5;

    private Noise() {}

    static boolean explains(Watched watched, double now, double expected) {
        double difference = Math.abs(now - expected);
        if (!watched.whole()) {
            return difference <= COARSE * Math.pow(10, -watched.indicator().decimals());
        }
        double scatter = watched.indicator().overTime() == OverTime.LAST ? STOCKS : EVENTS;
        return difference <= FEW + scatter * Math.sqrt(Math.max(now, expected));
    }
}
