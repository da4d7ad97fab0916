package xiangbao.jobs.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import xiangbao.jobs.workspace.UnusableBackupException;

/** A finished backup, opened for reading; everything in it is checked before anything of it is used. */
final class BackupFile implements AutoCloseable {
    static final String TABLES = "database/";
    static final String WORKSPACE = "workspace/";
    static final String CONFIG = "config/";
    static final String TEMPLATES = "templates/";
    static final String TABLE_ENDING = ".jsonl";

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableBackupException("没有找到备份文件“" + file + "”。");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException damaged) {
            throw damaged(file, "打不开，可能没有拷贝完整");
        }
        try {
            ZipEntry entry = zip.getEntry(BackupManifest.NAME);
            if (entry == null) {
                throw damaged(file, "里面没有清单（" + BackupManifest.NAME + "），不是乡报的备份");
            }
            BackupManifest manifest;
            try (InputStream in = zip.getInputStream(entry)) {
                manifest = BackupManifest.read(in);
            }
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new UnusableBackupException("备份“" + file + "”的格式是第" + manifest.format() + "版，本程序只认第"
                        + BackupManifest.FORMAT + "版。它由乡报 " + manifest.program() + " 生成，请用相应的版本恢复。");
            }
            return new BackupFile(file, zip, manifest);
        } catch (IOException | JacksonException | java.time.DateTimeException unreadable) {
            close(zip);
            throw damaged(file, "清单读不出来");
        } catch (RuntimeException refused) {
            close(zip);
            throw refused;
        }
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException nothingLost) {
            // only read
        }
    }

    private static UnusableBackupException damaged(Path file, String why) {
        return new UnusableBackupException("备份“" + file + "”" + why + "。没有恢复任何内容，请换一份完好的备份。");
    }

    BackupManifest manifest() {
        return manifest;
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads every part and holds it against the list of contents. */
    void verify() {
        Set<String> listed = new HashSet<>();
        for (BackupManifest.Part part : manifest.parts()) {
            if (!isSafe(part.path()) || !listed.add(part.path())) {
                throw damaged(file, "的清单里有不该有的名字“" + part.path() + "”");
            }
            MessageDigest digest = sha256();
            long size;
            try (InputStream in = new DigestInputStream(stream(part.path()), digest)) {
                size = in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException failure) {
                throw damaged(file, "中的“" + part.path() + "”读不出来");
            }
            if (size != part.size()
                    || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw damaged(file, "中的“" + part.path() + "”与清单的校验值不符");
            }
        }
        for (String table : manifest.tables().keySet()) {
            if (!listed.contains(TABLES + table + TABLE_ENDING)) {
                throw damaged(file, "里缺少数据表 " + table);
            }
        }
        listed.add(BackupManifest.NAME);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!listed.contains(entry.getName())) {
                throw damaged(file, "里多出了“" + entry.getName() + "”");
            }
        }
    }

    /** A part lands below its folder or nowhere. */
    private static boolean isSafe(String path) {
        if (path.startsWith("/") || path.contains("\\") || path.contains(":") || path.indexOf('\0') >= 0) {
            return false;
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return path.startsWith(TABLES)
                || path.startsWith(WORKSPACE)
                || path.startsWith(CONFIG)
                || path.startsWith(TEMPLATES);
    }

    InputStream stream(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw damaged(file, "里缺少“" + path + "”");
        }
        return zip.getInputStream(entry);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        close(zip);
    }
}
