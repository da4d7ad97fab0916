package xiangbao.readers.forms.bodies;

import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.forms.Column;

/**
 * Which column of a sheet holds which column of a form.
 *
 * @param found columns of the form, and where they stand
 * @param told columns about which something was said already
 * @param personal columns of the sheet whose headings ask for personal data
 */
public record TableColumns(Map<Column, Integer> found, Set<Column> told, List<Integer> personal) {
    /** Whether something was said already about a column of the form. */
    public boolean isTold(Column column) {
        return told.contains(column);
    }
}
