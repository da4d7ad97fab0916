package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.comparison.RunDetail;

/** All about one run. */
public record RunDetailJson(
        @JsonUnwrapped RunHead head,
        List<String> reports,
        @Nullable Integer supersedes,
        @Nullable Integer supersededBy,
        List<ChangeJson> changes,
        List<CoverageAnswer> coverage,
        List<RunDetail.BasisAnswer> basis) {
    public static RunDetailJson of(RunDetail detail) {
        return new RunDetailJson(
                RunHead.of(detail.summary()),
                detail.reports(),
                detail.supersedes().orElse(null),
                detail.supersededBy().orElse(null),
                ChangeJson.all(detail.changes()),
                detail.coverage(),
                detail.basis());
    }
}
