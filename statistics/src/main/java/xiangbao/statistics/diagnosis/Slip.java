package xiangbao.statistics.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Fraction;

/**
 * Something that may have happened to several cells at once.
 *
 * @param right what would stand in them without it
 * @param lost a cell whose right figure is nowhere any more, or null
 * @param chance how often it happens, as a natural logarithm
 * @param detail for the text: what was swapped or shifted with what
 */
public record Slip(
        Kind kind, Map<Spot, Fraction> right, @Nullable Spot lost, double chance, String detail) {
    public Slip {
        right = Collections.unmodifiableMap(new LinkedHashMap<>(right));
    }
}
