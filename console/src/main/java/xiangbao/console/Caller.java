package xiangbao.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Who gives a command, and where he stands: relative paths are his.
 *
 * @param directory absolute
 * @param actor the operating system's user at his machine
 */
record Caller(Path directory, String actor) {
    /** The one who started this process. */
    static Caller here() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            host = "localhost";
        }
        return new Caller(Path.of("").toAbsolutePath(), System.getProperty("user.name", "?") + "@" + host);
    }

    /** A path as he means it; one that needs no help stays as he wrote it. */
    Path path(String text) {
        Path path = Path.of(text);
        return directory.equals(Path.of("").toAbsolutePath()) ? path : directory.resolve(path);
    }
}
