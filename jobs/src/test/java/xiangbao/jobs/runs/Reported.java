package xiangbao.jobs.runs;

import java.util.List;
import xiangbao.jobs.Office;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.reports.county.Reporting;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;

/** What a run of an office knew of each unit and form, as its reports tell it. */
public final class Reported {
    private Reported() {}

    public static List<Reporting> in(Office office, ReferencePeriod period, int run) {
        Runs runs = office.entry(Runs.class);
        return new Reportings(
                        office.entry(Submissions.class),
                        office.entry(Findings.class),
                        office.entry(Reviews.class),
                        runs,
                        office.entry(Explanations.class),
                        office.entry(DecidedDoubts.class),
                        office.entry(WaivedRelations.class))
                .of(office.entry(Definitions.class), runs.numbered(period, run).orElseThrow(), List.of());
    }
}
