package xiangbao.jobs.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/**
 * For how long nothing has happened to files, by the clock of their own file system: it stamps the last change, and a probe that is written now. Ours may go
 * differently. When content, name or place last changed counts, not only the time of the content, which a copy takes over from its original.
 */
final class StillTime {
    private final FileTime now;

    private StillTime(FileTime now) {
        this.now = now;
    }

    /** @param probe a file on the same file system, which is made and deleted */
    static StillTime by(Path probe) throws IOException {
        Files.createDirectories(probe.resolveSibling("."));
        try {
            Files.write(probe, new byte[] {1});
            return new StillTime(changed(probe));
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    boolean isAtLeast(Duration time, Path file) throws IOException {
        return Duration.between(changed(file).toInstant(), now.toInstant()).compareTo(time) >= 0;
    }

    private static FileTime changed(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        FileTime content = attributes.lastModifiedTime();
        FileTime arrival = Files.getFileStore(file).supportsFileAttributeView("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                : attributes.creationTime();
        return arrival.compareTo(content) > 0 ? arrival : content;
    }
}
