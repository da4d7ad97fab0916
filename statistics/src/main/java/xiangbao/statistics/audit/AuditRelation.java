package xiangbao.statistics.audit;

import java.util.Set;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.model.Severity;

/**
 * 审核关系: what must hold between figures.
 *
 * @param label the relation in a few words, for lists; the finding's message is written from the formula's tree
 * @param remedy what the clerk should look at
 * @param rows the rows that it is confronted with one by one; empty when it does not run over rows
 * @param columns the columns that it is confronted with one by one; empty means every column that all its rows have
 */
public record AuditRelation(
        String code,
        Severity severity,
        Formula formula,
        String label,
        String remedy,
        Set<String> rows,
        Set<String> columns) {
    public AuditRelation {
        rows = Set.copyOf(rows);
        columns = Set.copyOf(columns);
    }
}
