package xiangbao.statistics.forms;

import java.util.Optional;

/**
 * Names one figure of a form: {@code 平31-1:05.1} (row and column of a matrix), {@code 平22-1:08} (column of a ledger) or {@code 平31-1:普及率} (derived).
 *
 * @param item {@code row.column}, a ledger's column code, or the name of a derived indicator
 */
public record IndicatorCode(FormCode form, String item) implements Comparable<IndicatorCode> {
    public IndicatorCode {
        if (item.isBlank()) {
            throw new IllegalArgumentException("an indicator needs an item");
        }
    }

    public static IndicatorCode ofCell(FormCode form, String row, String column) {
        return new IndicatorCode(form, row + "." + column);
    }

    public static Optional<IndicatorCode> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.substring(0, colon).isBlank()) {
            return Optional.empty();
        }
        String form = text.substring(0, colon);
        String item = text.substring(colon + 1);
        if (form.contains("/") || item.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorCode(new FormCode(form), item));
    }

    /** The row code of a matrix cell; empty for a ledger column or a derived indicator. */
    public String row() {
        int dot = item.indexOf('.');
        return dot < 0 ? "" : item.substring(0, dot);
    }

    /** The column code; for a derived indicator its name. */
    public String column() {
        int dot = item.indexOf('.');
        return dot < 0 ? item : item.substring(dot + 1);
    }

    @Override
    public int compareTo(IndicatorCode other) {
        int byForm = form.compareTo(other.form);
        return byForm != 0 ? byForm : item.compareTo(other.item);
    }

    @Override
    public String toString() {
        return form + ":" + item;
    }
}
