package xiangbao.statistics.mistakenunits;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.relations.UnitSuspicion;

/** What the figures of a form may be mistaken for; computed once for a form. */
public final class Suspects {
    private final List<UnitSuspicion> suspicions;
    private final Map<String, List<MistakenUnit>> known = new HashMap<>();

    public Suspects(List<UnitSuspicion> suspicions) {
        this.suspicions = List.copyOf(suspicions);
    }

    /** By the unit's name, and what the configuration adds for one of its columns. */
    synchronized List<MistakenUnit> of(MeasuredCells group) {
        Set<String> added = new LinkedHashSet<>();
        for (UnitSuspicion suspicion : suspicions) {
            boolean about = group.cells().stream()
                    .map(cell -> cell.indicator().code())
                    .anyMatch(code -> code.column().equals(suspicion.column())
                            && suspicion.rows().contains(code.row()));
            if (about) {
                added.addAll(suspicion.suspects());
            }
        }
        return known.computeIfAbsent(group.unit() + added, key -> MistakenUnit.of(group.unit(), added));
    }
}
