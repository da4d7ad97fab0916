package xiangbao.jobs.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.progress.TargetCounts;

/** Whether the configuration is right, and what is wrong with it. */
public record ConfigurationJson(
        boolean valid,
        @Nullable String configuration,
        @Nullable TargetCountsJson targets,
        List<Mistake> mistakes,
        List<String> templates) {
    public static ConfigurationJson of(
            @Nullable Definitions definitions, List<ConfigurationMistake> mistakes, List<String> templates) {
        return new ConfigurationJson(
                mistakes.isEmpty() && templates.isEmpty(),
                definitions == null ? null : definitions.digest(),
                definitions == null ? null : TargetCountsJson.of(TargetCounts.of(definitions.plan())),
                mistakes.stream().map(Mistake::of).toList(),
                templates);
    }

    /** A mistake and its place. */
    public record Mistake(String file, int line, String message, String suggestion) {
        static Mistake of(ConfigurationMistake mistake) {
            return new Mistake("config/" + mistake.file(), mistake.line(), mistake.message(), mistake.suggestion());
        }
    }
}
