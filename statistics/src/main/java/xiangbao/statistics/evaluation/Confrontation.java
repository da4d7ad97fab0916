package xiangbao.statistics.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.findings.Verdict;

/**
 * A formula held against figures.
 *
 * @param missing what kept it undecided; empty otherwise
 * @param explanation why it fails; null otherwise
 * @param figures everything that was looked up, in the order of the formula
 */
public record Confrontation(
        Verdict verdict, List<Missing> missing, @Nullable Explanation explanation, List<UsedFigure> figures) {
    public Confrontation {
        missing = List.copyOf(missing);
        figures = List.copyOf(figures);
    }
}
