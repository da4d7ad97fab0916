package xiangbao.statistics.relations;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Formula;

/**
 * What a statistician adds about units of measurement: figures of the right size for single cells, which give a hint under the suspicion's own code, and units
 * that clerks confuse. Whole groups of figures in another unit are told without it.
 *
 * @param rows the rows looked at
 * @param column the column looked at
 * @param reference the figure of the right size per row, such as {@code lastyear([.1])}; null where numbers are given
 * @param references numbers of the right size by row code; empty where a formula is given
 * @param suspects units of measurement in which clerks may have typed
 */
public record UnitSuspicion(
        String code,
        List<String> rows,
        String column,
        @Nullable Formula reference,
        Map<String, BigDecimal> references,
        List<String> suspects) {
    public UnitSuspicion {
        rows = List.copyOf(rows);
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
        suspects = List.copyOf(suspects);
    }
}
