package xiangbao.jobs;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A sheet of a printed workbook, read from disk by a reader that shares no code with what printed it.
 *
 * @param lines the filled cells of each filled row, with a bar between them
 */
public record PrintedPage(List<String> lines) {
    public PrintedPage {
        lines = List.copyOf(lines);
    }

    public static PrintedPage of(Path file, String sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file));
                Stream<Row> rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
            return new PrintedPage(
                    rows.map(PrintedPage::line).filter(line -> !line.isEmpty()).toList());
        }
    }

    private static String line(Row row) {
        return row.stream()
                .filter(Objects::nonNull)
                .map(PrintedPage::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("|"));
    }

    private static String text(Cell cell) {
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "").strip();
        return cell.getType() == CellType.NUMBER && !raw.isEmpty()
                ? new BigDecimal(raw).stripTrailingZeros().toPlainString()
                : raw;
    }

    public String text() {
        return String.join("\n", lines);
    }
}
