package xiangbao.readers.config.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small table of the configuration whose columns the format fixes. */
public final class CsvTable {
    private final List<String> columns;
    private final List<CsvLine> lines = new ArrayList<>();

    private CsvTable(List<String> columns) {
        this.columns = columns;
    }

    /** The lines that have as many fields as there are columns; all others are mistakes. */
    public static List<CsvLine> read(ConfigurationFile file, List<String> columns, Mistakes mistakes) {
        CsvTable table = new CsvTable(columns);
        file.text(mistakes).ifPresent(text -> CsvText.read(file.name(), text, mistakes, table::take));
        return table.lines;
    }

    private boolean take(CsvLine line) {
        if (line.number() == 1) {
            return isHeader(line);
        }
        if (!line.isBlank() && line.fields().size() != columns.size()) {
            line.wrong("应有" + columns.size() + "列，而这一行有" + line.fields().size() + "列");
        } else if (!line.isBlank()) {
            lines.add(line);
        }
        return true;
    }

    private boolean isHeader(CsvLine line) {
        Optional<String> separator = CsvText.otherSeparator(line.fields(), columns.size());
        if (separator.isPresent()) {
            line.wrong(separator.get());
            return false;
        }
        if (!line.fields().equals(columns)) {
            line.wrong("第一行应为“" + String.join(",", columns) + "”，而这里是“" + String.join(",", line.fields()) + "”");
            return false;
        }
        return true;
    }
}
