package xiangbao.statistics.workbooks;

import java.util.List;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;

/**
 * What a file held: its forms and explanations, or why it cannot be read.
 *
 * @param format what the content is, decided by its bytes: xlsx, xlsx-strict, xls; empty when unreadable
 * @param findings about the file as a whole; when it is unreadable, the reasons why
 * @param explanations what was written into the sheet 审核结果 that we had put into it
 */
public record ReadWorkbook(
        String format, List<ReadSubmission> submissions, List<Finding> findings, List<Explanation> explanations) {
    public ReadWorkbook {
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
        explanations = List.copyOf(explanations);
    }

    /** One in which nothing is explained. */
    public ReadWorkbook(String format, List<ReadSubmission> submissions, List<Finding> findings) {
        this(format, submissions, findings, List.of());
    }

    /** Whether nothing can be had from it: no form, and not explanations alone either. */
    public boolean isUnreadable() {
        return submissions.isEmpty()
                && (explanations.isEmpty()
                        || findings.stream().anyMatch(finding -> finding.severity() == Severity.MANDATORY));
    }
}
