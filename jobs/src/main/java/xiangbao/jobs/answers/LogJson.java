package xiangbao.jobs.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.operations.LoggedAction;

/** The operator log. */
public record LogJson(List<Entry> log) {
    public static LogJson of(List<LoggedAction> actions) {
        return new LogJson(actions.stream().map(Entry::of).toList());
    }

    /** Who did what and why, and how it ended. */
    public record Entry(
            long id,
            String begun,
            @Nullable String ended,
            String actor,
            @JsonUnwrapped Given given,
            @Nullable String period,
            @Nullable Integer exit,
            String detail,
            List<String> runs) {
        static Entry of(LoggedAction action) {
            LocalDateTime ended = action.ended();
            return new Entry(
                    action.id(),
                    action.begun().toString(),
                    ended == null ? null : ended.toString(),
                    action.actor(),
                    new Given(action.command(), action.arguments(), action.reason()),
                    action.period().isEmpty() ? null : action.period(),
                    action.exit(),
                    action.detail(),
                    action.runs());
        }
    }

    /** The command as it was given. */
    public record Given(String command, String arguments, String reason) {}
}
