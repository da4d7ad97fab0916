package xiangbao.jobs;

import java.util.Locale;

/** Which names are submissions. */
final class InboxNames {
    private InboxNames() {}

    /** Explains a folder to its reader; is never said to be ignored. */
    static boolean isExplanation(String name) {
        return name.equalsIgnoreCase("README.md");
    }

    /** Left behind by a spreadsheet, a download or the system. */
    static boolean isTransient(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.startsWith("~$")
                || lower.startsWith("~wr")
                || lower.endsWith(".tmp")
                || lower.endsWith(".part")
                || lower.endsWith(".crdownload")
                || lower.endsWith("~")
                || lower.equals("thumbs.db")
                || lower.equals("desktop.ini");
    }
}
