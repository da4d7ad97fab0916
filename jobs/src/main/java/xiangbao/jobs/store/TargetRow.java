package xiangbao.jobs.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target as a run saw it. */
public record TargetRow(
        String code,
        String title,
        String section,
        @Nullable String actual,
        @Nullable String goal,
        String comparison,
        String measure,
        String status,
        String light,
        boolean offTarget,
        List<String> below,
        List<String> responsible,
        String coverage) {
    public TargetRow {
        below = List.copyOf(below);
        responsible = List.copyOf(responsible);
    }
}
