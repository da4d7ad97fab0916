package xiangbao.statistics.scoring;

import java.math.BigDecimal;
import java.util.List;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 得分 of one unit.
 *
 * @param rank among its group; equal points share it, and the next rank is left out for each that shares
 * @param owed forms that are scored, above zero
 * @param deductions in the order of the forms, for each of them in the order in which it happened
 */
public record Score(ReportingUnit unit, int rank, BigDecimal points, int owed, List<Deduction> deductions) {
    public Score {
        deductions = List.copyOf(deductions);
    }

    public int count(Deduction.Kind kind) {
        return (int) deductions.stream().filter(one -> one.kind() == kind).count();
    }

    /** Whether everything came in time and nothing was sent back. */
    public boolean isFlawless() {
        return deductions.isEmpty();
    }
}
