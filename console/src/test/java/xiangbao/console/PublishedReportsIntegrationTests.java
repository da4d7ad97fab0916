package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.console.published.Agreement;
import xiangbao.console.published.PrintedPages;
import xiangbao.console.published.Published;
import xiangbao.console.published.TargetWords;

/** What the run over {@code sample-inputs} has published: every output says the same numbers, and every report prints without a cut column. */
@NullUnmarked // answers of other programs are looked at, not trusted
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedReportsIntegrationTests {
    private static final int UNITS_PRINTED = 3;

    private static final String SIGNED = "签字盖章页";

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-12T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private Path workspace = Path.of("");
    private Published published = new Published(workspace, null, null);

    private JsonNode xiangbao(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return JsonMapper.shared().readTree(screen(all.toArray(String[]::new)));
    }

    private String screen(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", workspace.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setProperty("xiangbao.home", ROOT.toString());
        Xiangbao.execute(
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false), CLOCK, all);
        return out.toString(StandardCharsets.UTF_8);
    }

    @BeforeAll
    void publishes(@TempDir Path folder) {
        workspace = folder.resolve("workspace");
        JsonNode run = xiangbao("run", "--submit", ROOT.resolve("sample-inputs").toString(), "--period", "2026-Q3");
        published = new Published(
                workspace.resolve("reports/2026-Q3/第" + run.get("run").asInt() + "次"),
                xiangbao("figures", "--period", "2026-Q3"),
                xiangbao("progress", "--period", "2026-Q3"));
    }

    @Test
    void everyNumberThatSeveralOutputsShowIsTheSame() throws Exception {
        Agreement agreement = Agreement.of(published, true);
        assertThat(agreement.disagreements()).isEmpty();
        assertThat(agreement.compared()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void everyTargetReadsAlikeAndAsManyStandAlikeInEveryOutput() throws Exception {
        Path exported = workspace.resolveSibling("导出.csv");
        screen("export", "--format", "csv", "--period", "2026-Q3", "--out", exported.toString());
        TargetWords words = TargetWords.of(
                published, screen("progress", "--period", "2026-Q3"), workspace.resolveSibling("导出_目标.csv"));
        assertThat(words.disagreements()).isEmpty();
        assertThat(words.counts()).startsWith("93项（另列分项70项） ");
        assertThat(words.compared()).isGreaterThanOrEqualTo(1000);
        assertThat(published.progress().get("targets"))
                .filteredOn(target -> target.get("code").asString().equals("C15"))
                .extracting(target -> target.get("targetText").asString() + "，"
                        + target.get("actualText").asString())
                .containsExactly("25个乡镇各≥ 1支，24个乡镇达到／25个，缺木金乡");
    }

    @Test
    void everyWorkbookLeadsToOriginalsThatAreThereAndEveryLinkWithinItToASource() throws Exception {
        int originals = 0;
        int within = 0;
        for (Path report : published.reports(".xlsx")) {
            try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(report))) {
                Sheet sources = workbook.getSheet("数据来源");
                assertThat(sources).as(report.toString()).isNotNull();
                String digest = sources.getRow(1).getCell(0).getStringCellValue();
                assertThat(digest).as(report.toString()).matches("(?s).*配置摘要：sha256:[0-9a-f]{64}。");
                for (Sheet sheet : workbook) {
                    for (Hyperlink link : sheet.getHyperlinkList()) {
                        String at = report.getFileName() + "!" + sheet.getSheetName() + " " + link.getFirstRow();
                        if (link.getType() == HyperlinkType.DOCUMENT) {
                            Row source =
                                    sources.getRow(new CellReference(((XSSFHyperlink) link).getLocation()).getRow());
                            assertThat(source.getCell(0).getCellType()).as(at).isEqualTo(CellType.NUMERIC);
                            within++;
                            continue;
                        }
                        // the file, and behind # the cell
                        String file = link.getAddress().replaceFirst("#.*", "");
                        Path original = Path.of(report.toUri().resolve(URI.create(file)));
                        assertThat(original).as(at).isRegularFile();
                        if (sheet == sources) {
                            Row row = sheet.getRow(link.getFirstRow());
                            String fingerprint =
                                    row.getCell(row.getLastCellNum() - 1).getStringCellValue();
                            assertThat(original.getFileName().toString()).as(at).startsWith(fingerprint + ".");
                        }
                        originals++;
                    }
                }
            }
        }
        assertThat(originals).isGreaterThan(40_000);
        assertThat(within).isGreaterThan(9_000);
    }

    @Test
    void whatWasReportedOnTheTwelfthIsLateAndAnEmptyLedgerIsAZeroReport() throws Exception {
        try (Workbook workbook = WorkbookFactory.create(
                Files.newInputStream(published.reports("报送情况表.xlsx").get(0)))) {
            Map<String, String> marks = new TreeMap<>();
            Sheet sheet = workbook.getSheet("报送情况");
            Row codes = sheet.getRow(2);
            for (Row row : sheet) {
                // title and notes stand beside the names
                if (row.getCell(0) == null) {
                    continue;
                }
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING && codes.getCell(cell.getColumnIndex()) != null) {
                        marks.put(
                                row.getCell(0).getStringCellValue() + " "
                                        + codes.getCell(cell.getColumnIndex()).getStringCellValue(),
                                cell.getStringCellValue());
                    }
                }
            }
            assertThat(marks)
                    .containsEntry("汉昌街道 平13-2", "迟 10-12\n零报告")
                    .containsEntry("汉昌街道 平31-1", "迟 10-12")
                    .containsEntry("汉昌街道 平42-1", "—")
                    .containsEntry("天岳街道 平11-1", "迟 10-12\n待核实")
                    .containsEntry("伍市镇 平31-1", "退回·迟 10-12")
                    .containsEntry("福寿山镇 平32-2", "退回·迟 10-12");
        }
    }

    @Test
    void everySheetIsDeclaredOnePageWideAndItsPrintAreaLeavesNoColumnOut() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path report : published.reports(".xlsx")) {
            try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(report))) {
                for (Sheet sheet : workbook) {
                    String name = report.getFileName() + "!" + sheet.getSheetName();
                    // a sheet that repeats its first columns may go over several pages on purpose
                    // and one that breaks its pages itself is not fitted: spreadsheet programs pass over the breaks of
                    // a sheet that is
                    if (sheet.getRepeatingColumns() == null
                            && !sheet.getSheetName().equals(SIGNED)
                            && (!sheet.getFitToPage() || sheet.getPrintSetup().getFitWidth() != 1)) {
                        wrong.add(name + " is not fitted to the width of a page");
                    }
                    String area = workbook.getPrintArea(workbook.getSheetIndex(sheet));
                    int last = lastColumn(sheet);
                    if (area != null
                            && new AreaReference(area, workbook.getSpreadsheetVersion())
                                            .getLastCell()
                                            .getCol()
                                    < last) {
                        wrong.add(name + " has column " + last + " outside its print area " + area);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int lastColumn(Sheet sheet) {
        int last = 0;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK) {
                    last = Math.max(last, cell.getColumnIndex());
                }
            }
        }
        return last;
    }

    /** Every workbook; of those that each unit has, the largest: they have the most lines and the longest texts. */
    private List<Path> printed() throws IOException {
        Map<Path, List<Path>> folders = new TreeMap<>();
        for (Path report : published.reports(".xlsx")) {
            folders.computeIfAbsent(report.resolveSibling(""), any -> new ArrayList<>())
                    .add(report);
        }
        List<Path> chosen = new ArrayList<>();
        folders.forEach((folder, reports) -> {
            boolean ofUnits = !folder.equals(published.folder().resolve(""));
            reports.stream()
                    .sorted(Comparator.comparingLong(PublishedReportsIntegrationTests::size)
                            .reversed())
                    .limit(ofUnits ? UNITS_PRINTED : reports.size())
                    .forEach(chosen::add);
        });
        return chosen;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void everyReportPrintsWithoutACutColumn(@TempDir Path folder) throws Exception {
        PrintedPages.lacking()
                .ifPresent(lacking -> Assumptions.abort("SKIPPED, pages not looked at: " + lacking
                        + " not found; install LibreOffice (calc and writer) and poppler-utils to print the reports"));
        List<Path> reports = printed();
        reports.addAll(published.reports(".docx"));
        Map<Path, Path> copies = new TreeMap<>();
        for (Path report : reports) {
            // names of their own: reports in subfolders may bear the same name
            String name = published.folder().relativize(report).toString().replace('/', '_');
            copies.put(report, Files.copy(report, folder.resolve(name)));
        }
        PrintedPages.print(List.copyOf(copies.values()), folder);
        List<String> wrong = new ArrayList<>();
        for (Path report : reports) {
            String name = copies.get(report).getFileName().toString();
            Path pdf = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
            if (!Files.exists(pdf)) {
                wrong.add(name + " was not printed");
                continue;
            }
            List<PrintedPages.Page> pages = PrintedPages.read(pdf);
            List<Set<String>> headings = name.endsWith(".xlsx") ? headings(report) : List.of();
            // what is merged over a sheet that goes over several pages on purpose is cut where they meet
            boolean severalWide = name.endsWith(".xlsx") && isSeveralPagesWide(report);
            for (int number = 1; number <= pages.size(); number++) {
                PrintedPages.Page page = pages.get(number - 1);
                if (!severalWide && !page.outside().isEmpty()) {
                    wrong.add(name + " page " + number + ": “" + page.outside() + "” runs over the edge");
                }
                if (page.text().contains("###")) {
                    wrong.add(name + " page " + number + ": a number does not fit its column");
                }
                if (!headings.isEmpty()
                        && headings.stream().noneMatch(all -> all.stream().allMatch(page.text()::contains))) {
                    wrong.add(name + " page " + number + ": a part of the headings is on another page");
                }
                if (!page.text().contains("乡镇调度数，非法定统计数据")) {
                    wrong.add(name + " page " + number + ": does not say that these are no legal figures");
                }
            }
            assertThat(pages).as(name).isNotEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isSeveralPagesWide(Path report) throws Exception {
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(report))) {
            for (Sheet sheet : workbook) {
                if (sheet.getRepeatingColumns() != null && sheet.getPrintSetup().getFitWidth() != 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * For each sheet, the beginnings of its first and its last heading, which stand together on each of its pages unless columns have gone to another page.
     * Nothing when some sheet may have pages without headings.
     */
    private static List<Set<String>> headings(Path report) throws Exception {
        List<Set<String>> headings = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(report))) {
            for (Sheet sheet : workbook) {
                CellRangeAddress rows = sheet.getRepeatingRows();
                if (rows == null || sheet.getPrintSetup().getFitWidth() != 1) {
                    return List.of();
                }
                Set<String> ends = new HashSet<>();
                Row row = sheet.getRow(rows.getFirstRow());
                for (int[] way : new int[][] {{0, 1}, {row.getLastCellNum() - 1, -1}}) {
                    for (int column = way[0]; column >= 0 && column < row.getLastCellNum(); column += way[1]) {
                        Cell cell = row.getCell(column);
                        if (cell != null
                                && cell.getCellType() == CellType.STRING
                                && !cell.getStringCellValue().isBlank()) {
                            String text = cell.getStringCellValue().strip();
                            ends.add(text.substring(0, Math.min(2, text.length())));
                            break;
                        }
                    }
                }
                headings.add(ends);
            }
        }
        return headings;
    }
}
