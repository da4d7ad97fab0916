package xiangbao.jobs.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which names are submissions. */
final class InboxNames {
    /** What browsers, file transfers and cloud disks append until all is there. */
    private static final List<String> PARTIAL = List.of(
            ".tmp",
            ".temp",
            ".part",
            ".partial",
            ".filepart",
            ".crdownload",
            ".opdownload",
            ".fdmdownload",
            ".download",
            ".downloading",
            ".xltd",
            ".td",
            ".td.cfg",
            ".aria2",
            ".!ut",
            ".!qb",
            ".!bt",
            ".bc!",
            ".jc!",
            ".uploading");
    /** What editors keep of the state before. */
    private static final List<String> SPARE = List.of(".bak", ".xlk", ".wbk", ".asd", ".swp", "~");

    private static final List<String> SYSTEM =
            List.of("thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "__macosx");

    private InboxNames() {}

    /** Explains a folder to its reader; is never said to be ignored. */
    static boolean isExplanation(String name) {
        return name.equalsIgnoreCase("README.md");
    }

    /** Why a file or folder of this name is no submission: left behind by a spreadsheet, a download or the system. Empty when it may be one. */
    static Optional<NotTaken> objection(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("~$") || lower.startsWith(".~") || lower.startsWith("~wr")) {
            return Optional.of(NotTaken.LOCK);
        }
        if (PARTIAL.stream().anyMatch(lower::endsWith)) {
            return Optional.of(NotTaken.PARTIAL);
        }
        if (lower.startsWith(".") || SYSTEM.contains(lower)) {
            return Optional.of(NotTaken.SYSTEM);
        }
        return SPARE.stream().anyMatch(lower::endsWith) ? Optional.of(NotTaken.SPARE) : Optional.empty();
    }
}
