package xiangbao.statistics.diagnosis;

import java.util.List;
import xiangbao.statistics.figures.Fraction;

/**
 * A figure that may have been meant, and what made the typed one of it.
 *
 * @param half how far the figure may lie to either side, because what was typed had fewer digits
 * @param chance how often that happens to a figure, as a natural logarithm
 * @param detail for the text: the unit, by how many times, the neighbour; may be empty
 */
record Repair(Fraction meant, Fraction half, Kind kind, double chance, String detail) {
    /** Those of the figures that a cell may hold of which it makes the typed one. */
    Ranges of(Ranges possible, Fraction step) {
        if (half.isZero()) {
            return possible.holds(meant) ? Ranges.only(meant) : Ranges.NONE;
        }
        Ranges.Range near = new Ranges.Range(meant.minus(half), true, meant.plus(half), true);
        return possible.meet(new Ranges(List.of(near))).onSteps(step);
    }
}
