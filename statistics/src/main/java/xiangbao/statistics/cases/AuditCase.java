package xiangbao.statistics.cases;

import java.util.List;
import xiangbao.statistics.findings.Verdict;

/**
 * 审核样例: what a relation or a default screen must say about some figures.
 *
 * @param file relative to the configuration folder
 * @param line of the file, from 1
 * @param code of the relation or of the screen
 * @param text the case as it is written
 * @param firstCell the cell that is marked first, as cases name it; empty where the case does not say
 * @param mentions what its findings must say
 */
public record AuditCase(
        String file,
        int line,
        String code,
        String text,
        CaseScene scene,
        Verdict verdict,
        String firstCell,
        List<String> mentions) {
    public AuditCase {
        mentions = List.copyOf(mentions);
    }
}
