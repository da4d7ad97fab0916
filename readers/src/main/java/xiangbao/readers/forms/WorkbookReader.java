package xiangbao.readers.forms;

import java.nio.file.Path;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.ReadWorkbook;

/** Reads a workbook into its submissions, by the forms and units of the definitions. Immutable; safe for many threads. */
public final class WorkbookReader {
    private final Definitions definitions;

    public WorkbookReader(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Opens the file and recognises the forms in it.
     *
     * @param inboxPath the path below the inbox with forward slashes, such as {@code 伍市镇/2026年三季度报表.xlsx}; its folder and file names are hints for
     *     unit and period that must not contradict the sheet
     */
    public ReadWorkbook read(Path file, String inboxPath) {
        throw new UnsupportedOperationException(file + " " + inboxPath + definitions.digest());
    }
}
