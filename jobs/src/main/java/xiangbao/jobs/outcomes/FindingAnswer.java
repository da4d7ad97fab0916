package xiangbao.jobs.outcomes;

import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.CellReference;

/**
 * A finding with its stable identifier.
 *
 * @param id such as {@code 430626111/2026-Q3/平31-1/31-T1}
 */
public record FindingAnswer(String id, Finding finding) {
    /** The sheet of the offending cell, or empty. */
    public String sheet() {
        return finding.place().cells().isEmpty() ? "" : first().sheet();
    }

    /** The address of the offending cell, or empty. */
    public String cell() {
        return finding.place().cells().isEmpty() ? "" : first().address();
    }

    private CellReference first() {
        return finding.place().cells().get(0);
    }
}
