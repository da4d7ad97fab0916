package xiangbao.jobs.store.claims;

import java.util.Optional;
import xiangbao.jobs.store.StoredCause;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What a claim was opened for.
 *
 * @param period the county period that was asked for
 * @param stage from which a rerun starts: review, aggregate or report; empty for a taking of the inbox
 * @param onlyItsPeriod whether whoever submits says that all of it is about the period
 * @param form limits a rerun to a form; empty for all
 * @param unit limits a rerun to a unit; empty for all
 */
public record ClaimOrder(
        Optional<ReferencePeriod> period,
        StoredCause cause,
        String stage,
        String form,
        String unit,
        boolean onlyItsPeriod) {
    /** A taking of the inbox. */
    public static ClaimOrder intake(Optional<ReferencePeriod> period, StoredCause cause, boolean onlyItsPeriod) {
        return new ClaimOrder(period, cause, "", "", "", onlyItsPeriod);
    }

    /** One that takes nothing. */
    public ClaimOrder(Optional<ReferencePeriod> period, StoredCause cause, String stage, String form, String unit) {
        this(period, cause, stage, form, unit, false);
    }

    public boolean isRerun() {
        return !stage.isEmpty();
    }

    /** Whether stored submissions are judged again. */
    public boolean judgesAgain() {
        return stage.equals("review");
    }

    /** Whether the latest run is printed again as it stands. */
    public boolean onlyPrints() {
        return stage.equals("report");
    }
}
