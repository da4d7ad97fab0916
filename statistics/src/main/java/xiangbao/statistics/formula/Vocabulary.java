package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;

/** What formulas may speak of: forms, their derived indicators, master data. */
public final class Vocabulary {
    private final Map<FormCode, Form> forms;
    private final Map<FormCode, Map<String, Formula>> derived;
    private final Set<String> attributes;
    private final Map<FormCode, Index> indexes = new LinkedHashMap<>();

    /** A form's rows and columns by code: formulas look them up for every figure. */
    record Index(Form form, Map<String, Row> rows, Map<String, Column> columns, List<String> rowOrder) {
        boolean isLedger() {
            return form.layout() == Layout.LEDGER;
        }

        boolean has(String row, String column) {
            Row found = rows.get(row);
            Column place = columns.get(column);
            return found != null && place != null && !place.comparison() && found.has(place);
        }

        /** The one data column that a row has, or empty when there are several. */
        String onlyColumn(String row) {
            Row found = rows.get(row);
            String only = "";
            for (Column column : columns.values()) {
                if (!column.comparison() && found != null && found.has(column)) {
                    if (!only.isEmpty()) {
                        return "";
                    }
                    only = column.code();
                }
            }
            return only;
        }
    }

    /**
     * @param derived for each form, its derived indicators by item: a name, or {@code row.column} for a cell that is recomputed
     * @param attributes names of master data in the register of units
     */
    public Vocabulary(Map<FormCode, Form> forms, Map<FormCode, Map<String, Formula>> derived, Set<String> attributes) {
        this.forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        Map<FormCode, Map<String, Formula>> copy = new LinkedHashMap<>();
        derived.forEach((form, formulas) -> copy.put(form, Collections.unmodifiableMap(new LinkedHashMap<>(formulas))));
        this.derived = Collections.unmodifiableMap(copy);
        this.attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
        for (Form form : this.forms.values()) {
            Map<String, Row> rows = new LinkedHashMap<>();
            form.rows().forEach(row -> rows.put(row.code(), row));
            Map<String, Column> columns = new LinkedHashMap<>();
            form.columns().forEach(column -> columns.put(column.code(), column));
            indexes.put(form.code(), new Index(form, rows, columns, List.copyOf(rows.keySet())));
        }
    }

    public Map<FormCode, Form> forms() {
        return forms;
    }

    public Map<FormCode, Map<String, Formula>> derived() {
        return derived;
    }

    public Set<String> attributes() {
        return attributes;
    }

    @Nullable
    Index index(FormCode form) {
        return indexes.get(form);
    }

    @Nullable
    Formula derived(FormCode form, String item) {
        return derived.getOrDefault(form, Map.of()).get(item);
    }

    /**
     * Derived indicators that come back to themselves, which none may: each circle in the order in which one needs the next, told once. What only leads into a
     * circle is not in it.
     */
    public List<List<IndicatorCode>> circles() {
        List<List<IndicatorCode>> circles = new ArrayList<>();
        Set<IndicatorCode> done = new HashSet<>();
        derived.forEach((form, formulas) -> formulas.keySet()
                .forEach(item -> walk(new IndicatorCode(form, item), new ArrayList<>(), done, circles)));
        return circles;
    }

    private void walk(
            IndicatorCode indicator,
            List<IndicatorCode> path,
            Set<IndicatorCode> done,
            List<List<IndicatorCode>> circles) {
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
            walk(needed, path, done, circles);
        }
        path.remove(path.size() - 1);
        done.add(indicator);
    }

    private Set<IndicatorCode> derivedNeededBy(IndicatorCode indicator) {
        Set<IndicatorCode> needed = new LinkedHashSet<>();
        Formula formula = derived(indicator.form(), indicator.item());
        if (formula != null) {
            collect(formula.root(), indicator, false, needed);
        }
        return needed;
    }

    /** A computed cell has no figure of its own from which an earlier period could start, so of cells the earlier periods count too. */
    private void collect(Node node, IndicatorCode home, boolean earlier, Set<IndicatorCode> needed) {
        if (node instanceof Node.Figure figure) {
            Target target = Target.of(figure, this, home.form(), home.row(), columnOf(home));
            if (target instanceof Target.Derived derived && !earlier) {
                needed.add(new IndicatorCode(derived.form(), derived.item()));
            } else if (target instanceof Target.Cell cell) {
                addComputed(IndicatorCode.ofCell(cell.form(), cell.row(), cell.column()), needed);
            } else if (target instanceof Target.LedgerColumn place) {
                addComputed(new IndicatorCode(place.form(), place.column()), needed);
            }
        } else if (node instanceof Node.RowRange range) {
            for (Target.Cell cell : cells(range, home.form(), home.row(), columnOf(home))) {
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
        if (derived(cell.form(), cell.item()) != null) {
            needed.add(cell);
        }
    }

    /** The cells from one row to the other, in print order; empty where the range means nothing. */
    List<Target.Cell> cells(Node.RowRange range, @Nullable FormCode home, String row, String column) {
        if (!(Target.of(range.from(), this, home, row, column) instanceof Target.Cell from)
                || !(Target.of(range.to(), this, home, row, column) instanceof Target.Cell to)) {
            return List.of();
        }
        Index index = index(from.form());
        List<Target.Cell> cells = new ArrayList<>();
        if (index != null) {
            int first = index.rowOrder().indexOf(from.row());
            int last = index.rowOrder().indexOf(to.row());
            for (String code : index.rowOrder().subList(Math.max(first, 0), Math.max(first, last + 1))) {
                if (index.has(code, from.column())) {
                    cells.add(new Target.Cell(from.form(), code, from.column()));
                }
            }
        }
        return cells;
    }
}
