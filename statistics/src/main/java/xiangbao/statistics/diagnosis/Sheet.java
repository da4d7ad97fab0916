package xiangbao.statistics.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form under review, as far as diagnosis asks. */
public interface Sheet {
    /** What was typed in a cell; null where there is no number. */
    @Nullable
    Typed typed(Spot spot);

    /** The rules that hold and look at a cell. */
    List<Rule> holding(Spot spot);

    /** Several cells at once that may have been mistaken together with one of these. */
    List<Slip> slips(List<Spot> spots);
}
