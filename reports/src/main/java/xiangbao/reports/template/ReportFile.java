package xiangbao.reports.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is handed out: has a name that Windows allows, and is never seen half written. */
public final class ReportFile {
    private ReportFile() {}

    /** Without what Windows does not allow in a file name. */
    public static String name(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    /** Written beside its place and moved there. */
    public static Path put(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
