package xiangbao.jobs.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tools.jackson.core.JacksonException;
import xiangbao.jobs.store.StoreLoad;
import xiangbao.jobs.workspace.UnusableBackupException;

/**
 * Brings a backup back into an empty workspace and an empty database, of the kind that it came from or of the other: all of it or, when something fails,
 * none of it.
 */
public final class Restore {
    /** Where configuration and templates of a backup are laid when they differ from those in use. */
    public static final String BESIDE = "restored";

    private static final String MARK = "restore.unfinished";
    private static final String LOCK = "workspace.lock";

    private final BackupFile backup;
    private final Path workspace;
    private final StoreLoad store;

    private Restore(BackupFile backup, Path workspace, StoreLoad store) {
        this.backup = backup;
        this.workspace = workspace;
        this.store = store;
    }

    /** Looks at the file and the folder before any database is opened. */
    public static void examine(Path file, Path workspace) {
        refuseUnfinished(workspace);
        if (!isEmpty(workspace)) {
            throw new UnusableBackupException(
                    "工作目录“" + workspace + "”不是空的。恢复只能放进空的工作目录，以免盖掉现有的数据；请用 --workspace 指定一个新目录。");
        }
        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
        }
    }

    /** Refuses a workspace in which a restore was killed: what lies there is neither nothing nor all. */
    public static void refuseUnfinished(Path workspace) {
        if (Files.exists(mark(workspace))) {
            throw new UnusableBackupException(
                    "工作目录“" + workspace + "”里上一次恢复没有做完。请删除这个工作目录；用 MySQL 的，再把数据库清空（删库重建）；然后重新运行 restore。");
        }
    }

    private static boolean isEmpty(Path workspace) {
        if (!Files.exists(workspace)) {
            return true;
        }
        try (Stream<Path> walk = Files.walk(workspace)) {
            return walk.filter(one -> !Files.isDirectory(one))
                    .allMatch(one -> String.valueOf(one.getFileName()).equals(LOCK));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path mark(Path workspace) {
        return workspace.resolve("database").resolve(MARK);
    }

    /**
     * Restores a backup that {@link #examine} has passed, holding the workspace.
     *
     * @param config the configuration in use; what differs from it is laid beside
     * @param done is told the answer before the restored office may be used
     */
    public static BackupAnswer into(
            Path file, Path workspace, Path config, Path templates, DataSource source, Consumer<BackupAnswer> done) {
        StoreLoad store = StoreLoad.into(source);
        if (!store.isEmpty()) {
            throw new UnusableBackupException("数据库里已经有数据表。恢复只能放进空的数据库，以免盖掉现有的数据；请换一个空库。");
        }
        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
            BackupManifest manifest = backup.manifest();
            if (!store.knows(manifest.schema())) {
                throw new UnusableBackupException("备份由较新的乡报 " + manifest.program() + "（数据表第" + manifest.schema()
                        + "版）生成，本程序只认到第" + store.newestVersion() + "版。请先升级本程序再恢复。");
            }
            return new Restore(backup, workspace, store).restore(file, config, templates, done);
        }
    }

    private BackupAnswer restore(Path file, Path config, Path templates, Consumer<BackupAnswer> done) {
        try {
            mark();
            try {
                tables();
                files();
                boolean differs = configuration(config, templates);
                BackupAnswer answer = Backup.answer(file, backup.manifest());
                answer = differs ? withNote(answer) : answer;
                done.accept(answer);
                Files.delete(mark(workspace));
                Backup.forceFolder(workspace.resolve("database"));
                return answer;
            } catch (IOException | RuntimeException failure) {
                undo();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BackupAnswer withNote(BackupAnswer answer) {
        List<String> notes = new java.util.ArrayList<>(answer.notes());
        notes.add("备份里的配置或模板与现在用的不同，已放在“" + workspace.resolve(BESIDE) + "”里，没有改动现用的。要沿用备份时的，"
                + "请把其中的 config、templates 换过去，或用 --config \""
                + workspace.resolve(BESIDE).resolve("config") + "\"。");
        return new BackupAnswer(
                answer.file(),
                answer.size(),
                answer.madeAt(),
                answer.programVersion(),
                answer.database(),
                answer.rows(),
                answer.files(),
                notes);
    }

    private void mark() throws IOException {
        Files.createDirectories(workspace.resolve("database"));
        Files.writeString(mark(workspace), "restore\n", StandardCharsets.UTF_8);
        force(mark(workspace));
        Backup.forceFolder(workspace.resolve("database"));
    }

    private void tables() throws IOException {
        BackupManifest manifest = backup.manifest();
        store.migrate(manifest.schema());
        store.empty();
        Set<String> left = new HashSet<>(manifest.tables().keySet());
        for (String table : store.tables()) {
            if (!left.remove(table)) {
                continue;
            }
            String part = BackupFile.TABLES + table + BackupFile.TABLE_ENDING;
            try (InputStream in = backup.stream(part);
                    TableText.Reader rows = new TableText.Reader(in)) {
                long loaded = store.load(table, rows.columns(), rows);
                if (loaded != manifest.tables().getOrDefault(table, -1L)) {
                    throw new UnusableBackupException("备份中数据表 " + table + " 应有 "
                            + manifest.tables().get(table) + " 行，实有 " + loaded + " 行。没有恢复任何内容。");
                }
            } catch (JacksonException unreadable) {
                throw new UnusableBackupException("备份中数据表 " + table + " 读不出来。没有恢复任何内容。");
            }
        }
        if (!left.isEmpty()) {
            throw new UnusableBackupException(
                    "备份中有本程序不认识的数据表：" + String.join("、", new java.util.TreeSet<>(left)) + "。没有恢复任何内容。");
        }
        store.migrateOn();
        store.endWorkers();
    }

    private void files() throws IOException {
        for (BackupManifest.Part part : backup.manifest().parts()) {
            if (part.path().startsWith(BackupFile.WORKSPACE)) {
                extract(part, workspace.resolve(part.path().substring(BackupFile.WORKSPACE.length())));
            }
        }
    }

    private void extract(BackupManifest.Part part, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling("."));
        try (InputStream in = backup.stream(part.path())) {
            Files.copy(in, target);
        }
        force(target);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Lays configuration and templates beside when they are not what is in use; nothing in use is ever changed. */
    private boolean configuration(Path config, Path templates) throws IOException {
        if (same(BackupFile.CONFIG, config) && same(BackupFile.TEMPLATES, templates)) {
            return false;
        }
        for (BackupManifest.Part part : backup.manifest().parts()) {
            if (part.path().startsWith(BackupFile.CONFIG) || part.path().startsWith(BackupFile.TEMPLATES)) {
                extract(part, workspace.resolve(BESIDE).resolve(part.path()));
            }
        }
        return true;
    }

    private boolean same(String prefix, Path folder) throws IOException {
        Map<String, Path> files = Backup.files(folder);
        files.keySet().removeIf(name -> Secrets.isSettings(name.substring(name.lastIndexOf('/') + 1)));
        Set<String> seen = new HashSet<>();
        for (BackupManifest.Part part : backup.manifest().parts()) {
            if (!part.path().startsWith(prefix)) {
                continue;
            }
            String name = part.path().substring(prefix.length());
            if (Secrets.isSettings(name.substring(name.lastIndexOf('/') + 1))) {
                continue;
            }
            Path file = files.get(name);
            if (file == null || !part.sha256().equals(Backup.digest(file))) {
                return false;
            }
            seen.add(name);
        }
        return seen.equals(files.keySet());
    }

    /** The database was empty and the folder too: all that is in them now came from us. */
    private void undo() throws IOException {
        store.clear();
        try (Stream<Path> walk = Files.walk(workspace)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                // the database is open and the lock is held; whoever called us closes both
                if (!one.equals(workspace) && !one.startsWith(workspace.resolve("database"))) {
                    Files.deleteIfExists(one);
                }
            }
        }
        Files.deleteIfExists(mark(workspace));
    }

    /** After a failure, with everything closed: takes away what opening an embedded database left, and the folders that were not there before. */
    public static void leaveNothing(Path workspace, boolean fresh) {
        try (Stream<Path> walk = Files.walk(workspace)) {
            for (Path one : walk.sorted(Comparator.reverseOrder()).toList()) {
                boolean ours = one.startsWith(workspace.resolve("database")) && !Files.isDirectory(one);
                boolean lock = String.valueOf(one.getFileName()).equals(LOCK);
                if (ours && (fresh || !lock) || fresh && Files.isDirectory(one)) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException left) {
            // the failure itself is what the operator must know; a folder that is left is empty, and a half restore
            // bears its mark
        }
    }
}
