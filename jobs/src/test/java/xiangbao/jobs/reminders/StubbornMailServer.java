package xiangbao.jobs.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A mail server that refuses {@code nobody@…}, and hangs up after the letter to {@code hangup@…}. */
final class StubbornMailServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());

    StubbornMailServer() throws IOException {
        Thread thread = new Thread(this::listen, "stubborn mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whom a letter was taken for, in the order in which they came. */
    List<String> delivered() {
        return List.copyOf(delivered);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                converse(caller);
            } catch (IOException gone) {
                // the caller hung up, or the test is over
            }
        }
    }

    private void converse(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 ready");
        List<String> recipients = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                String address = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                if (address.startsWith("nobody@")) {
                    say(out, "550 5.1.1 no such user");
                } else {
                    recipients.add(address);
                    say(out, "250 ok");
                }
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the letter
                }
                delivered.addAll(recipients);
                if (recipients.stream().anyMatch(address -> address.startsWith("hangup@"))) {
                    return;
                }
                recipients.clear();
                say(out, "250 taken");
            } else if (command.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
