package xiangbao.jobs.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import xiangbao.jobs.store.WorkspaceRecord;

/**
 * Holds a database that several processes share to the one workspace that its rows are about: with another one, files and figures would part for ever.
 */
public final class WorkspaceRegistration {
    private final Workspace workspace;
    private final WorkspaceRecord record;

    WorkspaceRegistration(Workspace workspace, WorkspaceRecord record) {
        this.workspace = workspace;
        this.record = record;
    }

    public void verify() {
        try {
            Optional<String> noted = record.identity();
            if (noted.isPresent() && !Files.exists(file())) {
                refuse();
            }
            String own = own();
            if (!noted.orElseGet(() -> record.adopt(own)).equals(own)) {
                refuse();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void refuse() {
        throw new TroubleException(
                "这个数据库属于另一个工作目录，不是“" + workspace.root() + "”。一个数据库只能配一个工作目录：请用 --workspace 指明原来的工作目录，或换一个空的数据库；"
                        + "如果是把整个工作目录搬了家，请把原目录里的 " + workspace.relative(file()) + " 一起搬来。",
                null);
    }

    Path file() {
        return workspace.database().resolve("workspace.id");
    }

    /** The workspace's own, made when it has none; two processes may start at once. */
    private String own() throws IOException {
        Path file = file();
        String fresh = UUID.randomUUID().toString();
        try {
            Files.writeString(file, fresh, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
            Workspace.force(file);
            return fresh;
        } catch (FileAlreadyExistsException there) {
            for (int attempt = 0; attempt < 20; attempt++) {
                String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
                if (text.length() == fresh.length()) {
                    return text;
                }
                pause();
            }
            // whoever made it died before he could write it
            Files.writeString(file, fresh, StandardCharsets.US_ASCII);
            return fresh;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
