package xiangbao.console;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with their terminal and clock. */
final class Commands implements IFactory {
    private final Terminal terminal;
    private final Clock clock;

    Commands(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == Place.class) {
            return type.cast(new Place(terminal, clock));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
