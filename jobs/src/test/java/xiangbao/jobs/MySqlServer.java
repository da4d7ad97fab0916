package xiangbao.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.workspace.Workspace;

/** A MySQL server unpacked below target/; works for root and for ordinary users. */
public final class MySqlServer {
    private static @Nullable MySqlServer shared;

    private final List<String> command;
    private final int port;
    private final Path data;

    private Process process;

    private MySqlServer(List<String> command, int port, Path data) throws IOException {
        this.command = command;
        this.process = serve(command);
        this.port = port;
        this.data = data;
    }

    /** One server for all tests of this virtual machine; each takes a schema of its own. It ends with the machine. */
    public static synchronized MySqlServer shared() throws IOException, InterruptedException {
        MySqlServer running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    public static MySqlServer start() throws IOException, InterruptedException {
        Path target = Path.of("target").toAbsolutePath();
        Path data = Files.createTempDirectory("xbmysql");
        Path base = prepared(target, data.resolve("data"));
        List<String> common = common(base, data.resolve("data"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> serve = new ArrayList<>(common);
        serve.addAll(List.of(
                "--port=" + port,
                // socket paths are short by nature: not below target/
                "--socket=" + data.resolve("s.sock"),
                "--pid-file=" + data.resolve("s.pid"),
                "--bind-address=127.0.0.1",
                "--mysqlx=OFF",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--innodb-flush-log-at-trx-commit=0",
                // it outlives the process, and no test outlives the machine
                "--innodb-flush-method=nosync",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_as_cs"));
        MySqlServer server = new MySqlServer(serve, port, data);
        Runtime.getRuntime().addShutdownHook(new Thread(server::abandon));
        server.awaitReady();
        return server;
    }

    private static List<String> common(Path base, Path data) {
        List<String> common = new ArrayList<>(List.of(
                base.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--innodb-use-native-aio=OFF",
                "--lc-messages-dir=" + base.resolve("share")));
        if (System.getProperty("user.name").equals("root")) {
            common.add("--user=root");
        }
        return common;
    }

    private static Process serve(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log("mysql").toFile())
                .start();
    }

    /** Of this virtual machine alone. */
    private static Path log(String name) {
        return Path.of("target")
                .toAbsolutePath()
                .resolve(name + "-" + ProcessHandle.current().pid() + ".log");
    }

    /** Ends the server as its operator would, breaking every connection. */
    public void halt() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts it again on the same data and the same port. */
    public void resume() throws IOException, InterruptedException {
        process = serve(command);
        awaitReady();
    }

    /** Unpacks and initializes once, though several virtual machines may ask for it, and gives each server data of its own. */
    private static Path prepared(Path target, Path data) throws IOException, InterruptedException {
        Path base = target.resolve("mysql");
        Path initial = target.resolve("mysql-data");
        try (FileChannel lock = FileChannel.open(
                        target.resolve("mysql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !Files.exists(base)) {
                unpack(target, base);
            }
            if (held.isValid() && !Files.exists(initial)) {
                Path beside = target.resolve("mysql-data.new");
                Workspace.delete(beside);
                List<String> initialize = common(base, beside);
                initialize.add("--initialize-insecure");
                run(initialize, log("mysql-initialize"));
                Files.move(beside, initial, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        run(List.of("cp", "-r", initial.toString(), data.toString()), log("mysql-copy"));
        return base;
    }

    private static void unpack(Path target, Path base) throws IOException, InterruptedException {
        Path beside = target.resolve("mysql.new");
        Workspace.delete(beside);
        Files.createDirectories(beside);
        Path tarball = target.resolve("mysql.tar.gz");
        try (InputStream in = Objects.requireNonNull(
                MySqlServer.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz"), "no MySQL for this machine")) {
            Files.copy(in, tarball, StandardCopyOption.REPLACE_EXISTING);
        }
        run(List.of("tar", "-xzf", tarball.toString(), "-C", beside.toString()), target.resolve("mysql-unpack.log"));
        Files.delete(tarball);
        // The server is linked against libaio, which a bare machine lacks, and calls nothing of it without native
        // asynchronous input and output: any
        // library on its search path satisfies the loader. Where libaio is installed, this one is found first and does
        // no harm.
        Files.copy(
                beside.resolve("lib/plugin/component_reference_cache.so"), beside.resolve("lib/private/libaio.so.1"));
        Files.move(beside, base, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " failed: " + Files.readString(log));
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IOException("MySQL does not answer");
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public String url(String schema) {
        return "jdbc:mysql://" + address() + "/" + schema
                + "?useSSL=false&allowPublicKeyRetrieval=true&createDatabaseIfNotExist=true&rewriteBatchedStatements=true";
    }

    private void abandon() {
        try {
            process.destroyForcibly().waitFor();
            Workspace.delete(data);
        } catch (IOException | InterruptedException left) {
            // the temporary folder is the system's to clear
        }
    }

    public void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Workspace.delete(data);
    }
}
