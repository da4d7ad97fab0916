package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import xiangbao.jobs.runs.comparison.ChangeCause;

/** What explains a difference; the details depend on the kind. */
public record ChangeJson(
        ChangeCause.Kind kind, @JsonUnwrapped Map<String, Object> details, String text) {
    static List<ChangeJson> all(List<ChangeCause> causes) {
        return causes.stream()
                .map(cause -> new ChangeJson(cause.kind(), cause.details(), cause.text()))
                .toList();
    }
}
