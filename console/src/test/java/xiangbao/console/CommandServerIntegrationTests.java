package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.schedule.Serving;
import xiangbao.jobs.workspace.OfficeSettings;

/** Commands that the process that serves does for others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandServerIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-12T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Serving serving;

    @SuppressWarnings("NullAway.Init")
    private CommandServer server;

    private record Said(int exit, String answers, String messages) {}

    private static Said xiangbao(Path directory, String... arguments) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(answers, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                false);
        int exit = Xiangbao.execute(
                new Commands(terminal, CLOCK, new ClientRequest(directory, "clerk@county"), null), List.of(arguments));
        return new Said(exit, answers.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }

    @BeforeAll
    void serve(@TempDir Path temporary) throws IOException {
        folder = temporary;
        System.setProperty("xiangbao.home", ROOT.toString());
        for (String place : List.of("served", "direct")) {
            Path sent = Files.createDirectories(folder.resolve(place).resolve("sent"));
            for (String file : List.of("平31-1_厕所.xlsx", "2026年三季度报表.xlsx")) {
                Files.copy(ROOT.resolve("sample-inputs/伍市镇").resolve(file), sent.resolve(file));
            }
        }
        serving = Serving.start(new OfficeSettings(
                folder.resolve("served/workspace"),
                ROOT.resolve("config"),
                ROOT.resolve("templates"),
                CLOCK,
                Xiangbao.VERSION,
                Duration.ofSeconds(1),
                Map.of("server.port", "0", "xiangbao.inbox.watch", "false")));
        server = CommandServer.open(serving);
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.close();
        serving.standDown();
        server.awaitCommands(Duration.ofSeconds(5));
        serving.stop();
        assertThat(folder.resolve("served/workspace/database/serve.door")).doesNotExist();
    }

    @Test
    void saysTheSameAsWithoutIt() {
        List<String[]> commands = List.of(
                new String[] {"run", "--submit", "sent", "--period", "2026-Q3", "--json"},
                new String[] {"run", "--submit", "sent", "--period", "2026-Q3", "--json"},
                new String[] {"status", "--period", "2026-Q3"},
                new String[] {"figures", "--period", "2026-Q3", "--json"},
                new String[] {"trace", "平31-1:99.9", "--period", "2026-Q3"},
                new String[] {"status"});
        List<Integer> exits = new ArrayList<>();
        for (String[] command : commands) {
            Said served = xiangbao(folder.resolve("served"), command);
            Said direct = xiangbao(folder.resolve("direct"), command);
            assertThat(served).as(String.join(" ", command)).isEqualTo(direct);
            exits.add(served.exit());
        }
        assertThat(exits).containsExactly(1, 1, 0, 0, 2, 2);
        assertThat(xiangbao(folder.resolve("served"), "status", "--period", "2026-Q3")
                        .answers())
                .contains("伍市镇");
    }

    @Test
    void asksWhetherAnotherWordWasMeant() {
        Path caller = folder.resolve("served");
        assertThat(xiangbao(caller, "figures", "--period", "2026-Q2", "--form", "平31-9"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said ->
                        assertThat(said.messages()).contains("没有表号“平31-9”").contains("您是不是想写“平31-"));
        assertThat(xiangbao(caller, "figures", "--period", "2026-Q2", "--unit", "伍市村"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said ->
                        assertThat(said.messages()).contains("没有填报单位“伍市村”").contains("您是不是想写“伍市镇”？"));
        assertThat(xiangbao(caller, "status", "--period", "2026年三季度"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said ->
                        assertThat(said.messages()).contains("报告期“2026年三季度”不对").contains("您是不是想写 2026-Q3？"));
    }

    @Test
    void makesNoWorkspaceForAQuestion() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        for (String command : List.of(
                "status --period 2026-Q3",
                "figures --period 2026-Q3",
                "progress --period 2026-Q3",
                "trace S01 --period 2026-Q3",
                "findings --period 2026-Q3",
                "runs",
                "log",
                "diff 2026-Q3/1 2026-Q3/2",
                "export --format csv --period 2026-Q3",
                "run 2026-Q3/1")) {
            Said said = xiangbao(elsewhere, command.split(" "));
            assertThat(said.exit()).as(command).isEqualTo(2);
            assertThat(said.messages()).as(command).startsWith("这里没有工作目录");
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void showsNobodyElseWhatItKeeps() throws IOException {
        for (String kept : List.of("database", "logs")) {
            Path place = folder.resolve("served/workspace").resolve(kept);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(place)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    private int status(String host) throws IOException {
        URI health = URI.create(serving.address() + "health");
        try (Socket socket = new Socket(health.getHost(), health.getPort())) {
            String asked = "GET " + health.getPath() + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    @Test
    void answersToItsOwnNamesOnly() throws IOException {
        int port = URI.create(serving.address()).getPort();
        assertThat(status("127.0.0.1:" + port)).isNotEqualTo(421);
        assertThat(status("localhost")).isNotEqualTo(421);
        assertThat(status("xiangbao.evil.example:" + port)).isEqualTo(421);
        assertThat(status("127.0.0.1.evil.example")).isEqualTo(421);
    }

    @Test
    void doesTwoCommandsAtOnce() {
        Path caller = folder.resolve("served");
        CompletableFuture<Said> status =
                CompletableFuture.supplyAsync(() -> xiangbao(caller, "status", "--period", "2026-Q2"));
        CompletableFuture<Said> run = CompletableFuture.supplyAsync(() -> xiangbao(caller, "run", "--json"));

        assertThat(status.join().exit()).isZero();
        assertThat(status.join().answers()).startsWith("2026年二季度报送情况");
        assertThat(run.join().answers()).startsWith("{").contains("\"exit\"");
    }

    @Test
    void letsOnlyItsOwnerIn() throws IOException {
        CommandEndpoint endpoint =
                CommandEndpoint.read(folder.resolve("served/workspace")).orElseThrow();
        Terminal nobody = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false);
        ClientRequest caller = new ClientRequest(folder, "stranger@elsewhere");

        assertThat(Files.getPosixFilePermissions(folder.resolve("served/workspace/database/serve.door")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(endpoint.toString()).doesNotContain(endpoint.token());
        assertThat(CommandClient.run(
                        new CommandEndpoint(endpoint.port(), "0".repeat(64), endpoint.pid()),
                        caller,
                        List.of("--version"),
                        nobody))
                .isEmpty();
        assertThat(CommandClient.run(endpoint, caller, List.of("--version"), nobody))
                .hasValue(0);
    }

    @Test
    void refusesAnotherConfiguration() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other-config"));

        Said said = xiangbao(folder.resolve("served"), "status", "--period", "2026-Q3", "--config", other.toString());

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.messages()).contains("常驻服务用的配置目录是", other.toString());
    }

    @Test
    void isOneAtATime() {
        Said said = xiangbao(folder.resolve("served"), "serve");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.messages())
                .contains("已有常驻服务（进程 " + ProcessHandle.current().pid() + "）");
    }

    @Test
    void isPassedByWhenItsProcessIsDead() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path place = Files.createDirectories(folder.resolve("stale"));
        Files.createDirectories(place.resolve("workspace/database"));
        new CommandEndpoint(1, "token", dead.pid()).hang(place.resolve("workspace"));
        assertThat(CommandEndpoint.read(place.resolve("workspace"))).isEmpty();
        // the number of a dead process may be somebody else's by now
        new CommandEndpoint(1, "token", ProcessHandle.current().pid()).hang(place.resolve("workspace"));

        Said said = xiangbao(place, "run");

        assertThat(said.exit()).isZero();
        assertThat(said.answers()).startsWith("共处理 0 个文件");
    }
}
