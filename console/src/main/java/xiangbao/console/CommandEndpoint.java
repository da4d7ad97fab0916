package xiangbao.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import xiangbao.jobs.workspace.OwnerOnly;

/**
 * {@code database/serve.door}: where the process that holds a workspace takes commands. Who can read the file may give commands, so only its owner can.
 *
 * @param port on the loopback interface
 * @param token what a caller has to say first
 * @param pid of the process
 */
record CommandEndpoint(int port, String token, long pid) {
    private static final String NAME = "serve.door";
    private static final int TOKEN_BYTES = 32;

    static CommandEndpoint at(int port) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new CommandEndpoint(
                port, HexFormat.of().formatHex(token), ProcessHandle.current().pid());
    }

    private static Path file(Path workspace) {
        return workspace.resolve("database").resolve(NAME);
    }

    /** Hangs it up whole and unreadable for others from its first moment. */
    void hang(Path workspace) throws IOException {
        Path file = file(workspace);
        Path temporary = file.resolveSibling(NAME + ".tmp");
        Files.deleteIfExists(temporary);
        OwnerOnly.file(temporary);
        Files.writeString(
                temporary, "port=" + port + "\ntoken=" + token + "\npid=" + pid + "\n", StandardCharsets.US_ASCII);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException unsupported) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes it down, if it is still this one. */
    void takeDown(Path workspace) throws IOException {
        if (read(workspace).filter(this::equals).isPresent()) {
            Files.deleteIfExists(file(workspace));
        }
    }

    /** The plate of a process that lives; nothing where there is none, or where it is left from a dead one. */
    static Optional<CommandEndpoint> read(Path workspace) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file(workspace), StandardCharsets.US_ASCII)) {
                int sign = line.indexOf('=');
                if (sign > 0) {
                    values.put(line.substring(0, sign), line.substring(sign + 1));
                }
            }
            CommandEndpoint endpoint = new CommandEndpoint(
                    Integer.parseInt(values.getOrDefault("port", "")),
                    values.getOrDefault("token", ""),
                    Long.parseLong(values.getOrDefault("pid", "")));
            boolean alive =
                    ProcessHandle.of(endpoint.pid()).map(ProcessHandle::isAlive).orElse(false);
            return alive && !endpoint.token().isEmpty() ? Optional.of(endpoint) : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "port " + port + " of process " + pid;
    }
}
