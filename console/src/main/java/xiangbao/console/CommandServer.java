package xiangbao.console;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.schedule.Serving;

/**
 * Where a process that serves takes commands from other processes of its owner: on the loopback interface only, from whoever knows the token. A command runs as
 * it would have run there: the caller's folder, the caller's name, the same words on the same streams, the same exit code.
 */
final class CommandServer implements AutoCloseable {
    /** The first thing a caller says, so that nobody is answered who came by accident. */
    static final String GREETING = "xiangbao 1";

    static final byte WELCOME = 0;
    static final byte ANSWER = 1;
    static final byte MESSAGE = 2;
    static final byte EXIT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(CommandServer.class);
    private static final int GREETING_MILLIS = 5_000;
    private static final int MOST_ARGUMENTS = 10_000;

    private final Serving serving;
    private final ServerSocket socket;
    private final CommandEndpoint endpoint;
    private final ExecutorService commands = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "command");
        thread.setDaemon(true);
        return thread;
    });

    private CommandServer(Serving serving, ServerSocket socket) {
        this.serving = serving;
        this.socket = socket;
        this.endpoint = CommandEndpoint.at(socket.getLocalPort());
    }

    static CommandServer open(Serving serving) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        CommandServer server = new CommandServer(serving, socket);
        Thread listener = new Thread(server::listen, "door");
        listener.setDaemon(true);
        listener.start();
        server.endpoint.hang(serving.settings().workspace());
        return server;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                commands.execute(() -> serve(caller));
            } catch (IOException | RuntimeException closed) {
                if (!socket.isClosed()) {
                    LOG.warn("a caller at the door was lost", closed);
                }
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(GREETING_MILLIS);
            DataInputStream in = new DataInputStream(caller.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(caller.getOutputStream()));
            if (!isWelcome(in)) {
                LOG.warn("a caller at the door was refused");
                return;
            }
            out.writeByte(WELCOME);
            out.flush();
            Path directory = Path.of(in.readUTF());
            String actor = in.readUTF();
            boolean interactive = in.readBoolean();
            int count = in.readInt();
            if (count < 0 || count > MOST_ARGUMENTS) {
                throw new IOException("not a command line: " + count + " words");
            }
            List<String> arguments = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                arguments.add(in.readUTF());
            }
            int exit = run(new ClientRequest(directory, actor), interactive, arguments, out);
            synchronized (out) {
                out.writeByte(EXIT);
                out.writeInt(exit);
                out.flush();
            }
        } catch (IOException gone) {
            LOG.info("a caller went away: {}", gone.toString());
        }
    }

    private boolean isWelcome(DataInputStream in) throws IOException {
        boolean greets = in.readUTF().equals(GREETING);
        byte[] said = in.readUTF().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(said, endpoint.token().getBytes(StandardCharsets.UTF_8)) && greets;
    }

    private int run(ClientRequest caller, boolean interactive, List<String> arguments, DataOutputStream out) {
        PrintStream answers = stream(out, ANSWER);
        PrintStream messages = stream(out, MESSAGE);
        LOG.info("command of {}: {}", caller.actor(), arguments.isEmpty() ? "" : arguments.get(0));
        int exit = Xiangbao.execute(
                new Commands(
                        new Terminal(answers, messages, interactive),
                        serving.settings().clock(),
                        caller,
                        serving),
                arguments);
        answers.flush();
        messages.flush();
        return exit;
    }

    private static PrintStream stream(DataOutputStream out, byte kind) {
        return new PrintStream(new BufferedOutputStream(new Parcels(out, kind)), true, StandardCharsets.UTF_8);
    }

    /** One stream of several over one connection. A caller who went away stops nothing: the command goes on. */
    private static final class Parcels extends OutputStream {
        private final DataOutputStream out;
        private final byte kind;

        Parcels(DataOutputStream out, byte kind) {
            this.out = out;
            this.kind = kind;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (out) {
                out.writeByte(kind);
                out.writeInt(length);
                out.write(bytes, offset, length);
                out.flush();
            }
        }
    }

    /** Lets nobody in any more; commands that are under way go on. */
    @Override
    public void close() {
        try {
            endpoint.takeDown(serving.settings().workspace());
            socket.close();
        } catch (IOException failure) {
            LOG.warn("the door does not close", failure);
        }
        commands.shutdown();
    }

    /** Waits for the commands that are under way. */
    void awaitCommands(Duration patience) throws InterruptedException {
        if (!commands.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("a command did not end within {}", patience);
        }
    }
}
