package xiangbao.console.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.excel.WorkbookOpener;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Every sheet of the samples is known without its 表号, and with another one's, as the form that it is. */
class UncodedSheetsTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** So often each form is tried, in the hands of as many units. */
    private static final int EACH = 3;

    private static final WorkbookReader READER = new WorkbookReader(Objects.requireNonNull(
            DefinitionsReader.read(ROOT.resolve("config")).definitions()));

    @Test
    void everySampleSheetIsKnownWithoutItsCodeAndWithAnothers() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        Map<String, Integer> seen = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("sample-inputs"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!(new WorkbookOpener().open(file) instanceof RawWorkbook workbook)) {
                    continue;
                }
                String path = ROOT.resolve("sample-inputs").relativize(file).toString();
                List<String> forms = forms(READER.recognise(workbook, path), false);
                List<String> codes = forms.stream()
                        .map(form -> form.substring(0, form.indexOf(' ')))
                        .toList();
                if (codes.stream().allMatch(code -> seen.getOrDefault(code, 0) >= EACH)) {
                    continue;
                }
                codes.forEach(code -> seen.merge(code, 1, Integer::sum));
                for (String written : List.of("", "表号：平01-1")) {
                    ReadWorkbook read = READER.recognise(with(workbook, written), path);
                    List<String> known = forms(read, true);
                    known.removeIf(form -> written.endsWith("平01-1") && form.contains("平01-1"));
                    List<String> expected = new ArrayList<>(forms);
                    expected.removeIf(form -> written.endsWith("平01-1") && form.contains("平01-1"));
                    if (!known.equals(expected)) {
                        wrong.put(path + " " + written, known + " instead of " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(30);
    }

    private static List<String> forms(ReadWorkbook read, boolean uncoded) {
        return new ArrayList<>(read.submissions().stream()
                .filter(one -> !uncoded
                        || one.findings().stream()
                                .anyMatch(finding -> finding.code().equals("FORM-CODE"))
                        || one.form().text().equals("平01-1"))
                .map(one -> one.form() + " " + one.unit() + " " + one.period() + " " + one.sheet())
                .toList());
    }

    /** The workbook with every 表号 replaced, or taken out. */
    private static RawWorkbook with(RawWorkbook workbook, String written) {
        List<RawSheet> sheets = new ArrayList<>();
        for (RawSheet sheet : workbook.sheets()) {
            List<RawCell> cells = new ArrayList<>();
            sheet.rows()
                    .forEach(row -> row.cells().forEach(cell -> {
                        boolean code = cell.kind() == CellKind.TEXT
                                && cell.text().replaceAll("[\\s\u3000]", "").startsWith("表号");
                        if (!code) {
                            cells.add(cell);
                        } else if (!written.isEmpty()) {
                            cells.add(new RawCell(
                                    cell.row(),
                                    cell.column(),
                                    CellKind.TEXT,
                                    written,
                                    null,
                                    false,
                                    cell.format(),
                                    false,
                                    false));
                        }
                    }));
            sheets.add(RawSheet.of(sheet.name(), sheet.visibility(), cells, sheet.merged()));
        }
        return new RawWorkbook(
                workbook.format(),
                sheets,
                workbook.externalLinks(),
                workbook.epoch1904(),
                workbook.definedNames(),
                workbook.customProperties());
    }
}
