package xiangbao.statistics.model;

import java.util.List;

/**
 * A column of a form.
 *
 * @param code as printed above the figures (1, 2, 3 in a matrix; 01, 02 in a ledger)
 * @param group a merged heading above several columns, or empty
 * @param aliases other headings under which it is recognised
 * @param choices what a CHOICE column may hold
 * @param required whether a blank is a missing value
 * @param comparison printed for comparison (last year's figures) and never read as data
 */
public record Column(
        String code,
        String title,
        String group,
        List<String> aliases,
        ColumnKind kind,
        Measure measure,
        List<String> choices,
        boolean required,
        boolean comparison) {
    public Column {
        aliases = List.copyOf(aliases);
        choices = List.copyOf(choices);
    }
}
