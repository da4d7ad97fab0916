package xiangbao.readers.config.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small table of the configuration whose columns the format fixes. */
public final class CsvTable {
    private CsvTable() {}

    /** A line of the table, with its place in the file. */
    public record Line(int number, List<String> fields) {
        public Line {
            fields = List.copyOf(fields);
        }

        public String field(int index) {
            return fields.get(index);
        }
    }

    /** What to say of a file whose columns are separated by something else than commas; empty when they are not. */
    public static Optional<String> otherSeparator(List<String> header, int columns) {
        String line = String.join(",", header);
        for (String separator : List.of(";", "\t", "，", "；", "|")) {
            if (header.size() < columns && line.split(Pattern.quote(separator), -1).length >= columns) {
                return Optional.of(
                        "各列是用“" + (separator.equals("\t") ? "制表符" : separator) + "”分开的，应当用英文逗号；请另存为“CSV UTF-8（逗号分隔）”");
            }
        }
        return Optional.empty();
    }

    /** The lines that have as many fields as there are columns; all others are mistakes. */
    public static List<Line> read(ConfigurationFile file, List<String> columns, Mistakes mistakes) {
        List<Line> lines = new ArrayList<>();
        file.text(mistakes).ifPresent(text -> read(file.name(), text, columns, lines, mistakes));
        return lines;
    }

    private static void read(String name, String text, List<String> columns, List<Line> lines, Mistakes mistakes) {
        int number = 1;
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get()
                .parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                List<String> fields = records.next().toList();
                boolean blank = fields.stream().allMatch(String::isEmpty);
                if (number == 1) {
                    Optional<String> separator = otherSeparator(fields, columns.size());
                    if (separator.isPresent()) {
                        mistakes.add(name, 1, separator.get());
                        return;
                    }
                    if (!fields.equals(columns)) {
                        mistakes.add(
                                name,
                                1,
                                "第一行应为“" + String.join(",", columns) + "”，而这里是“" + String.join(",", fields) + "”");
                        return;
                    }
                } else if (!blank && fields.size() != columns.size()) {
                    mistakes.add(name, number, "应有" + columns.size() + "列，而这一行有" + fields.size() + "列");
                } else if (!blank) {
                    lines.add(new Line(number, fields));
                }
                number = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            mistakes.add(name, number, "不合CSV格式，请检查双引号是否配对");
        }
    }
}
