package xiangbao.statistics.forms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a form.
 *
 * @param code as printed above the figures (1, 2, 3 in a matrix; 01, 02 in a ledger)
 * @param group a merged heading above several columns, or empty
 * @param aliases other headings under which it is recognised
 * @param choices what a CHOICE column may hold
 * @param required whether a blank is a missing value
 * @param comparison printed for comparison (last year's figures) and never read as data
 * @param comparableSince 口径变化: the day before which its figures meant something else; null when they never did
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
        boolean comparison,
        @Nullable LocalDate comparableSince) {
    public Column {
        aliases = List.copyOf(aliases);
        choices = List.copyOf(choices);
    }

    /** A column that has always meant what it means. */
    public Column(
            String code,
            String title,
            String group,
            List<String> aliases,
            ColumnKind kind,
            Measure measure,
            List<String> choices,
            boolean required,
            boolean comparison) {
        this(code, title, group, aliases, kind, measure, choices, required, comparison, null);
    }
}
