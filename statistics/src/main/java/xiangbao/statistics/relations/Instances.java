package xiangbao.statistics.relations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.LedgerScope;
import xiangbao.statistics.formula.Reference;
import xiangbao.statistics.formula.Vocabulary;

/**
 * On what a relation is confronted one by one: rows, columns or a ledger's lines.
 *
 * @param perLine once per ledger line; then {@code places} is not used
 * @param places row and column at hand, each possibly empty; exactly one when the relation runs once
 */
public record Instances(boolean perLine, List<Place> places) {
    /** Row and column at hand, each possibly empty. */
    public record Place(String row, String column) {
        public String code() {
            return row.isEmpty() ? column : row;
        }
    }

    private static final Instances ONCE = new Instances(false, List.of(new Place("", "")));

    public Instances {
        places = List.copyOf(places);
    }

    public boolean several() {
        return places.size() > 1;
    }

    /** On what a relation of the form runs. */
    public static Instances of(AuditRelation relation, Form form, Vocabulary vocabulary) {
        if (form.layout() == Layout.LEDGER) {
            return LedgerScope.needsLine(relation.formula(), vocabulary, form.code())
                    ? new Instances(true, List.of())
                    : ONCE;
        }
        List<Place> places = new ArrayList<>();
        if (!relation.rows().isEmpty()) {
            for (Row row : form.rows()) {
                if (relation.rows().contains(row.code())) {
                    places.add(new Place(row.code(), ""));
                }
            }
        } else if (!relation.columns().isEmpty()) {
            for (Column column : form.columns()) {
                if (relation.columns().contains(column.code())) {
                    places.add(new Place("", column.code()));
                }
            }
        } else {
            Set<Row> rows = rowsWithoutColumn(relation, form);
            if (rows.isEmpty()) {
                return ONCE;
            }
            for (Column column : form.dataColumns()) {
                if (rows.stream().allMatch(row -> row.has(column))) {
                    places.add(new Place("", column.code()));
                }
            }
        }
        return places.isEmpty() ? ONCE : new Instances(false, places);
    }

    private static Set<Row> rowsWithoutColumn(AuditRelation relation, Form form) {
        Set<Row> rows = new LinkedHashSet<>();
        for (Reference reference : relation.formula().references()) {
            if (reference.form() == null || reference.form().equals(form.code())) {
                form.row(reference.item()).ifPresent(rows::add);
            }
        }
        return rows;
    }
}
