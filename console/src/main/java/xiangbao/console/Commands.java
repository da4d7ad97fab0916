package xiangbao.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import xiangbao.jobs.schedule.Serving;

/** Makes the commands with what they need from outside. */
final class Commands implements IFactory {
    private final Terminal terminal;
    private final Clock clock;
    private final ClientRequest caller;
    private final @Nullable Serving serving;
    private List<String> arguments = List.of();

    /** Commands of this process's own user. */
    Commands(Terminal terminal, Clock clock) {
        this(terminal, clock, ClientRequest.here(), null);
    }

    /** Commands of somebody else, done with the office that serves. */
    Commands(Terminal terminal, Clock clock, ClientRequest caller, @Nullable Serving serving) {
        this.terminal = terminal;
        this.clock = clock;
        this.caller = caller;
        this.serving = serving;
    }

    Terminal terminal() {
        return terminal;
    }

    /** The command line as it was given, for whoever may have to pass it on. */
    void arguments(List<String> given) {
        arguments = List.copyOf(given);
    }

    /** A path as the caller means it. */
    Path path(String text) {
        return caller.path(text);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == Place.class) {
            return type.cast(new Place(terminal, clock, caller, serving, () -> arguments));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
