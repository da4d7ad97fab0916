package xiangbao.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import xiangbao.jobs.answers.ServingJson;
import xiangbao.jobs.schedule.NextFireTime;
import xiangbao.jobs.schedule.Serving;
import xiangbao.jobs.workspace.WorkspaceBusyException;

/** {@code xiangbao serve}: stays, watches the inbox, keeps the schedules, and takes the commands of others. Ends on SIGTERM or Ctrl-C. */
@Command(name = "serve", description = "常驻服务：随时收件，按时汇总、催报和清理。", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COMMANDS = Duration.ofSeconds(60);

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = place.terminal();
        Optional<CommandEndpoint> held = CommandEndpoint.read(place.workspace());
        if (held.isPresent()) {
            terminal.message(holder(held.get()));
            return Xiangbao.FAILED;
        }
        try {
            Serving serving = Serving.start(place.settings(PATIENCE));
            CommandServer server = serving.ownsWorkspace() ? open(serving) : null;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(serving, server), "stop"));
            if (place.json()) {
                terminal.json(ServingJson.of(serving));
            } else {
                greet(serving);
            }
            // until the process is told to end
            new CountDownLatch(1).await();
            return 0;
        } catch (WorkspaceBusyException busy) {
            terminal.message(CommandEndpoint.read(place.workspace())
                    .map(this::holder)
                    .orElse(String.valueOf(busy.getMessage())));
            return Xiangbao.FAILED;
        } catch (RuntimeException failure) {
            if (!isPortTaken(failure)) {
                throw failure;
            }
            terminal.message("健康检查的端口已被别的程序占用：请在 config/application.yaml 中改 server.port，或设环境变量 SERVER_PORT，再启动。");
            return Xiangbao.FAILED;
        }
    }

    private String holder(CommandEndpoint endpoint) {
        return "工作目录“" + place.workspace() + "”已有常驻服务（进程 " + endpoint.pid() + "），不能再启动一个。";
    }

    private static CommandServer open(Serving serving) {
        try {
            return CommandServer.open(serving);
        } catch (IOException failure) {
            serving.standDown();
            serving.stop();
            throw new UncheckedIOException(failure);
        }
    }

    /** In the order in which nothing is lost: nobody comes in, nothing begins, what is under way ends, everything closes. */
    private void stop(Serving serving, @Nullable CommandServer server) {
        Terminal terminal = place.terminal();
        terminal.message("正在停止：等手头的工作做到可以停的地方……");
        int exit = 0;
        try {
            if (server != null) {
                server.close();
            }
            serving.standDown();
            if (server != null) {
                server.awaitCommands(COMMANDS);
            }
            serving.stop();
            terminal.message("已停止。没有做完的，下次启动接着做。");
        } catch (InterruptedException | RuntimeException failure) {
            terminal.message("停止时出错（" + failure.getClass().getSimpleName() + "）。没有做完的，下次启动接着做。");
            exit = Xiangbao.FAILED;
        }
        // the machine would end with 143 although everything went as ordered
        Runtime.getRuntime().halt(exit);
    }

    private static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || cause.getClass().getSimpleName().equals("PortInUseException")) {
                return true;
            }
        }
        return false;
    }

    private void greet(Serving serving) {
        Terminal terminal = place.terminal();
        terminal.say("乡报常驻服务已启动（进程 " + ProcessHandle.current().pid() + "）。");
        terminal.say("收件夹：" + serving.settings().workspace().resolve("inbox")
                + (serving.watches() ? "，有新文件就处理，最迟每 " + seconds(serving.rescan()) + " 秒看一次。" : "，不随时看，只按定时收件。"));
        terminal.say("");
        List<NextFireTime> appointments = serving.appointments();
        TextTable table = new TextTable("定时", "cron", "时区", "下次", "错过了");
        for (NextFireTime one : appointments) {
            table.add(one.title(), one.cron(), one.zone().toString(), next(one), one.misfire());
        }
        if (table.isEmpty()) {
            terminal.say("没有定时。");
        } else {
            table.lines().forEach(terminal::say);
        }
        terminal.say("");
        terminal.say("健康检查：" + serving.address() + "health，指标：" + serving.address() + "prometheus");
        terminal.say("日志：" + serving.settings().workspace().resolve("logs"));
        terminal.say("停止：按 Ctrl-C，或结束本进程（SIGTERM）。");
    }

    private static String seconds(Duration time) {
        return Long.toString(Math.max(1, time.toSeconds()));
    }

    private static String next(NextFireTime one) {
        Instant next = one.next();
        return next == null ? "—" : TIME.format(next.atZone(one.zone()));
    }
}
