package xiangbao.statistics.relations;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.formula.Formula;

/**
 * 审核关系: what must hold between figures.
 *
 * @param severity of what it finds
 * @param label the relation in a few words, for lists; the finding's message is written from the formula's tree
 * @param remedy what the clerk should look at
 * @param rows the rows that it is confronted with one by one; empty when it does not run over rows
 * @param columns the columns that it is confronted with one by one; empty means every column that all its rows have
 * @param intended 试行: the severity that it is to have once it is no longer on trial, while it only gives hints; null when it is in force
 */
public record AuditRelation(
        String code,
        Severity severity,
        Formula formula,
        String label,
        String remedy,
        Set<String> rows,
        Set<String> columns,
        @Nullable Severity intended) {
    public AuditRelation {
        rows = Set.copyOf(rows);
        columns = Set.copyOf(columns);
    }

    /** One that is in force. */
    public AuditRelation(
            String code,
            Severity severity,
            Formula formula,
            String label,
            String remedy,
            Set<String> rows,
            Set<String> columns) {
        this(code, severity, formula, label, remedy, rows, columns, null);
    }

    /** 试行: the same, which is confronted and recorded like any other, and whatever it finds is a hint. */
    public AuditRelation onTrial() {
        return isTrial()
                ? this
                : new AuditRelation(code, Severity.HINT, formula, label, remedy, rows, columns, severity);
    }

    public boolean isTrial() {
        return intended != null;
    }
}
