package xiangbao.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.schedule.Serving;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.WorkspaceBusyException;

/** The options that all commands share: where to work, with which configuration, and how to answer. */
final class Place {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Terminal terminal;
    private final Clock clock;
    private final ClientRequest caller;
    private final @Nullable Serving serving;
    private final Supplier<List<String>> arguments;

    @Option(names = "--workspace", paramLabel = "目录", description = "工作目录，默认环境变量 XIANGBAO_WORKSPACE，再默认 ./workspace")
    private @Nullable Path workspace;

    @Option(names = "--config", paramLabel = "目录", description = "配置目录，默认环境变量 XIANGBAO_CONFIG，再默认程序旁边的 config")
    private @Nullable Path config;

    @Option(names = "--json", description = "以一个 JSON 对象作答")
    private boolean json;

    /**
     * @param serving the office that serves, when it does the command for somebody else
     * @param arguments the whole command line
     */
    Place(
            Terminal terminal,
            Clock clock,
            ClientRequest caller,
            @Nullable Serving serving,
            Supplier<List<String>> arguments) {
        this.terminal = terminal;
        this.clock = clock;
        this.caller = caller;
        this.serving = serving;
        this.arguments = arguments;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    Path workspace() {
        if (serving != null) {
            return serving.settings().workspace();
        }
        Path folder = workspace != null ? workspace : fromEnvironment("XIANGBAO_WORKSPACE");
        return caller.directory()
                .resolve(folder == null ? Path.of("workspace") : folder)
                .normalize();
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
        if (serving != null) {
            return serving.settings().config();
        }
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
        if (serving != null) {
            return serving.settings().templates();
        }
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
    String actor() {
        return caller.actor();
    }

    Clock clock() {
        return clock;
    }

    OfficeSettings settings() {
        return settings(PATIENCE);
    }

    /**
     * The office of a workspace that is there already, for whoever has something to ask of it or to do with what it has: neither a workspace nor a database
     * is made for that.
     */
    Office standingOffice() {
        if (serving == null && !Office.isAt(workspace())) {
            throw new UsageException("这里没有工作目录：“" + workspace()
                    + "”里没有收过报表。请用 --workspace 或环境变量 XIANGBAO_WORKSPACE 指明工作目录，或先用 run 收报表。");
        }
        return office(true);
    }

    /** The same, with whatever configuration: for whoever only looks at what is stored. */
    Office officeToLookInto() {
        return serving == null ? standingOffice() : serving.office();
    }

    /** The configuration that was asked for, even where another one is served with. */
    Path askedConfig() {
        return serving != null && config != null ? config.toAbsolutePath().normalize() : config();
    }

    /** The office of the workspace. Where another process serves there, that process does the whole command instead. */
    Office office() {
        return office(false);
    }

    private Office office(boolean onlyIfThere) {
        if (serving != null) {
            return lent(serving);
        }
        for (Duration waited = Duration.ZERO; ; waited = waited.plus(BETWEEN_LOOKS)) {
            haveItDoneElsewhere();
            try {
                OfficeSettings settings = settings(BETWEEN_LOOKS);
                return Office.open(onlyIfThere ? Office.onlyIfThere(settings) : settings);
            } catch (WorkspaceBusyException busy) {
                // whoever holds it may be about to serve
                if (waited.compareTo(PATIENCE) >= 0) {
                    throw busy;
                }
            }
        }
    }

    private void haveItDoneElsewhere() {
        CommandEndpoint.read(workspace())
                .map(endpoint -> CommandClient.run(endpoint, caller, arguments.get(), terminal))
                .filter(OptionalInt::isPresent)
                .ifPresent(exit -> {
                    throw new DoneElsewhere(exit.getAsInt());
                });
    }

    private Office lent(Serving by) {
        Path asked = config == null
                ? by.settings().config()
                : config.toAbsolutePath().normalize();
        if (!asked.equals(by.settings().config())) {
            throw new UsageException(
                    "常驻服务用的配置目录是“" + by.settings().config() + "”，不是“" + asked + "”：请不写 --config，或先停止常驻服务。");
        }
        return by.office();
    }

    /** Where an office would work. */
    OfficeSettings settings(Duration patience) {
        return new OfficeSettings(workspace(), config(), templates(), clock, Xiangbao.VERSION, patience, Map.of());
    }
}
