package xiangbao.console;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.OptionalInt;

/** The caller's side of the {@link CommandServer}: has a command done by the process that serves. */
final class CommandClient {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int WELCOME_MILLIS = 10_000;

    private CommandClient() {}

    /** The exit code; nothing when nobody answers there or the token is not his. */
    static OptionalInt run(CommandEndpoint endpoint, ClientRequest caller, List<String> arguments, Terminal terminal) {
        try (Socket socket = new Socket()) {
            DataInputStream in;
            DataOutputStream out;
            try {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()), CONNECT_MILLIS);
                socket.setSoTimeout(WELCOME_MILLIS);
                in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
                out.writeUTF(CommandServer.GREETING);
                out.writeUTF(endpoint.token());
                out.flush();
                if (in.readByte() != CommandServer.WELCOME) {
                    return OptionalInt.empty();
                }
            } catch (IOException nobody) {
                return OptionalInt.empty();
            }
            socket.setSoTimeout(0);
            say(out, caller, arguments, terminal);
            return OptionalInt.of(listen(in, terminal));
        } catch (EOFException ended) {
            throw new UncheckedIOException(new IOException("常驻服务中途停止"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void say(DataOutputStream out, ClientRequest caller, List<String> arguments, Terminal terminal)
            throws IOException {
        out.writeUTF(caller.directory().toString());
        out.writeUTF(caller.actor());
        out.writeBoolean(terminal.interactive());
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            out.writeUTF(argument);
        }
        out.flush();
    }

    private static int listen(DataInputStream in, Terminal terminal) throws IOException {
        while (true) {
            byte kind = in.readByte();
            int number = in.readInt();
            if (kind == CommandServer.EXIT) {
                return number;
            }
            PrintStream stream = kind == CommandServer.ANSWER ? terminal.answers() : terminal.messages();
            stream.write(in.readNBytes(number), 0, number);
            stream.flush();
        }
    }
}
