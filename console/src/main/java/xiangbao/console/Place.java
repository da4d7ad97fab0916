package xiangbao.console;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.OfficeSettings;

/** The options that all commands share: where to work, with which configuration, and how to answer. */
final class Place {
    private final Terminal terminal;
    private final Clock clock;

    @Option(names = "--workspace", paramLabel = "目录", description = "工作目录，默认 ./workspace")
    private Path workspace = Path.of("workspace");

    @Option(names = "--config", paramLabel = "目录", description = "配置目录，默认程序旁边的 config")
    private @Nullable Path config;

    @Option(names = "--json", description = "以一个 JSON 对象作答")
    private boolean json;

    Place(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    Path workspace() {
        return workspace.toAbsolutePath().normalize();
    }

    /** The folder that the program was started from: {@code config} and {@code templates} stand in it. */
    static Path home() {
        return Path.of(System.getProperty("xiangbao.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    Path config() {
        Path folder = (config == null ? home().resolve("config") : config)
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new UsageException("没有找到配置目录“" + folder + "”，请用 --config 指明。");
        }
        return folder;
    }

    /** The report templates: those beside the configuration, or else those beside the program. */
    Path templates() {
        Path beside = config().resolveSibling("templates");
        return Files.isDirectory(beside) ? beside : home().resolve("templates");
    }

    /** Who gives the command: the operating system's user at this machine. */
    static String actor() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            host = "localhost";
        }
        return System.getProperty("user.name", "?") + "@" + host;
    }

    Clock clock() {
        return clock;
    }

    Office office() {
        return Office.open(new OfficeSettings(
                workspace(), config(), templates(), clock, Xiangbao.VERSION, Duration.ofSeconds(30), Map.of()));
    }
}
