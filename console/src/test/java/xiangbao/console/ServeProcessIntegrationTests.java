package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process, told to end while it works. */
class ServeProcessIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SECRET = "never-to-be-read-anywhere";
    private static final int PATIENCE_SECONDS = 180;

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private Path workspace = Path.of("");

    @BeforeEach
    void place() {
        workspace = folder.resolve("workspace");
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dxiangbao.home=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "xiangbao.console.Xiangbao"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("XIANGBAO_INBOX_RESCAN", "1s");
        builder.environment().put("XIANGBAO_INBOX_SETTLING", "200ms");
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", SECRET);
        builder.redirectOutput(folder.resolve(name + ".out").toFile());
        builder.redirectError(folder.resolve(name + ".err").toFile());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private Process serve(String name) throws Exception {
        Process process = start(name, "serve");
        until(name + " serves", () -> {
            assertThat(process.isAlive()).as(said(name)).isTrue();
            // the door is open a moment before the greeting is out
            return Files.exists(workspace.resolve("database/serve.door"))
                    && said(name).contains("停止：按 Ctrl-C");
        });
        return process;
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".out"), StandardCharsets.UTF_8)
                + Files.readString(folder.resolve(name + ".err"), StandardCharsets.UTF_8);
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What a unit reports of a quarter and of its last month: two periods are run, and many more would be with all that it has sent. */
    private List<Path> sent(String unit) {
        Path folder = ROOT.resolve("sample-inputs").resolve(unit);
        return List.of(folder.resolve("2026年三季度报表.xlsx"), folder.resolve("2026年9月月报.xlsx"));
    }

    private void handIn(String unit) throws IOException {
        for (Path file : sent(unit)) {
            Path target = workspace
                    .resolve("inbox")
                    .resolve(unit)
                    .resolve(file.getFileName().toString());
            Files.createDirectories(target.getParent());
            Path temporary = target.resolveSibling("~copy.tmp");
            Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target);
        }
    }

    private String figures(String name, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("figures", "--period", "2026-Q3", "--json"));
        arguments.addAll(List.of(more));
        Process process = start(name, arguments.toArray(String[]::new));
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said(name)).isZero();
        return Files.readString(folder.resolve(name + ".out"), StandardCharsets.UTF_8);
    }

    @Test
    void finishesAfterTheNextStartWhatItWasToldToLeave() throws Exception {
        Process first = serve("first");
        assertThat(said("first")).contains("乡报常驻服务已启动", "定时汇总（上季度）", "/actuator/health");
        handIn("伍市镇");
        handIn("加义镇");
        until("files are taken", () -> {
            Path claimed = workspace.resolve("inbox/.claimed");
            if (!Files.isDirectory(claimed)) {
                return false;
            }
            try (Stream<Path> claims = Files.list(claimed)) {
                return claims.findAny().isPresent();
            }
        });
        first.destroy();
        assertThat(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as(said("first")).isZero();
        assertThat(said("first")).contains("正在停止", "已停止");
        assertThat(workspace.resolve("database/serve.door")).doesNotExist();

        Process second = serve("second");
        until("everything is finished", () -> finished());
        String disturbed = figures("disturbed");
        second.destroy();
        assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();

        List<String> command = new ArrayList<>(List.of("run", "--workspace", "other", "--submit"));
        Stream.of("伍市镇", "加义镇").flatMap(unit -> sent(unit).stream()).forEach(file -> command.add(file.toString()));
        Process undisturbed = start("undisturbed", command.toArray(String[]::new));
        assertThat(undisturbed.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(disturbed).contains("\"value\"").isEqualTo(figures("expected", "--workspace", "other"));
        assertThatNothingTellsTheSecret();
    }

    /** The reports of the period are there, and nothing waits. */
    private boolean finished() throws IOException {
        Path claimed = workspace.resolve("inbox/.claimed");
        if (Files.isDirectory(claimed)) {
            try (Stream<Path> claims = Files.list(claimed)) {
                if (claims.findAny().isPresent()) {
                    return false;
                }
            }
        }
        String log = Files.readString(workspace.resolve("logs/xiangbao.log"), StandardCharsets.UTF_8);
        return Files.isDirectory(workspace.resolve("reports/2026-Q3/第1次"))
                && log.contains("\"run\":\"2026-Q3/1\"")
                && Stream.of("伍市镇/2026年三季度报表.xlsx", "加义镇/2026年三季度报表.xlsx")
                        .allMatch(file -> log.contains("file " + file + " is "));
    }

    private void assertThatNothingTellsTheSecret() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(one -> one.toString().matches(".*(\\.out|\\.err|\\.log|\\.json)"))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.UTF_8))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }
}
