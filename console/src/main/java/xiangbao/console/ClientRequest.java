package xiangbao.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command, and where he stands: relative paths are his.
 *
 * @param directory absolute
 * @param actor his name where {@code XIANGBAO_OPERATOR} says it, otherwise the operating system's user at his machine
 */
record ClientRequest(Path directory, String actor) {
    private static final String NAMED = "XIANGBAO_OPERATOR";
    private static final int LONGEST_NAME = 40;

    /** The one who started this process. */
    static ClientRequest here() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            host = "localhost";
        }
        String account = System.getProperty("user.name", "?") + "@" + host;
        return new ClientRequest(
                Path.of("").toAbsolutePath(), called(System.getenv(NAMED)).orElse(account));
    }

    /** The name of a person; nothing where none is set or what is set is none. */
    static Optional<String> called(@Nullable String set) {
        return Optional.ofNullable(set)
                .map(String::strip)
                .filter(name -> name.codePoints().noneMatch(Character::isISOControl))
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME && !name.contains("@"));
    }

    /** A path as he means it; one that needs no help stays as he wrote it. */
    Path path(String text) {
        Path path = Path.of(text);
        return directory.equals(Path.of("").toAbsolutePath()) ? path : directory.resolve(path);
    }
}
