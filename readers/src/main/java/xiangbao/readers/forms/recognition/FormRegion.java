package xiangbao.readers.forms.recognition;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.relations.FormRules;

/**
 * A form's part of a sheet.
 *
 * @param likeness what it was known by instead of its 表号; null when the 表号 is right
 */
public record FormRegion(
        FormAnchor anchor,
        int firstRow,
        int lastRow,
        @Nullable Likeness likeness) {
    /** Null when it is no form that is collected. */
    @Nullable
    public FormRules rules() {
        return likeness == null ? anchor.rules() : likeness.rules();
    }
}
