package xiangbao.jobs.backup;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import xiangbao.jobs.store.Snapshot;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.workspace.UnusableBackupException;

/**
 * Puts all that an office knows into one file, while others work.
 *
 * <p>The database comes first, as it was at one instant; then the files. A file that the database names was in the archive before it was named there and
 * never leaves it, so the later copy of the archive holds it. What the snapshot has as taken but not yet read lies in {@code inbox/.claimed}; where the
 * intake has archived and deleted it meanwhile, its bytes are fetched from the archive and put back where the snapshot expects them. What was taken after
 * the snapshot goes back into the inbox: the restored office takes it again. So every file is in the backup, and the restored office continues from that
 * instant.
 */
final class Backup {
    private static final Set<String> NOT_COPIED =
            Set.of("inbox", "database", "forms", "reminders", "exports", "logs", Restore.BESIDE);
    private static final Pattern RUN_FOLDER = Pattern.compile("reports/([^/]+)/第(\\d+)次/.*");

    /** What the intake knows at this moment, beside the snapshot. */
    public interface Intake {
        /** The claims with larger numbers than this one. */
        List<Long> claimsAfter(long claim);

        /** All files of a claim, as the manifest has them now. */
        List<ManifestRow> files(long claim);

        /** The bytes of a file in the archive. */
        Path archived(String sha256);
    }

    /**
     * What to back up.
     *
     * @param schema version of the tables
     * @param action number of the line in the operator log that says so; the backup does not hold it, because there it would have no end
     */
    record Order(
            Path file,
            Path workspace,
            Path config,
            Path templates,
            String program,
            String schema,
            LocalDateTime now,
            long action) {}

    private final Order order;
    private final DataSource source;
    private final Intake intake;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> tables = new LinkedHashMap<>();

    private Backup(Order order, DataSource source, Intake intake) {
        this.order = order;
        this.source = source;
        this.intake = intake;
    }

    /** Takes a backup; the file appears when it is complete and was read back. */
    public static BackupAnswer take(Order order, DataSource source, Intake intake) {
        try {
            return new Backup(order, source, intake).take();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BackupAnswer take() throws IOException {
        Path file = order.file();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableBackupException("“" + file + "”已经存在。备份从不覆盖旧文件，请换一个文件名。");
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UnusableBackupException("没有文件夹“" + folder + "”，请先建立。");
        }
        if (file.toAbsolutePath().normalize().startsWith(order.workspace())) {
            throw new UnusableBackupException("备份不能放在工作目录“" + order.workspace() + "”里面，请放到别处，最好是另一块硬盘。");
        }
        Path temporary = folder.resolve("." + file.getFileName() + ".part");
        Path still = folder.resolve("." + file.getFileName() + ".file");
        try {
            BackupManifest manifest;
            try (BackupWriter writer = new BackupWriter(temporary)) {
                manifest = write(writer, still);
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            try (BackupFile written = BackupFile.open(temporary)) {
                written.verify();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            return answer(file, manifest);
        } finally {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(still);
        }
    }

    static BackupAnswer answer(Path file, BackupManifest manifest) throws IOException {
        return new BackupAnswer(
                file,
                Files.size(file),
                manifest.madeAt(),
                manifest.program(),
                manifest.database(),
                manifest.rows(),
                manifest.files(),
                manifest.notes());
    }

    private BackupManifest write(BackupWriter writer, Path still) throws IOException {
        String database;
        try (Snapshot snapshot = Snapshot.of(source)) {
            database = snapshot.product();
            for (String table : snapshot.tables()) {
                writer.part(BackupFile.TABLES + table + BackupFile.TABLE_ENDING, out -> {
                    try (TableText.Writer rows = new TableText.Writer(out, this::keeps)) {
                        snapshot.read(table, rows);
                        tables.put(table, rows.count());
                    }
                });
            }
            copyFolders(writer, snapshot);
            waiting(writer, still);
            taken(writer, snapshot);
        }
        configuration(writer, order.config(), BackupFile.CONFIG);
        configuration(writer, order.templates(), BackupFile.TEMPLATES);
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                order.program(),
                order.schema(),
                order.now(),
                database,
                tables,
                notes,
                writer.parts());
        writer.finish(manifest);
        return manifest;
    }

    private boolean keeps(List<String> columns, @org.jspecify.annotations.Nullable String[] row) {
        return !columns.contains("begun_by") || !String.valueOf(order.action()).equals(row[columns.indexOf("id")]);
    }

    /** Archive, returns, reports and whatever else lies in the workspace. */
    private void copyFolders(BackupWriter writer, Snapshot snapshot) throws IOException {
        List<Path> folders;
        try (java.util.stream.Stream<Path> list = Files.list(order.workspace())) {
            folders = list.filter(Files::isDirectory).sorted().toList();
        }
        for (Path folder : folders) {
            String name = String.valueOf(folder.getFileName());
            if (name.startsWith(".") || NOT_COPIED.contains(name)) {
                continue;
            }
            for (Map.Entry<String, Path> one : files(folder).entrySet()) {
                String path = name + "/" + one.getKey();
                Matcher run = RUN_FOLDER.matcher(path);
                boolean later = run.matches() && Integer.parseInt(run.group(2)) > snapshot.lastRun(run.group(1));
                // settings with a password may lie in the archive of an earlier version
                if (later || Secrets.isSettings(one.getValue().getFileName().toString())) {
                    continue;
                }
                copy(writer, path, one.getValue());
            }
        }
    }

    private void copy(BackupWriter writer, String path, Path file) throws IOException {
        String part = BackupFile.WORKSPACE + path;
        if (!writer.file(part, file)) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        if (path.startsWith("archive/")
                && name.matches("[0-9a-f]{64}")
                && path.equals("archive/" + name.substring(0, 2) + "/" + name)
                && !name.equals(writer.sha256(part))) {
            notes.add("原件 " + path + " 的内容与它的 SHA-256 不符，可能已经损坏，请从更早的备份中找回。");
        }
    }

    /** What waits in the inbox and is not being written at this moment. */
    private void waiting(BackupWriter writer, Path still) throws IOException {
        Path inbox = order.workspace().resolve("inbox");
        for (Map.Entry<String, Path> one : files(inbox).entrySet()) {
            try {
                BasicFileAttributes before = Files.readAttributes(one.getValue(), BasicFileAttributes.class);
                Files.copy(one.getValue(), still, StandardCopyOption.REPLACE_EXISTING);
                BasicFileAttributes after = Files.readAttributes(one.getValue(), BasicFileAttributes.class);
                if (before.size() != after.size()
                        || !before.lastModifiedTime().equals(after.lastModifiedTime())
                        || Files.size(still) != after.size()) {
                    notes.add("收件夹里的“" + one.getKey() + "”正在写入，没有放进备份。");
                    continue;
                }
            } catch (NoSuchFileException takenMeanwhile) {
                continue;
            }
            writer.file(BackupFile.WORKSPACE + "inbox/" + one.getKey(), still);
        }
    }

    /** What was taken out of the inbox and, as the snapshot sees it, not yet read. */
    private void taken(BackupWriter writer, Snapshot snapshot) throws IOException {
        Path claimed = order.workspace().resolve("inbox").resolve(".claimed");
        Set<Long> claims = new TreeSet<>(snapshot.unfinishedClaims());
        Set<Long> later = new TreeSet<>();
        // the folders first: a claim that opens after this look takes what waiting() has copied, or what came after the
        // backup
        if (Files.isDirectory(claimed)) {
            try (java.util.stream.Stream<Path> list = Files.list(claimed)) {
                list.map(folder -> String.valueOf(folder.getFileName()))
                        .filter(name -> name.matches("\\d{1,9}"))
                        .map(Long::valueOf)
                        .filter(claim -> !snapshot.hasClaim(claim))
                        .forEach(later::add);
            }
        }
        // numbers are given before they are seen: a somewhat smaller one may have come to light since
        intake.claimsAfter(snapshot.lastClaim() - 100).stream()
                .filter(claim -> !snapshot.hasClaim(claim))
                .forEach(later::add);
        for (long claim : claims) {
            for (Map.Entry<String, Path> one :
                    ofClaim(claimed.resolve(Long.toString(claim)), claim).entrySet()) {
                put(writer, "inbox/.claimed/" + claim + "/" + one.getKey(), one.getValue(), claim, one.getKey());
            }
        }
        for (long claim : later) {
            for (Map.Entry<String, Path> one :
                    ofClaim(claimed.resolve(Long.toString(claim)), claim).entrySet()) {
                put(writer, "inbox/" + one.getKey(), one.getValue(), claim, one.getKey());
            }
        }
    }

    /** The files of a claim, wherever they are by now. */
    private Map<String, Path> ofClaim(Path folder, long claim) throws IOException {
        Map<String, Path> found = new TreeMap<>(files(folder));
        for (ManifestRow row : intake.files(claim)) {
            if (row.sha256() != null) {
                found.putIfAbsent(row.path(), intake.archived(row.sha256()));
            }
        }
        return found;
    }

    private void put(BackupWriter writer, String wanted, Path file, long claim, String path) throws IOException {
        String part = BackupFile.WORKSPACE + wanted;
        String known = writer.sha256(part);
        for (int number = 2; known != null; number++) {
            if (known.equals(digest(file))) {
                return; // seen in the inbox a moment ago
            }
            int dot = wanted.lastIndexOf('.') > wanted.lastIndexOf('/') ? wanted.lastIndexOf('.') : wanted.length();
            part = BackupFile.WORKSPACE + wanted.substring(0, dot) + "（" + number + "）" + wanted.substring(dot);
            known = writer.sha256(part);
        }
        if (writer.file(part, file)) {
            return;
        }
        // archived and deleted since we looked
        for (ManifestRow row : intake.files(claim)) {
            if (row.path().equals(path) && row.sha256() != null) {
                // absent where it named persons and was not kept
                writer.file(part, intake.archived(row.sha256()));
            }
        }
    }

    static String digest(Path file) throws IOException {
        java.security.MessageDigest digest = BackupFile.sha256();
        try (java.io.InputStream in = new java.security.DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (NoSuchFileException gone) {
            return "";
        }
        return java.util.HexFormat.of().formatHex(digest.digest());
    }

    private void configuration(BackupWriter writer, Path folder, String prefix) throws IOException {
        for (Map.Entry<String, Path> one : files(folder).entrySet()) {
            Path file = one.getValue();
            if (Secrets.isSettings(String.valueOf(file.getFileName())) && Secrets.in(file)) {
                notes.add("“" + one.getKey() + "”里写有口令，没有放进备份，请另行保管。口令最好改用环境变量给出。");
                continue;
            }
            writer.file(prefix + one.getKey(), file);
        }
    }

    /** The files below a folder by their paths; hidden ones are nobody's yet, and links lead elsewhere. */
    static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) {
                return !one.equals(folder) && hidden(one) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !hidden(one)) {
                    found.put(folder.relativize(one).toString().replace(File.separatorChar, '/'), one);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path one, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // moved on meanwhile
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path one, @org.jspecify.annotations.Nullable IOException failure)
                    throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean hidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }

    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows opens no folders; it writes names through by itself
        }
    }
}
