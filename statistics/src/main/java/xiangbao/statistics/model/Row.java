package xiangbao.statistics.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a matrix form.
 *
 * @param code 代码 as printed, such as {@code 05} or {@code 20a}
 * @param indent how far the title is indented in print (其中 below its total)
 * @param aliases other titles under which it is recognised
 * @param columns the columns that the row has; empty means all
 * @param required whether a blank is a missing value where the row is due
 * @param negative whether a figure may be below zero
 * @param appliesTo the units that owe this row; null means all that owe the form
 */
public record Row(
        String code,
        String title,
        int indent,
        List<String> aliases,
        Measure measure,
        Set<String> columns,
        Due due,
        boolean required,
        boolean negative,
        @Nullable UnitSelector appliesTo) {
    public Row {
        aliases = List.copyOf(aliases);
        columns = Set.copyOf(columns);
    }

    public boolean has(Column column) {
        return columns.isEmpty() || columns.contains(column.code());
    }
}
