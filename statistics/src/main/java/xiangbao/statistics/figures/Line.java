package xiangbao.statistics.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.Observation;

/**
 * A line of a ledger.
 *
 * @param cells by column code; a column that is not in it is missing
 */
public record Line(String key, Map<String, Reading> cells) {
    public Line {
        cells = Map.copyOf(cells);
    }

    public Reading cell(String column) {
        return cells.getOrDefault(column, Reading.absent(Absence.MISSING));
    }

    /** The lines that the observations of one submission make, in the order in which they were read. */
    public static List<Line> of(Form ledger, List<Observation> observations) {
        Map<String, Map<String, Reading>> byKey = new LinkedHashMap<>();
        for (Observation observation : observations) {
            Column column = ledger.column(observation.indicator().column()).orElse(null);
            if (column != null) {
                byKey.computeIfAbsent(observation.line(), key -> new LinkedHashMap<>())
                        .putIfAbsent(column.code(), Reading.of(observation, column.kind()));
            }
        }
        List<Line> lines = new ArrayList<>();
        byKey.forEach((key, cells) -> lines.add(new Line(key, cells)));
        return lines;
    }
}
