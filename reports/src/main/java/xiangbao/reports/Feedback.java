package xiangbao.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sends a file back: the clerk's own workbook with the doubtful cells marked, or a companion beside a copy where it cannot be marked faithfully. */
public final class Feedback {
    private final Path templates;

    /** @param templates the folder with {@code 审核结果.xlsx} */
    public Feedback(Path templates) {
        this.templates = templates;
    }

    /**
     * Writes the answer; the same letter and original give the same bytes, and files of that name are replaced.
     *
     * @param original the archived file, which stays untouched
     * @param baseName name of the answer without its extension, such as {@code 2026年三季度报表_退回_第1次}
     * @return the files written, the one to open first
     */
    public List<Path> write(ReturnLetter letter, Path original, Path folder, String baseName) throws IOException {
        throw new UnsupportedOperationException(templates + baseName);
    }
}
