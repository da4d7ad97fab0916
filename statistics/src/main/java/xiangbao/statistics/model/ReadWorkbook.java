package xiangbao.statistics.model;

import java.util.List;

/**
 * What a file held: its forms, or why it cannot be read.
 *
 * @param format what the content is, decided by its bytes: xlsx, xlsx-strict, xls; empty when unreadable
 * @param findings about the file as a whole; when {@code submissions} is empty, the reasons why it is UNREADABLE
 */
public record ReadWorkbook(String format, List<ReadSubmission> submissions, List<Finding> findings) {
    public ReadWorkbook {
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
    }

    public boolean isUnreadable() {
        return submissions.isEmpty();
    }
}
