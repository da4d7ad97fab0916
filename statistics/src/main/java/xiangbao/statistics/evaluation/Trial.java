package xiangbao.statistics.evaluation;

import java.util.List;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Verdict;

/**
 * A formula tried with certain figures.
 *
 * @param edges two for each comparison of numbers that was made, in order: it turns where one of them goes through zero
 */
public record Trial(Verdict verdict, List<Fraction> edges) {
    public Trial {
        edges = List.copyOf(edges);
    }

    public boolean passes() {
        return verdict == Verdict.PASSES;
    }
}
