package xiangbao.statistics.cases;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;

/** How cases name a cell: {@code 05.1} in a matrix, {@code 05} where the row has one column; {@code XM-01.07} in a ledger. */
public final class CaseCells {
    private CaseCells() {}

    /**
     * A cell by its name.
     *
     * @param line key of a ledger's line; empty in a matrix
     * @param item as figures have it: {@code 05.1}, or a ledger's column
     */
    public record Cell(String line, String item) {}

    public static Optional<Cell> named(Form form, String name) {
        int dot = name.lastIndexOf('.');
        if (form.layout() == Layout.LEDGER) {
            String column = name.substring(dot + 1);
            return dot > 0 && form.column(column).isPresent()
                    ? Optional.of(new Cell(name.substring(0, dot), column))
                    : Optional.empty();
        }
        if (dot < 0) {
            return form.row(name)
                    .map(row -> columns(form, row))
                    .filter(columns -> columns.size() == 1)
                    .map(columns -> new Cell("", name + "." + columns.get(0).code()));
        }
        return form.row(name.substring(0, dot))
                .filter(row -> columns(form, row).stream()
                        .anyMatch(column -> column.code().equals(name.substring(dot + 1))))
                .map(row -> new Cell("", name));
    }

    /** The name of a cell, as short as it may be. */
    public static String name(Form form, String line, String item) {
        if (form.layout() == Layout.LEDGER) {
            return line + "." + item;
        }
        String row = item.substring(0, Math.max(0, item.indexOf('.')));
        return form.row(row).filter(found -> columns(form, found).size() == 1).isPresent() ? row : item;
    }

    private static List<Column> columns(Form form, Row row) {
        return form.dataColumns().stream().filter(row::has).toList();
    }
}
