package xiangbao.statistics.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * What a run of a county period is computed from, whatever the order in which it came.
 *
 * @param period the county's period; each form is looked at in its own latest period that has ended by then
 * @param counted the submissions that count, of this period and of those that {@link #periods} names, in key order
 * @param returned keys of which no round counts, the newest having been returned
 * @param withheld keys of which no round counts, the newest waiting for an explanation before it does
 */
public record Basis(
        ReferencePeriod period, List<Counted> counted, Set<SubmissionKey> returned, Set<SubmissionKey> withheld) {
    public Basis {
        List<Counted> sorted = new ArrayList<>(counted);
        sorted.sort(Comparator.comparing(one -> one.submission().key()));
        counted = List.copyOf(sorted);
        returned = Set.copyOf(returned);
        withheld = Set.copyOf(withheld);
        Set<SubmissionKey> seen = new HashSet<>();
        for (Counted one : counted) {
            SubmissionKey key = one.submission().key();
            if (!seen.add(key)) {
                throw new IllegalArgumentException(key + " counts twice");
            }
            if (returned.contains(key) || withheld.contains(key)) {
                throw new IllegalArgumentException(key + " counts, and is said to have no good round");
            }
        }
        for (SubmissionKey key : withheld) {
            if (returned.contains(key)) {
                throw new IllegalArgumentException(key + " is said to be returned and to wait for an explanation");
            }
        }
    }

    /** One in which nothing waits for an explanation before it counts. */
    public Basis(ReferencePeriod period, List<Counted> counted, Set<SubmissionKey> returned) {
        this(period, counted, returned, Set.of());
    }

    /** How a key without a round that counts stands. */
    Standing standingOfUncounted(SubmissionKey key) {
        if (withheld.contains(key)) {
            return Standing.WITHHELD;
        }
        return returned.contains(key) ? Standing.RETURNED : Standing.MISSING;
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
