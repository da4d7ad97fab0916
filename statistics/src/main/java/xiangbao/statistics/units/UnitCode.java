package xiangbao.statistics.units;

/**
 * The code of a reporting unit, 统计用区划代码 for townships (nine digits). The civil-affairs code of the same township can differ and belongs to
 * {@link ReportingUnit}.
 */
public record UnitCode(String text) implements Comparable<UnitCode> {
    public UnitCode {
        if (text.isBlank() || text.contains("/")) {
            throw new IllegalArgumentException("not a unit code: '" + text + "'");
        }
    }

    @Override
    public int compareTo(UnitCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
