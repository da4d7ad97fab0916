package xiangbao.statistics.definitions;

import java.util.List;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.aggregate.SummaryWriter;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.progress.PlanJudge;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.screening.Screening;

/**
 * All that is known about the county in a period: what the reports print and the answers show. A pure function of the definitions and the basis.
 *
 * @param summaries one per enabled form, in print order
 * @param progress one per target, in the plan's order
 */
public record CountyResult(
        Definitions definitions,
        ReferencePeriod period,
        RollUp rollUp,
        List<FormSummary> summaries,
        List<Progress> progress,
        Screening screening) {
    public CountyResult {
        summaries = List.copyOf(summaries);
        progress = List.copyOf(progress);
    }

    public static CountyResult of(Definitions definitions, Basis basis) {
        RollUp rollUp = RollUp.of(definitions.enabledForms(), definitions.units(), basis, definitions.official());
        return new CountyResult(
                definitions,
                basis.period(),
                rollUp,
                SummaryWriter.all(rollUp),
                PlanJudge.judge(definitions.plan(), rollUp, definitions.units()),
                Screening.of(rollUp, definitions.units()));
    }
}
