package xiangbao.jobs.runs.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * All of a run.
 *
 * @param supersedes number of the run before it
 * @param supersededBy number of the run after it
 * @param changes what had changed since the run before it
 * @param basis in the order of keys
 * @param reports paths relative to the workspace
 */
public record RunDetail(
        RunSummary summary,
        Optional<Integer> supersedes,
        Optional<Integer> supersededBy,
        List<ChangeCause> changes,
        List<BasisAnswer> basis,
        List<CoverageAnswer> coverage,
        List<String> reports) {
    public RunDetail {
        changes = List.copyOf(changes);
        basis = List.copyOf(basis);
        coverage = List.copyOf(coverage);
        reports = List.copyOf(reports);
    }

    /**
     * A submission that a run was made of.
     *
     * @param counted whether its figures are in the run
     */
    public record BasisAnswer(
            UnitCode unit,
            String unitName,
            FormCode form,
            @Nullable ReferencePeriod period,
            int round,
            Outcome outcome,
            boolean counted,
            String file,
            String sha256) {}
}
