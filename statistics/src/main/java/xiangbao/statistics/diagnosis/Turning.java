package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.evaluation.Trial;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Verdict;

/**
 * For which figures of one cell a rule holds, everything else being as it is. In one of its cells a rule is a sum, a product or a quotient, or pieces of such: a
 * linear fractional function, which three points determine. Its turning points are found from them, and the rule is tried in and between these.
 */
final class Turning {
    private static final Fraction TWO = Fraction.of(2);
    private static final Fraction FAR = Fraction.of(1_000_000);

    private final Typed cell;
    private final Function<Fraction, Map<Spot, Fraction>> change;
    private final Budget budget;

    /** @param change all cells that are changed where this one is */
    Turning(Typed cell, Function<Fraction, Map<Spot, Fraction>> change, Budget budget) {
        this.cell = cell;
        this.change = change;
        this.budget = budget;
    }

    /** Empty where nothing lets it hold, and where the budget is spent. */
    Ranges of(Rule rule) {
        TreeSet<Fraction> turns = new TreeSet<>();
        turns.add(Fraction.ZERO);
        Fraction step = cell.step();
        Fraction far = cell.number().abs().plus(step).times(FAR);
        if (!roots(rule, cell.number(), far, turns)) {
            roots(rule, Fraction.ZERO, null, turns);
            roots(rule, far, null, turns);
        }
        if (!cell.negative()) {
            turns.removeIf(turn -> turn.signum() < 0);
        }
        List<Ranges.Range> holding = new ArrayList<>();
        Fraction before = null;
        boolean open = false;
        Fraction from = null;
        boolean fromIn = false;
        for (Fraction turn : turns) {
            boolean between = before == null
                    ? cell.negative() && holds(rule, turn.minus(turn.abs()).minus(step))
                    : holds(rule, before.plus(turn).over(TWO));
            if (open && !between) {
                holding.add(new Ranges.Range(from, fromIn, before, true));
                open = false;
            } else if (!open && between) {
                open = true;
                from = before;
                fromIn = false;
            }
            boolean at = holds(rule, turn);
            if (open && !at) {
                holding.add(new Ranges.Range(from, fromIn, turn, false));
                open = false;
            } else if (!open && at) {
                open = true;
                from = turn;
                fromIn = true;
            }
            before = turn;
        }
        boolean beyond = before != null && holds(rule, before.abs().times(TWO).plus(step.plus(step)));
        if (open) {
            holding.add(new Ranges.Range(from, fromIn, beyond ? null : before, !beyond));
        } else if (beyond) {
            holding.add(new Ranges.Range(before, false, null, false));
        }
        return budget.spent() ? Ranges.NONE : new Ranges(holding);
    }

    private boolean holds(Rule rule, Fraction number) {
        return tried(rule, number).verdict() == Verdict.PASSES;
    }

    private Trial tried(Rule rule, Fraction number) {
        if (!budget.take(1)) {
            return new Trial(Verdict.UNDECIDED, List.of());
        }
        return rule.with(change.apply(number));
    }

    /**
     * The turning points that three figures next to a base tell.
     *
     * @param far where to look whether the rule goes on as it does there, or null
     * @return whether it is one straight line, from zero as far as that
     */
    private boolean roots(Rule rule, Fraction base, @Nullable Fraction far, TreeSet<Fraction> turns) {
        Fraction step = cell.step();
        Fraction one = base.plus(step);
        List<Fraction> first = tried(rule, one).edges();
        List<Fraction> second = tried(rule, one.plus(step)).edges();
        List<Fraction> third = tried(rule, one.plus(step).plus(step)).edges();
        int count = Math.min(first.size(), Math.min(second.size(), third.size()));
        for (int place = 0; place < count; place++) {
            root(first.get(place), second.get(place), third.get(place), one, step, turns);
        }
        return far != null
                && follows(
                        first,
                        second,
                        far.minus(one).over(step),
                        tried(rule, far).edges())
                && follows(
                        first,
                        second,
                        step.minus(one).over(step),
                        tried(rule, step).edges());
    }

    private static boolean follows(List<Fraction> first, List<Fraction> second, Fraction steps, List<Fraction> there) {
        if (there.size() != first.size() || there.size() != second.size()) {
            return false;
        }
        for (int place = 0; place < there.size(); place++) {
            Fraction slope = second.get(place).minus(first.get(place));
            if (!first.get(place).plus(slope.times(steps)).equals(there.get(place))) {
                return false;
            }
        }
        return true;
    }

    /** Where a linear fractional function goes through zero, from three of its values at equal distances: it keeps the cross-ratio of four points. */
    private static void root(
            Fraction first, Fraction second, Fraction third, Fraction at, Fraction step, TreeSet<Fraction> turns) {
        if (first.equals(second) || first.equals(third)) {
            return;
        }
        if (third.isZero()) {
            turns.add(at.plus(step.times(TWO)));
            return;
        }
        // (x − at − step) / (x − at − 2 step) = k, with the factor 1/2 of the equal distances
        Fraction k = second.times(first.minus(third))
                .over(third.times(first.minus(second)).times(TWO));
        if (!k.equals(Fraction.ONE)) {
            Fraction distance = Fraction.ONE.minus(k.times(TWO)).over(Fraction.ONE.minus(k));
            turns.add(at.plus(step.times(distance)));
        }
    }
}
