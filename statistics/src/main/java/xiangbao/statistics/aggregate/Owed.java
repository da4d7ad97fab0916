package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit says about one indicator.
 *
 * @param value null when it says nothing; a flow of the year so far can have one although the last period is missing
 * @param complete whether every period that the value should cover passed
 * @param gap whether an earlier period of the year that the value should cover lacks
 * @param standIn whether the round that counts stands in for a later one that was returned
 */
record Owed(
        Standing standing,
        @Nullable BigDecimal value,
        boolean complete,
        boolean gap,
        boolean forecast,
        boolean standIn,
        List<Contribution> contributions) {
    static final Owed NOTHING = of(Standing.NOT_APPLICABLE);

    Owed {
        contributions = List.copyOf(contributions);
    }

    static Owed of(Standing standing) {
        return new Owed(standing, null, standing == Standing.NOT_APPLICABLE, false, false, false, List.of());
    }

    /** The same, known not to be all of it. */
    Owed incomplete() {
        return new Owed(standing, value, false, gap, forecast, standIn, contributions);
    }

    /** Owed, and not there. */
    boolean isLacking() {
        return standing.isOwed() && value == null;
    }
}
