package xiangbao.statistics.aggregate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.units.UnitCode;

/**
 * What a formula comes to over the county or for one unit.
 *
 * @param value exact; null exactly when the status has no value
 * @param coverage of its operands together: a unit is counted when it has all that it owes of them
 * @param excluded the units left out of every sum because they lack an operand
 * @param gaps whether a flow of the year lacks an earlier period
 * @param missing what kept it from a value
 */
public record Evaluation(
        @Nullable Fraction value,
        FigureStatus status,
        Coverage coverage,
        Set<UnitCode> excluded,
        boolean gaps,
        List<Contribution> contributions,
        boolean forecast,
        List<Missing> missing) {
    public Evaluation {
        excluded = Set.copyOf(excluded);
        contributions = List.copyOf(contributions);
        missing = List.copyOf(missing);
    }
}
