package xiangbao.jobs.runs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

/** The county periods whose results a claim calls for. */
public final class ClaimPeriods {
    private final Submissions submissions;
    private final Explanations explanations;
    private final Seals seals;

    ClaimPeriods(Submissions submissions, Explanations explanations, Seals seals) {
        this.submissions = submissions;
        this.explanations = explanations;
        this.seals = seals;
    }

    /** The period that was asked for, or those of all that came. */
    Set<ReferencePeriod> of(OpenClaim claim) {
        Set<ReferencePeriod> periods = new TreeSet<>();
        if (claim.period().isPresent()) {
            periods.add(claim.period().get());
            return periods;
        }
        LocalDate today = claim.openedAt().toLocalDate();
        SealedPeriods sealed = seals.sealed();
        for (StoredSubmission one : submissions.ofClaim(claim.id())) {
            ReferencePeriod period = one.period();
            if (period != null && one.unit() != null && !period.firstDay().isAfter(today)) {
                // what is held changes no result; the one that it does not change is the sealed one
                Optional<ReferencePeriod> held = one.isHeld() ? sealed.over(period) : Optional.empty();
                periods.add(held.orElseGet(() -> countyPeriod(period)));
            }
        }
        for (ReferencePeriod period : explanations.periods(claim.id())) {
            if (!period.firstDay().isAfter(today)) {
                periods.add(countyPeriod(period));
            }
        }
        return periods;
    }

    /** The quarter that ends with the period, or the month where no quarter does. */
    public static ReferencePeriod countyPeriod(ReferencePeriod period) {
        int month = period.lastDay().getMonthValue();
        return month % 3 == 0
                ? new ReferencePeriod(period.year(), Frequency.QUARTER, month / 3)
                : new ReferencePeriod(period.year(), Frequency.MONTH, month);
    }
}
