package xiangbao.statistics.forms;

/** 表号, the code that identifies a report form, such as {@code 平31-1}. */
public record FormCode(String text) implements Comparable<FormCode> {
    public FormCode {
        if (text.isBlank() || text.contains(":") || text.contains("/")) {
            throw new IllegalArgumentException("not a form code: '" + text + "'");
        }
    }

    @Override
    public int compareTo(FormCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
