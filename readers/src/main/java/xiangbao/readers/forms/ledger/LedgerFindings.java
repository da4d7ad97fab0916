package xiangbao.readers.forms.ledger;

import xiangbao.readers.forms.findings.FindingDraft;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.statistics.submissions.CellReference;

/** Words what is wrong with a cell of a 台账: line and column are said in every finding. */
final class LedgerFindings {
    private final FormFindings findings;

    LedgerFindings(FormFindings findings) {
        this.findings = findings;
    }

    /** @param what is said behind line and column */
    FindingDraft mandatory(
            LedgerLine line, LedgerColumn column, CellReference cell, String code, String what, String remedy) {
        return findings.mandatory(code, column.title(line) + " " + what, remedy)
                .instance(column.instance(line))
                .about(column.indicator().code())
                .at(cell);
    }
}
