package xiangbao.readers.config.documents;

import java.util.List;

/**
 * A line of a CSV file, with its place.
 *
 * @param number from 1; of the first of its lines where a field has several
 */
public record CsvLine(String file, int number, List<String> fields, Mistakes mistakes) {
    public CsvLine {
        fields = List.copyOf(fields);
    }

    public String field(int index) {
        return fields.get(index);
    }

    public boolean isBlank() {
        return fields.stream().allMatch(String::isEmpty);
    }

    public void wrong(String message) {
        mistakes.add(file, number, message);
    }

    public void wrong(String message, String suggestion) {
        mistakes.add(file, number, message, suggestion);
    }
}
