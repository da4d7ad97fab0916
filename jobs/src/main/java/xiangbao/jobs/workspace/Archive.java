package xiangbao.jobs.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.readers.config.units.ContactsReader;

/** Keeps every submitted file under the SHA-256 of its bytes, and every configuration under its digest. */
public final class Archive {
    private static final Set<String> KEPT = Set.of("yaml", "yml", "csv", "json", "xlsx", "docx");
    /** Names end by what a workbook begins with: a packed one, or one of the old format, which .et of WPS is too. */
    private static final Map<String, String> OPENED = Map.of("504b", ".xlsx", "d0cf", ".xls");

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Supplier<String> mark;
    private final AtomicLong temporaries = new AtomicLong();

    public Archive(Path folder) {
        this(folder, () -> "");
    }

    /** @param mark tells whose a temporary file is */
    public Archive(Path folder, Supplier<String> mark) {
        this.folder = folder;
        this.mark = mark;
    }

    public Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Stores a file for good before it returns its SHA-256. */
    public String store(Path source) throws IOException {
        Path temporary = folder.resolve(".incoming" + mark.get() + "-" + temporaries.incrementAndGet());
        try {
            return store(source, temporary);
        } finally {
            // on a full disk, half a file takes the room that others need
            Files.deleteIfExists(temporary);
        }
    }

    private String store(Path source, Path temporary) throws IOException {
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
        if (!Files.exists(target)) {
            Path shelf = folder.resolve(sha256.substring(0, 2));
            Files.createDirectories(shelf);
            Workspace.move(temporary, target);
            Workspace.forceFolder(shelf);
        }
        return sha256;
    }

    /** Forgets a file that must not be kept. */
    public void forget(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
        for (String ending : OPENED.values()) {
            Path copy = file(sha256 + ending);
            if (Files.exists(copy)) {
                writable(copy);
                Files.delete(copy);
            }
        }
    }

    /**
     * A copy that a person may open: with the ending by which a spreadsheet knows it, and read-only, so that nobody changes what was submitted by saving
     * it. Empty where the file is not kept, or is no workbook.
     */
    public Optional<Path> openable(String sha256) throws IOException {
        Path original = file(sha256);
        if (!Files.isRegularFile(original)) {
            return Optional.empty();
        }
        String ending = OPENED.get(beginning(original));
        if (ending == null) {
            return Optional.empty();
        }
        Path copy = file(sha256 + ending);
        if (!Files.exists(copy) || Files.size(copy) != Files.size(original)) {
            Path temporary = folder.resolve(".incoming" + mark.get() + "-" + temporaries.incrementAndGet());
            try {
                Files.copy(original, temporary, StandardCopyOption.REPLACE_EXISTING);
                if (Files.exists(copy)) {
                    writable(copy);
                }
                Workspace.move(temporary, copy);
            } finally {
                Files.deleteIfExists(temporary);
            }
            if (!copy.toFile().setReadOnly()) {
                LOG.warn("{} could not be made read-only", copy);
            }
        }
        return Optional.of(copy);
    }

    private static void writable(Path file) {
        if (!file.toFile().setWritable(true)) {
            LOG.warn("{} could not be made writable", file);
        }
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(in.readNBytes(2));
        }
    }

    /** Where the configuration of a digest is kept. */
    Path configuration(String digest) {
        return folder.resolve("configuration").resolve(plain(digest));
    }

    /** Where the report templates of a digest are kept. */
    Path templates(String digest) {
        return folder.resolve("templates").resolve(plain(digest));
    }

    private static String plain(String digest) {
        return digest.isEmpty() ? "unknown" : digest.replace("sha256:", "");
    }

    /** Keeps a copy of the configuration that a run was made with. */
    void storeConfiguration(Path config, String digest) throws IOException {
        keep(config, configuration(digest));
    }

    /** Keeps a copy of the templates that a run is printed with. */
    void storeTemplates(Path templates, String digest) throws IOException {
        keep(templates, templates(digest));
    }

    private static void keep(Path source, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        // two processes may keep the same one at the same time
        Path temporary = target.resolveSibling(".incoming-" + UUID.randomUUID());
        Files.createDirectories(temporary);
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path one : walk.filter(Files::isRegularFile)
                    .filter(Archive::isKept)
                    .sorted()
                    .toList()) {
                Path copy = temporary.resolve(source.relativize(one).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(one, copy);
                Workspace.force(copy);
            }
        }
        try {
            Workspace.move(temporary, target);
        } catch (IOException failure) {
            Workspace.delete(temporary);
            if (!Files.exists(target)) {
                throw failure;
            }
        }
        Workspace.forceFolder(target.resolveSibling("."));
    }

    /** Definitions and templates are kept; the application's own settings, which may hold passwords, are not, nor are people's addresses. */
    static boolean isKept(Path file) {
        String name = file.getFileName().toString();
        return KEPT.contains(name.substring(name.lastIndexOf('.') + 1))
                && !name.startsWith("application")
                && !name.equals(ContactsReader.FILE)
                && !name.startsWith(".")
                && !name.startsWith("~");
    }
}
