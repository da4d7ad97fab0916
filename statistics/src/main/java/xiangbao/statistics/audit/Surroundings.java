package xiangbao.statistics.audit;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.SubmissionKey;

/** What lies around the submission at hand: the same unit's other forms and periods. */
@FunctionalInterface
public interface Surroundings {
    /** The figures of the last good round (accepted or pending) under this key; empty when there is none. */
    Optional<List<Observation>> find(SubmissionKey key);
}
