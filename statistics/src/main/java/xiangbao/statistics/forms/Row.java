package xiangbao.statistics.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.units.UnitSelector;

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
 * @param comparableSince 口径变化: the day before which its figures meant something else; null when they never did
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
        @Nullable UnitSelector appliesTo,
        @Nullable LocalDate comparableSince) {
    public Row {
        aliases = List.copyOf(aliases);
        columns = Set.copyOf(columns);
    }

    /** A row that has always meant what it means. */
    public Row(
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
        this(code, title, indent, aliases, measure, columns, due, required, negative, appliesTo, null);
    }

    public boolean has(Column column) {
        return columns.isEmpty() || columns.contains(column.code());
    }
}
