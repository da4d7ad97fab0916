package xiangbao.statistics.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.figures.Fraction;

/**
 * Something that may have happened to several cells at once.
 *
 * @param right what would stand in them without it
 * @param lost cells whose right figures are nowhere any more: they were overwritten
 * @param chance how often it happens, as a natural logarithm
 * @param detail for the text: what was swapped or shifted with what
 */
public record Slip(Kind kind, Map<Spot, Fraction> right, List<Spot> lost, double chance, String detail) {
    public Slip {
        lost = List.copyOf(lost);
        right = Collections.unmodifiableMap(new LinkedHashMap<>(right));
    }
}
