package xiangbao.statistics.diagnosis;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.evaluation.Trial;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Severity;

/** One relation in one place, as it holds or fails for the figures of the form under review. */
public interface Rule {
    Severity severity();

    /** Whether it states that two sides are equal. */
    boolean identity();

    /** The cell that is equal to what the others make, such as a total; null where it states no such thing. */
    @Nullable
    Spot total();

    /** The cells of the form that it looks at and that hold numbers. */
    Set<Spot> spots();

    /** The same with other figures in some cells. */
    Trial with(Map<Spot, Fraction> figures);
}
