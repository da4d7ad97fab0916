package xiangbao.statistics.submissions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.units.UnitCode;

/**
 * 一个数 with the cell it came from.
 *
 * @param line the key of a ledger's line; empty in a matrix
 * @param subject the unit that the figure is about: the reporter, or the unit named in a ledger's line
 * @param number as reported, normalised to the 15 significant digits that a spreadsheet shows; null unless the status has a value and the column is numeric
 * @param text the content of a text, choice, key or date column (dates as ISO), otherwise null
 * @param raw what stood in the cell, as stored
 * @param cell null only where the form lacks the cell altogether
 */
public record Observation(
        IndicatorCode indicator,
        String line,
        UnitCode subject,
        ObservationStatus status,
        @Nullable BigDecimal number,
        @Nullable String text,
        String raw,
        @Nullable CellReference cell) {}
