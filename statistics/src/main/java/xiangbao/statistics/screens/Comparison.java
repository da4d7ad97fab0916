package xiangbao.statistics.screens;

import xiangbao.statistics.bands.Against;

/**
 * A figure beside one thing that it is held against.
 *
 * @param log natural logarithm of how many times the other it is; infinite where one of the two is zero
 * @param distance the same beside what is expected after the other
 * @param agrees whether it is as usual
 * @param usual how it usually is, a clause; empty where nothing can be said
 */
record Comparison(Held held, Against against, double log, double distance, boolean agrees, String usual) {
    double weight() {
        return Math.abs(distance);
    }
}
