package xiangbao.statistics.confrontation;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** What lies around the submission at hand: the same unit's other forms and periods, and what other units say in the same form. */
@FunctionalInterface
public interface Surroundings {
    /** The figures of the last good round (accepted or pending) under this key; empty when there is none. */
    Optional<List<Observation>> find(SubmissionKey key);

    /** Other units whose newest round of the same form and period has figures in common with the submission at hand, in the order of their codes. */
    default List<Neighbour> alike() {
        return List.of();
    }

    /** Another unit, and what it says. */
    record Neighbour(UnitCode unit, List<Observation> figures) {
        public Neighbour {
            figures = List.copyOf(figures);
        }
    }
}
