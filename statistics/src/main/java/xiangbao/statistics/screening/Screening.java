package xiangbao.statistics.screening;

import java.util.List;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.model.Units;

/**
 * 宏观审核: where to look first.
 *
 * @param open units' figures with open findings, those that weigh most in the county's total first
 * @param outliers by form, indicator and distance
 */
public record Screening(List<OpenFinding> open, List<Outlier> outliers) {
    public Screening {
        open = List.copyOf(open);
        outliers = List.copyOf(outliers);
    }

    public static Screening of(RollUp rollUp, Units units) {
        throw new UnsupportedOperationException();
    }
}
