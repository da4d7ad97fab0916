package xiangbao.jobs.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One process works in a workspace at a time. The operating system frees the lock of a process that dies. */
public final class WorkspaceLock implements AutoCloseable {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    public static WorkspaceLock take(Workspace workspace, Duration patience) {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    workspace.database().resolve("workspace.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        long attempts = 1 + patience.toMillis() / BETWEEN_ATTEMPTS.toMillis();
        try {
            for (long attempt = 1; attempt <= attempts; attempt++) {
                if (lock(channel) != null) {
                    return new WorkspaceLock(channel);
                }
                if (attempt < attempts) {
                    Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
                }
            }
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new WorkspaceBusyException(workspace.root());
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByUs) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
