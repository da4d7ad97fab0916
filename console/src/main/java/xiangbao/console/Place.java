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

    @Option(names = "--workspace", paramLabel = "目录", description = "工作目录，默认环境变量 XIANGBAO_WORKSPACE，再默认 ./workspace")
    private @Nullable Path workspace;

    @Option(names = "--config", paramLabel = "目录", description = "配置目录，默认环境变量 XIANGBAO_CONFIG，再默认程序旁边的 config")
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
        Path folder = workspace != null ? workspace : fromEnvironment("XIANGBAO_WORKSPACE");
        return (folder == null ? Path.of("workspace") : folder).toAbsolutePath().normalize();
    }

    private static @Nullable Path fromEnvironment(String name) {
        String folder = System.getenv(name);
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    /** The folder that the program was started from: {@code config} and {@code templates} stand in it. */
    static Path home() {
        return Path.of(System.getProperty("xiangbao.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    Path config() {
        Path named = config != null ? config : fromEnvironment("XIANGBAO_CONFIG");
        Path folder = (named == null ? home().resolve("config") : named)
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new UsageException("没有找到配置目录“" + folder + "”，请用 --config 或环境变量 XIANGBAO_CONFIG 指明。");
        }
        return folder;
    }

    /** The report templates: those that the environment names, or those beside the configuration, or else those beside the program. */
    Path templates() {
        Path named = fromEnvironment("XIANGBAO_TEMPLATES");
        if (named != null) {
            if (!Files.isDirectory(named)) {
                throw new UsageException("没有找到模板目录“" + named + "”，请检查环境变量 XIANGBAO_TEMPLATES。");
            }
            return named.toAbsolutePath().normalize();
        }
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

    OfficeSettings settings() {
        return new OfficeSettings(
                workspace(), config(), templates(), clock, Xiangbao.VERSION, Duration.ofSeconds(30), Map.of());
    }

    Office office() {
        return Office.open(settings());
    }
}
