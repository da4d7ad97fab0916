package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.statistics.forms.IndicatorCode;

/**
 * Derived indicators that come back to themselves, which none may: each circle in the order in which one needs the next, told once. What only leads into a
 * circle is not in it.
 */
public final class DerivedCircles {
    private final Vocabulary vocabulary;
    private final Set<IndicatorCode> done = new HashSet<>();
    private final List<List<IndicatorCode>> circles = new ArrayList<>();

    private DerivedCircles(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static List<List<IndicatorCode>> in(Vocabulary vocabulary) {
        return new DerivedCircles(vocabulary).all();
    }

    private List<List<IndicatorCode>> all() {
        vocabulary
                .derived()
                .forEach((form, formulas) ->
                        formulas.keySet().forEach(item -> walk(new IndicatorCode(form, item), new ArrayList<>())));
        return circles;
    }

    private void walk(IndicatorCode indicator, List<IndicatorCode> path) {
        int before = path.indexOf(indicator);
        if (before >= 0) {
            circles.add(List.copyOf(path.subList(before, path.size())));
            return;
        }
        if (done.contains(indicator)) {
            return;
        }
        path.add(indicator);
        for (IndicatorCode needed : derivedNeededBy(indicator)) {
            walk(needed, path);
        }
        path.remove(path.size() - 1);
        done.add(indicator);
    }

    private Set<IndicatorCode> derivedNeededBy(IndicatorCode indicator) {
        Set<IndicatorCode> needed = new LinkedHashSet<>();
        Formula formula = vocabulary.derived(indicator.form(), indicator.item());
        if (formula != null) {
            collect(formula.root(), indicator, false, needed);
        }
        return needed;
    }

    /** A computed cell has no figure of its own from which an earlier period could start, so of cells the earlier periods count too. */
    private void collect(Node node, IndicatorCode home, boolean earlier, Set<IndicatorCode> needed) {
        if (node instanceof Node.Figure figure) {
            Target target = Target.of(figure, vocabulary, home.form(), home.row(), columnOf(home));
            if (target instanceof Target.Derived derived && !earlier) {
                needed.add(new IndicatorCode(derived.form(), derived.item()));
            } else if (target instanceof Target.Cell cell) {
                addComputed(IndicatorCode.ofCell(cell.form(), cell.row(), cell.column()), needed);
            } else if (target instanceof Target.LedgerColumn place) {
                addComputed(new IndicatorCode(place.form(), place.column()), needed);
            }
        } else if (node instanceof Node.RowRange range) {
            for (Target.Cell cell : Target.cells(range, vocabulary, home.form(), home.row(), columnOf(home))) {
                addComputed(IndicatorCode.ofCell(cell.form(), cell.row(), cell.column()), needed);
            }
        } else {
            boolean before = earlier || node instanceof Node.Shifted;
            Node.parts(node).forEach(part -> collect(part, home, before, needed));
        }
    }

    /** A named indicator stands in no column. */
    private static String columnOf(IndicatorCode home) {
        return home.row().isEmpty() ? "" : home.column();
    }

    private void addComputed(IndicatorCode cell, Set<IndicatorCode> needed) {
        if (vocabulary.derived(cell.form(), cell.item()) != null) {
            needed.add(cell);
        }
    }
}
