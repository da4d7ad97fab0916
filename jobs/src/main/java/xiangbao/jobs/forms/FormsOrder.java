package xiangbao.jobs.forms;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Which blank forms are wanted.
 *
 * @param unit its code or name; null means every unit
 * @param forms each for the latest period of its frequency that has ended when {@code period} ends; empty means all forms that are about the period itself
 * @param folder where to write; null means below the workspace
 */
public record FormsOrder(
        ReferencePeriod period,
        @Nullable String unit,
        Set<FormCode> forms,
        @Nullable Path folder) {
    public FormsOrder {
        forms = Set.copyOf(forms);
    }
}
