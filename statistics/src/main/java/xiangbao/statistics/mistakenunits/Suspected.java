package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.measures.MistakenUnit;

/**
 * Figures that seem to have been typed in another unit of measurement.
 *
 * @param group the figures that are suspected
 * @param evidence what speaks for it, a sentence
 * @param previous the figure that the first one was held against, or null
 * @param when of which period that is, where it is not the last
 */
public record Suspected(
        MeasuredCells group,
        MistakenUnit mistaken,
        String evidence,
        @Nullable BigDecimal previous,
        String when) {}
