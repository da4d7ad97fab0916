package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.figures.Fraction;

/**
 * Cells that may be wrong, and what would be right.
 *
 * @param cells the wrong ones, the one to look at first in front
 * @param right figures with which the rules hold: for the wrong cells, and for totals that were computed from them
 * @param told whether the rules leave no other figure than this one: only then may it be told
 * @param score how much speaks for it, as a natural logarithm
 * @param explained the failing rules that hold then
 * @param others cells that explain the same nearly as well
 */
public record Suspect(
        List<Spot> cells,
        Map<Spot, Fraction> right,
        Kind kind,
        String detail,
        boolean told,
        double score,
        List<Rule> explained,
        List<Spot> others) {
    public Suspect {
        cells = List.copyOf(cells);
        right = Collections.unmodifiableMap(new LinkedHashMap<>(right));
        explained = List.copyOf(explained);
        others = List.copyOf(others);
    }

    public Spot first() {
        return cells.get(0);
    }

    /** Whether totals change with the cells. */
    public boolean carries() {
        return right.size() > cells.size();
    }

    Suspect beside(List<Spot> rivals) {
        return new Suspect(cells, right, kind, detail, told, score, explained, rivals);
    }

    Suspect explaining(List<Rule> more, double gain) {
        List<Rule> all = new ArrayList<>(explained);
        all.addAll(more);
        return new Suspect(cells, right, kind, detail, told, score + gain, all, others);
    }
}
