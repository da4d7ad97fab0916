package xiangbao.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as text, a line for each row that holds something, as a reader sees it that shares nothing with the writer. */
public final class WorkbookText {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private WorkbookText() {}

    public static String of(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                text.append("== ").append(sheet.getName()).append('\n');
                for (Row row : sheet.read()) {
                    append(text, row);
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Row row) {
        StringBuilder line = new StringBuilder();
        for (Cell cell : row) {
            if (cell != null
                    && cell.getType() != CellType.EMPTY
                    && !cell.getText().isEmpty()) {
                line.append(" | ")
                        .append(cell.getAddress())
                        .append(' ')
                        .append(
                                cell.getType() == CellType.NUMBER
                                        ? cell.asNumber().stripTrailingZeros().toPlainString()
                                        : "“" + cell.getText().replace("\n", "⏎") + "”");
            }
        }
        if (line.length() > 0) {
            text.append(line.substring(3)).append('\n');
        }
    }

    /** Compares with a stored text; with {@code -Dxiangbao.golden=write} stores it instead, to be looked at before it is committed. */
    public static void assertGolden(Path file, String name) throws IOException {
        Path golden = GOLDEN.resolve(name);
        String text = of(file);
        if ("write".equals(System.getProperty("xiangbao.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text, StandardCharsets.UTF_8);
        }
        assertThat(text.lines().toList())
                .isEqualTo(
                        Files.readString(golden, StandardCharsets.UTF_8).lines().toList());
    }

    /** The rows of a sheet, first the one that holds this text in its first cell. */
    public static List<Row> rowsFrom(ReadableWorkbook workbook, String sheet, String first) throws IOException {
        List<Row> rows = workbook.findSheet(sheet).orElseThrow().read();
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).getCellCount() > 0
                    && first.equals(rows.get(index).getCellText(0))) {
                return rows.subList(index, rows.size());
            }
        }
        throw new AssertionError("no row " + first);
    }
}
