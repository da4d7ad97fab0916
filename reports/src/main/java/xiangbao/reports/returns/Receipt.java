package xiangbao.reports.returns;

import java.util.List;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 暂存回执: tells a clerk that a form came for a period that is final, and what happens to it.
 *
 * @param county name of the county, whose statistical office is to be turned to
 * @param fileName as the clerk named it, without folders
 * @param received when it was received, ready to print
 */
public record Receipt(String county, String unitName, String fileName, String received, List<HeldForm> forms) {
    public Receipt {
        forms = List.copyOf(forms);
    }

    /**
     * A form of the file that is held.
     *
     * @param form 表号 and title as printed
     * @param sealedAt when its period was sealed, ready to print
     * @param findings of the self-audit
     */
    public record HeldForm(String form, ReferencePeriod period, String sealedAt, List<Finding> findings) {
        public HeldForm {
            findings = List.copyOf(findings);
        }
    }
}
