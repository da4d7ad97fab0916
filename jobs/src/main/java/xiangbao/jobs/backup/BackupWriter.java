package xiangbao.jobs.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.workspace.OwnerOnly;

/** Writes the parts of a backup one after the other and remembers the digest of each. */
final class BackupWriter implements AutoCloseable {
    /** Fills a part. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final List<BackupManifest.Part> parts = new ArrayList<>();
    private final Map<String, String> digests = new HashMap<>();

    BackupWriter(Path file) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(open(file), 1 << 16));
        // most of it are workbooks, which are compressed already
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** A backup holds what the database holds. */
    private static OutputStream open(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.newOutputStream(OwnerOnly.file(file));
    }

    List<BackupManifest.Part> parts() {
        return parts;
    }

    /** The digest of a part that was written; null without such a part. */
    @Nullable
    String sha256(String path) {
        return digests.get(path);
    }

    void part(String path, Content content) throws IOException {
        MessageDigest digest = BackupFile.sha256();
        Counting counting = new Counting(zip);
        zip.putNextEntry(new ZipEntry(path));
        DigestOutputStream out = new DigestOutputStream(counting, digest);
        content.write(out);
        out.flush();
        zip.closeEntry();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        parts.add(new BackupManifest.Part(path, counting.bytes, sha256));
        digests.put(path, sha256);
    }

    /** Writes a file as a part; a file that has gone is no part, and the answer is false. */
    boolean file(String path, Path file) throws IOException {
        InputStream in;
        try {
            in = Files.newInputStream(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        }
        try (in) {
            part(path, in::transferTo);
        }
        return true;
    }

    /** The list of contents comes last: a backup without it is not complete. */
    void finish(BackupManifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        manifest.write(zip);
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what passes, and keeps the archive open when a part is closed. */
    private static final class Counting extends OutputStream {
        private final OutputStream to;
        private long bytes;

        Counting(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            to.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            to.write(buffer, offset, length);
            bytes += length;
        }

        @Override
        public void close() {}
    }
}
