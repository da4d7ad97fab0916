package xiangbao.jobs.store.seals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.periods.ReferencePeriod;

/** The county periods that are sealed now. */
public record SealedPeriods(Set<ReferencePeriod> periods) {
    public SealedPeriods {
        periods = Set.copyOf(periods);
    }

    /** The sealed county period to which a form's period belongs, that is in which it ends; the shortest where there are several. */
    public Optional<ReferencePeriod> over(ReferencePeriod period) {
        return new TreeSet<>(periods)
                .descendingSet().stream()
                        .filter(county -> holds(county, period))
                        .max(java.util.Comparator.comparing(ReferencePeriod::firstDay));
    }

    public boolean cover(ReferencePeriod period) {
        return over(period).isPresent();
    }

    /** Whether a form's period ends within a county period. */
    public static boolean holds(ReferencePeriod county, ReferencePeriod period) {
        LocalDate end = period.lastDay();
        return !end.isBefore(county.firstDay()) && !end.isAfter(county.lastDay());
    }
}
