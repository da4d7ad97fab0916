package xiangbao.jobs.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.worker.TemporaryFiles;
import xiangbao.jobs.workspace.Digests;
import xiangbao.jobs.workspace.Workspace;

/**
 * Keeps, for a day, files that were taken although their end could not be seen. Whoever is still writing such a file has it open and goes on writing into it,
 * wherever it was moved: what comes after we have read it makes it a new file, which goes back into the inbox.
 */
final class LateBytes {
    private static final Logger LOG = LoggerFactory.getLogger(LateBytes.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private record Looked(InboxWatch.Sample sample, boolean changed) {}

    private final Workspace workspace;
    private final Manifest manifest;
    private final Map<Path, Looked> looked = new ConcurrentHashMap<>();

    LateBytes(Workspace workspace, Manifest manifest) {
        this.workspace = workspace;
        this.manifest = manifest;
    }

    /** Keeps a place for a file of a claim; with it, the file outlives the end of the claim. */
    void reserve(long claim, String path) throws IOException {
        Path place = place(claim, path);
        Files.createDirectories(place.resolveSibling("."));
        Files.write(place, new byte[0]);
    }

    /** Puts a file of a claim that has been read into its place; deletes it when it has none. */
    void putAway(long claim, String path, Path file) throws IOException {
        Path place = place(claim, path);
        if (Files.exists(place)) {
            Workspace.move(file, place);
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** A file went another way: it needs no place any more. */
    void release(long claim, String path) throws IOException {
        Files.deleteIfExists(place(claim, path));
    }

    private Path place(long claim, String path) {
        return workspace.late().resolve(Long.toString(claim)).resolve(path);
    }

    /** Whether bytes have come since. */
    boolean any() throws IOException {
        for (Path folder : claims()) {
            for (Map.Entry<String, Path> one : Delivery.ours(folder).entrySet()) {
                if (hasChanged(claim(folder), one.getKey(), one.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Gives back to the inbox what has changed, and forgets what has not for a day.
     *
     * @param probe a file of ours beside the inbox, made and deleted to learn the time
     */
    void look(Path probe) throws IOException {
        List<Path> claims = claims();
        if (claims.isEmpty()) {
            return;
        }
        StillTime time = StillTime.by(probe);
        for (Path folder : claims) {
            long claim = claim(folder);
            if (manifest.isUnfinished(claim)) {
                continue;
            }
            for (Map.Entry<String, Path> one : Delivery.ours(folder).entrySet()) {
                if (hasChanged(claim, one.getKey(), one.getValue())) {
                    LOG.info("{} has grown since it was read: it is a new file", one.getKey());
                    Intake.move(one.getValue(), workspace.inbox(), one.getKey());
                } else if (time.isAtLeast(KEPT, one.getValue())) {
                    Files.deleteIfExists(one.getValue());
                }
            }
        }
        Workspace.deleteEmpty(workspace.late());
        looked.keySet().removeIf(file -> !Files.exists(file));
    }

    private List<Path> claims() throws IOException {
        return TemporaryFiles.list(workspace.late()).stream()
                .filter(folder -> folder.getFileName().toString().matches("\\d{1,18}"))
                .toList();
    }

    private static long claim(Path folder) {
        return Long.parseLong(folder.getFileName().toString());
    }

    private boolean hasChanged(long claim, String path, Path file) throws IOException {
        InboxWatch.Sample sample;
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            sample = new InboxWatch.Sample(attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException gone) {
            return false;
        }
        Looked before = looked.get(file);
        if (before != null && before.sample().equals(sample)) {
            return before.changed();
        }
        if (manifest.isUnfinished(claim)) {
            // only its place is there
            return false;
        }
        Map<String, String> digests = new HashMap<>();
        manifest.files(claim).forEach(row -> digests.put(row.path(), String.valueOf(row.sha256())));
        boolean changed = sample.size() > 0 && !sha256(file).equals(digests.get(path));
        looked.put(file, new Looked(sample, changed));
        return changed;
    }

    /** Whether a file of a claim is still what was archived. */
    static boolean isAsRead(Path file, ManifestRow row) throws IOException {
        return sha256(file).equals(row.sha256());
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Digests.hex(digest);
    }
}
