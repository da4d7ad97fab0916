package xiangbao.statistics.aggregate;

import java.util.List;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/**
 * The lines of a ledger that count in a period.
 *
 * @param reported in register order of those who reported them
 * @param coverage of all who owe the ledger
 */
public record LedgerLines(ReferencePeriod period, List<Reported> reported, Coverage coverage) {
    public LedgerLines {
        reported = List.copyOf(reported);
    }

    /** A line with who reported it and the cells it came from. */
    public record Reported(ReportingUnit reporter, Line line, List<Contribution> contributions) {
        public Reported {
            contributions = List.copyOf(contributions);
        }
    }
}
