package xiangbao.statistics.diagnosis;

/**
 * A cell of the form under review.
 *
 * @param line key of the ledger's line; empty in a matrix
 * @param item {@code row.column}, or a ledger's column
 */
public record Spot(String line, String item) implements Comparable<Spot> {
    /** The row in a matrix, the line in a ledger. */
    public String row() {
        return line.isEmpty() ? item.substring(0, Math.max(0, item.indexOf('.'))) : line;
    }

    public String column() {
        return item.substring(item.indexOf('.') + 1);
    }

    @Override
    public int compareTo(Spot other) {
        int byLine = line.compareTo(other.line);
        return byLine != 0 ? byLine : item.compareTo(other.item);
    }
}
