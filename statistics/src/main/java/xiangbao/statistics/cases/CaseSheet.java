package xiangbao.statistics.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of one form in a case. Immutable.
 *
 * @param lines by the key of a ledger's line, then by item; a matrix has one line with an empty key
 */
public record CaseSheet(Map<String, Map<String, CaseValue>> lines) {
    public static final CaseSheet EMPTY = new CaseSheet(Map.of());

    public CaseSheet {
        Map<String, Map<String, CaseValue>> copy = new LinkedHashMap<>();
        lines.forEach((key, cells) -> copy.put(key, java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells))));
        lines = java.util.Collections.unmodifiableMap(copy);
    }

    /** The same with one cell that says something else; a line that is not there yet comes last. */
    public CaseSheet with(String line, String item, CaseValue value) {
        Map<String, Map<String, CaseValue>> changed = new LinkedHashMap<>(lines);
        Map<String, CaseValue> cells = new LinkedHashMap<>(lines.getOrDefault(line, Map.of()));
        cells.put(item, value);
        changed.put(line, cells);
        return new CaseSheet(changed);
    }

    /** The same without a ledger's line. */
    public CaseSheet without(String line) {
        Map<String, Map<String, CaseValue>> fewer = new LinkedHashMap<>(lines);
        fewer.remove(line);
        return new CaseSheet(fewer);
    }
}
