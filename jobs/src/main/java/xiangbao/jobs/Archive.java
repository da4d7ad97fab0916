package xiangbao.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Keeps every submitted file under the SHA-256 of its bytes, and every configuration under its digest. */
final class Archive {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final AtomicLong temporaries = new AtomicLong();

    Archive(Path folder) {
        this.folder = folder;
    }

    Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Stores a file for good before it returns its SHA-256. */
    String store(Path source) throws IOException {
        Path temporary = folder.resolve(".incoming-" + temporaries.incrementAndGet());
        MessageDigest digest = Digests.sha256();
        try (InputStream in = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS);
                FileChannel out = FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        String sha256 = Digests.hex(digest);
        Path target = file(sha256);
        if (Files.exists(target)) {
            Files.delete(temporary);
        } else {
            Path shelf = folder.resolve(sha256.substring(0, 2));
            Files.createDirectories(shelf);
            Workspace.move(temporary, target);
            Workspace.forceFolder(shelf);
        }
        return sha256;
    }

    /** Forgets a file that must not be kept. */
    void forget(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    /** Keeps a copy of the configuration that a run was made with. */
    void storeConfiguration(Path config, String digest) throws IOException {
        Path shelf = folder.resolve("configuration");
        Path target = shelf.resolve(digest.replace("sha256:", ""));
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(shelf);
        Path temporary = target.resolveSibling(".incoming");
        Workspace.delete(temporary);
        Set<String> kept = Set.of("yaml", "yml", "csv", "json");
        try (Stream<Path> walk = Files.walk(config)) {
            for (Path one : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = one.getFileName().toString();
                if (kept.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    Path copy = temporary.resolve(config.relativize(one).toString());
                    Files.createDirectories(copy.resolveSibling("."));
                    Files.copy(one, copy);
                }
            }
        }
        Files.createDirectories(temporary);
        Workspace.move(temporary, target);
    }
}
