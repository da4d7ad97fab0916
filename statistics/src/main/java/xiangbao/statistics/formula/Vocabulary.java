package xiangbao.statistics.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;

/** What formulas may speak of: forms, their derived indicators, master data. */
public final class Vocabulary {
    private final Map<FormCode, Form> forms;
    private final Map<FormCode, Map<String, Formula>> derived;
    private final Set<String> attributes;
    private final Map<FormCode, Index> indexes = new LinkedHashMap<>();

    /** A form's rows and columns by code: formulas look them up for every figure. */
    public record Index(Form form, Map<String, Row> rows, Map<String, Column> columns, List<String> rowOrder) {
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
    public Index index(FormCode form) {
        return indexes.get(form);
    }

    @Nullable
    Formula derived(FormCode form, String item) {
        return derived.getOrDefault(form, Map.of()).get(item);
    }
}
