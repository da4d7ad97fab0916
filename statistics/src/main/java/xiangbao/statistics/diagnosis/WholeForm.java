package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.figures.Fraction;

/**
 * Whether the figures of a form are another unit's as a whole: most of them lie far from what this unit reported before, each by a factor of its own. One
 * figure, however wrong, never says so, nor do figures that are all in another unit of measurement.
 */
public final class WholeForm {
    private static final int FEWEST = 3;

    /** One in so many of those that can be held against something has to be odd. */
    private static final int SHARE = 4;

    /** Each error that would have to be there besides, were they several, makes them less likely. */
    private static final double ANOTHER = 2;

    /** How far, on the log scale, another unit's figures usually lie. */
    private static final double OTHERS = 0.9;

    private static final double ODD = 0.5;
    private static final double CERTAIN = 4;
    private static final double ONE_FACTOR = 0.1;
    private static final int MOST_TIMES = 100_000;

    private final Sheet sheet;

    public WholeForm(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param spots the figures of the form that nothing else puts in doubt together
     * @param suspects what has been explained: what was moved within the form is this unit's own
     */
    public Optional<Suspect> foreign(Collection<Spot> spots, List<Suspect> suspects) {
        Map<Spot, Fraction> moved = new LinkedHashMap<>();
        suspects.stream()
                .filter(suspect -> suspect.kind() == Kind.SHIFTED || suspect.kind() == Kind.SWAPPED)
                .filter(suspect -> suspect.cells().size() > 2)
                .forEach(suspect -> moved.putAll(suspect.right()));
        int held = 0;
        double score = ANOTHER * Math.max(0, suspects.size() - 1);
        Map<Spot, Double> odd = new LinkedHashMap<>();
        List<Double> factors = new ArrayList<>();
        for (Spot spot : spots) {
            Typed typed = sheet.typed(spot);
            if (typed == null || isEmpty(typed)) {
                continue;
            }
            Chances chances = new Chances(typed);
            Fraction number = moved.getOrDefault(spot, typed.number());
            double doubt = chances.elsewhere(number, OTHERS) - chances.density(number);
            held++;
            score += doubt;
            if (doubt > ODD) {
                odd.put(spot, doubt);
                factors.add(chances.distance(number));
            }
        }
        if (odd.size() < FEWEST || odd.size() * SHARE < held || score < CERTAIN || isUnit(factors)) {
            return Optional.empty();
        }
        List<Spot> cells = odd.entrySet().stream()
                .sorted(Map.Entry.<Spot, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        return Optional.of(new Suspect(
                cells, Map.of(), Kind.FOREIGN, odd.size() + "/" + held, false, score, List.of(), List.of()));
    }

    /** Nothing to compare, or nothing reported then as now, as every unit would that has none of it. */
    private static boolean isEmpty(Typed typed) {
        return typed.earlier().isEmpty()
                || (typed.number().isZero()
                        && typed.earlier().stream().allMatch(one -> one.number().isZero()));
    }

    /** All by the same factor, and one by which units of measurement differ. */
    private static boolean isUnit(List<Double> factors) {
        List<Double> sorted = factors.stream().sorted().toList();
        int quarter = sorted.size() / 4;
        double middle = Math.abs(sorted.get(sorted.size() / 2));
        boolean one = sorted.get(sorted.size() - 1 - quarter) - sorted.get(quarter) < ONE_FACTOR;
        for (int times = 1; one && times <= MOST_TIMES; times *= 10) {
            for (double unit : new double[] {2, 10, 15}) {
                if (Math.abs(middle - Math.log(unit * times)) < ONE_FACTOR) {
                    return true;
                }
            }
        }
        return false;
    }
}
