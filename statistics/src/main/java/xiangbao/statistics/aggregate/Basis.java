package xiangbao.statistics.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.model.Frequency;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.SubmissionKey;

/**
 * What a run of a county period is computed from, whatever the order in which it came.
 *
 * @param period the county's period; each form is looked at in its own latest period that has ended by then
 * @param counted the submissions that count, of this period and of those that {@link #periods} names, in key order
 * @param returned keys of which every round was returned
 */
public record Basis(ReferencePeriod period, List<Counted> counted, Set<SubmissionKey> returned) {
    public Basis {
        List<Counted> sorted = new ArrayList<>(counted);
        sorted.sort(Comparator.comparing(one -> one.submission().key()));
        counted = List.copyOf(sorted);
        returned = Set.copyOf(returned);
        Set<SubmissionKey> seen = new HashSet<>();
        for (Counted one : counted) {
            SubmissionKey key = one.submission().key();
            if (!seen.add(key)) {
                throw new IllegalArgumentException(key + " counts twice");
            }
            if (returned.contains(key)) {
                throw new IllegalArgumentException(key + " counts, and is said to have no good round");
            }
        }
    }

    /**
     * The periods of forms of a frequency whose submissions belong into the basis: this year's up to the one at hand, the one before it, and all of last
     * year's, whose course and whole-year figures this year is held against.
     */
    public static List<ReferencePeriod> periods(ReferencePeriod county, Frequency frequency) {
        ReferencePeriod last = county.latestEnded(frequency);
        TreeSet<ReferencePeriod> periods = new TreeSet<>();
        for (int ordinal = 1; ordinal <= frequency.perYear(); ordinal++) {
            ReferencePeriod one = new ReferencePeriod(last.year(), frequency, ordinal);
            if (ordinal <= last.ordinal()) {
                periods.add(one);
            }
            periods.add(one.yearEarlier());
        }
        periods.add(last.previous());
        return List.copyOf(periods);
    }
}
