package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.FormCode;

/** What a reference in a formula points at, once the form at hand is known. */
public sealed interface Target {
    record Cell(FormCode form, String row, String column) implements Target {}

    record LedgerColumn(FormCode form, String column) implements Target {}

    record Derived(FormCode form, String item, Formula formula) implements Target {}

    /** Nothing: with what to tell the author, and what he probably meant. */
    record Nothing(String message, String suggestion) implements Target {}

    /**
     * @param home the form at hand
     * @param row the row at hand, or empty; {@code "?"} while a formula is only checked
     * @param column the column at hand, likewise
     */
    static Target of(Node.Figure figure, Vocabulary vocabulary, @Nullable FormCode home, String row, String column) {
        FormCode form = figure.form() == null ? home : figure.form();
        String item = figure.item();
        if (form == null) {
            return new Nothing("“[" + item + "]”前要写明表号，如 [平31-1:" + item + "]", "");
        }
        Vocabulary.Index index = vocabulary.index(form);
        if (index == null) {
            return new Nothing(
                    "没有表号“" + form + "”",
                    Nearest.to(
                            form.text(),
                            vocabulary.forms().keySet().stream()
                                    .map(FormCode::text)
                                    .toList()));
        }
        if (index.isLedger()) {
            return inLedger(vocabulary, index, item);
        }
        return inMatrix(vocabulary, index, item, form.equals(home), row, column);
    }

    private static Target inLedger(Vocabulary vocabulary, Vocabulary.Index index, String item) {
        FormCode form = index.form().code();
        if (index.columns().containsKey(item)) {
            return new LedgerColumn(form, item);
        }
        Formula formula = vocabulary.derived(form, item);
        if (formula != null) {
            return new Derived(form, item, formula);
        }
        List<String> known = new ArrayList<>(index.columns().keySet());
        known.addAll(vocabulary.derived().getOrDefault(form, Map.of()).keySet());
        return new Nothing("台账" + form + "没有栏“" + Lexer.shortened(item) + "”", Nearest.to(item, known));
    }

    private static Target inMatrix(
            Vocabulary vocabulary, Vocabulary.Index index, String item, boolean atHome, String row, String column) {
        FormCode form = index.form().code();
        int dot = item.indexOf('.');
        String wantedRow = dot < 0 ? item : item.substring(0, dot);
        String wantedColumn = dot < 0 ? "" : item.substring(dot + 1);
        if (dot == 0) {
            if (!atHome || row.isEmpty()) {
                return new Nothing("“[" + item + "]”是本行第 " + wantedColumn + " 列，只能用在逐行（rows:）的关系里", "");
            }
            wantedRow = row;
        }
        if (index.rows().containsKey(wantedRow) || (dot == 0 && row.equals("?"))) {
            if (dot < 0) {
                String only = index.onlyColumn(wantedRow);
                wantedColumn = atHome && !column.isEmpty() && only.isEmpty() ? column : only;
                if (wantedColumn.isEmpty()) {
                    return new Nothing(form + " 的“[" + item + "]”行有几列，要写明哪一列", "[" + item + ".1]");
                }
            }
            if (!wantedColumn.equals("?") && !index.columns().containsKey(wantedColumn)) {
                return new Nothing(
                        form + " 没有列“" + Lexer.shortened(wantedColumn) + "”",
                        Nearest.to(wantedColumn, index.columns().keySet()));
            }
            if (wantedRow.equals("?") || wantedColumn.equals("?") || index.has(wantedRow, wantedColumn)) {
                return new Cell(form, wantedRow, wantedColumn);
            }
        }
        String cell = wantedColumn.isEmpty() ? item : wantedRow + "." + wantedColumn;
        Formula formula = vocabulary.derived(form, cell);
        if (formula != null) {
            return new Derived(form, cell, formula);
        }
        if (index.rows().containsKey(wantedRow)) {
            Column place = index.columns().get(wantedColumn);
            return new Nothing(
                    place != null && place.comparison()
                            ? form + " 的第 " + wantedColumn + " 列是对比列，不作为数据"
                            : form + " 的“" + wantedRow + "”行没有第 " + wantedColumn + " 列",
                    "");
        }
        List<String> known = new ArrayList<>(index.rowOrder());
        vocabulary.derived().getOrDefault(form, Map.of()).keySet().stream()
                .filter(name -> name.indexOf('.') < 0)
                .forEach(known::add);
        return new Nothing(form + " 没有行或派生指标“" + Lexer.shortened(wantedRow) + "”", Nearest.to(wantedRow, known));
    }

    /** The cells from one row to the other, in print order; empty where the range means nothing. */
    static List<Cell> cells(
            Node.RowRange range, Vocabulary vocabulary, @Nullable FormCode home, String row, String column) {
        if (!(of(range.from(), vocabulary, home, row, column) instanceof Cell from)
                || !(of(range.to(), vocabulary, home, row, column) instanceof Cell to)) {
            return List.of();
        }
        Vocabulary.Index index = vocabulary.index(from.form());
        List<Cell> cells = new ArrayList<>();
        if (index != null) {
            int first = index.rowOrder().indexOf(from.row());
            int last = index.rowOrder().indexOf(to.row());
            for (String code : index.rowOrder().subList(Math.max(first, 0), Math.max(first, last + 1))) {
                if (index.has(code, from.column())) {
                    cells.add(new Cell(from.form(), code, from.column()));
                }
            }
        }
        return cells;
    }
}
