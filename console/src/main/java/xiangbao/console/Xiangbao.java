package xiangbao.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code xiangbao}. Exit codes: 0 all good; 1 finished with something to attend to; 2 wrong usage or configuration; 3 failed. */
@Command(
        name = "xiangbao",
        description = "乡报：收集乡镇报表，审核、退回、汇总，对照任务目标，生成县级报表。",
        subcommands = {
            RunCommand.class,
            RunsCommand.class,
            RerunCommand.class,
            DiffCommand.class,
            CheckCommand.class,
            FormsCommand.class,
            StatusCommand.class,
            RemindCommand.class,
            FiguresCommand.class,
            TraceCommand.class,
            ProgressCommand.class,
            ExportCommand.class,
            OutliersCommand.class,
            BandsCommand.class,
            FindingsCommand.class,
            AcceptCommand.class,
            AskCommand.class,
            RefuseCommand.class,
            WaiveCommand.class,
            SealCommand.class,
            CorrectCommand.class,
            UnsealCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            LogCommand.class,
            ServeCommand.class,
            ConfigCommand.class
        },
        versionProvider = Xiangbao.Version.class)
public final class Xiangbao implements Runnable {
    static final String VERSION = "0.5.0";
    static final int ATTENTION = 1;
    static final int WRONG_USAGE = 2;
    static final int FAILED = 3;
    private static final String CLOCK = "XIANGBAO_CLOCK";

    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示帮助")
    @SuppressWarnings("UnusedVariable") // read by the parser
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本")
    @SuppressWarnings("UnusedVariable") // read by the parser
    private boolean version;

    Xiangbao(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        // stdout holds nothing but the answer, whatever a library may print
        System.setOut(messages);
        Terminal terminal = new Terminal(answers, messages, System.console() != null);
        int exit = FAILED;
        try {
            exit = execute(terminal, clock(System.getenv(CLOCK)), List.of(arguments));
        } catch (DateTimeParseException noMoment) {
            terminal.message(
                    "环境变量 " + CLOCK + " 应为一个时刻，如 2026-10-09T08:20:00Z，而这里是“" + noMoment.getParsedString() + "”。");
            exit = WRONG_USAGE;
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            terminal.message("运行失败：内存不够。已经完成的部分不会丢失；请用环境变量 XIANGBAO_HEAP 加大内存（如 1g）后重新运行同一命令。");
        } finally {
            answers.flush();
        }
        System.exit(exit);
    }

    /** The time of Shanghai; or, to rehearse, the one moment that is given, such as 2026-10-09T08:20:00Z. */
    static Clock clock(@Nullable String moment) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return moment == null || moment.isBlank() ? Clock.system(zone) : Clock.fixed(Instant.parse(moment), zone);
    }

    /** Runs one command line; the clock and the streams are given so that tests can look. */
    static int execute(Terminal terminal, Clock clock, List<String> arguments) {
        return execute(new Commands(terminal, clock), arguments);
    }

    /** Runs one command line with what its commands need. */
    static int execute(Commands commands, List<String> arguments) {
        Terminal terminal = commands.terminal();
        commands.arguments(arguments);
        CommandLine line = new CommandLine(new Xiangbao(terminal), commands);
        line.registerConverter(Path.class, commands::path);
        line.setOut(terminal.answerWriter());
        line.setErr(terminal.messageWriter());
        line.setParameterExceptionHandler(new UsageMistakes(terminal));
        line.setExecutionExceptionHandler(new Failures(terminal));
        inChinese(line);
        return line.execute(arguments.toArray(String[]::new));
    }

    private static void inChinese(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading("用法：")
                .parameterListHeading("%n参数：%n")
                .optionListHeading("%n选项：%n")
                .commandListHeading("%n命令：%n")
                .synopsisSubcommandLabel("命令")
                .width(100);
        HelpLists.install(line);
        line.getSubcommands().values().forEach(Xiangbao::inChinese);
    }

    @Override
    public void run() {
        CommandLine.usage(this, terminal.answers());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"乡报 " + VERSION};
        }
    }
}
