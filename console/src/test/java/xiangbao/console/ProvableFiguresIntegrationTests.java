package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures, traces, exports and the sheet 数据来源 of three townships, who send .xlsx, .xls and .et. */
@NullUnmarked // answers of other programs are looked at, not trusted
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvableFiguresIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-12T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private Path workspace = Path.of("");

    private record Answer(int exit, String text, String messages) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private Answer xiangbao(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setProperty("xiangbao.home", ROOT.toString());
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--workspace", workspace.toString(), "--json"));
        int exit = Xiangbao.execute(
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false),
                CLOCK,
                all);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeAll
    void threeTownshipsReport(@TempDir Path folder) throws Exception {
        workspace = folder.resolve("workspace");
        for (String file : List.of("安定镇/2026年三季度报表.xlsx", "三市镇/2026年三季度报表.xls", "虹桥镇/2026年三季度报表.et")) {
            Path sent = folder.resolve("sent").resolve(file);
            Files.createDirectories(sent.getParent());
            Files.copy(ROOT.resolve("sample-inputs").resolve(file), sent);
        }
        Answer run = xiangbao("run", "--submit", folder.resolve("sent").toString(), "--period", "2026-Q3");
        assertThat(run.json().get("files")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "平31-1_农村卫生厕所情况_汇总表.xlsx, 60",
        "目标任务完成情况表.xlsx, 170",
        "责任单位/县农业农村局_目标任务.xlsx, 100",
        "乡镇/三市镇_情况.xlsx, 100",
        "乡镇/虹桥镇_情况.xlsx, 100",
        "乡镇/安定镇_情况.xlsx, 100"
    })
    void everyLinkOpensTheOriginalAtTheCellWithTheFigure(String name, int least) throws Exception {
        Path report = workspace.resolve("reports/2026-Q3/第1次").resolve(name);
        Map<Path, Workbook> originals = new HashMap<>();
        int followed = 0;
        Set<String> endings = new TreeSet<>();
        try (Workbook workbook = WorkbookFactory.create(report.toFile(), null, true)) {
            Sheet sources = workbook.getSheet("数据来源");
            for (Row row : sources) {
                Hyperlink link = row.getCell(9) == null ? null : row.getCell(9).getHyperlink();
                // lines of ledgers are added up, and may be texts
                if (link == null
                        || row.getCell(9).getStringCellValue().contains("、")
                        || row.getCell(5).getCellType() != CellType.NUMERIC) {
                    continue;
                }
                String[] parts = link.getAddress().split("#", 2);
                Path original = Path.of(report.getParent().toUri().resolve(URI.create(parts[0])));
                assertThat(original).exists().isRegularFile();
                endings.add(original.toString().replaceAll(".*\\.", "."));
                if (!originals.containsKey(original)) {
                    originals.put(original, WorkbookFactory.create(original.toFile(), null, true));
                }
                CellReference at = new CellReference(parts[1]);
                BigDecimal there = BigDecimal.valueOf(originals
                        .get(original)
                        .getSheet(at.getSheetName())
                        .getRow(at.getRow())
                        .getCell(at.getCol())
                        .getNumericCellValue());
                assertThat(BigDecimal.valueOf(row.getCell(5).getNumericCellValue()))
                        .as(link.getAddress())
                        .isEqualByComparingTo(there);
                assertThat(original.getFileName().toString())
                        .startsWith(row.getCell(13).getStringCellValue() + ".");
                followed++;
            }
        } finally {
            for (Workbook original : originals.values()) {
                original.close();
            }
        }
        assertThat(followed).isGreaterThanOrEqualTo(least);
        assertThat(endings).isSubsetOf(".xls", ".xlsx").hasSize(name.startsWith("乡镇/") ? 1 : 2);
        assertThat(originals.keySet())
                .allSatisfy(original ->
                        assertThat(original.toFile().canWrite() && !isRoot()).isFalse());
    }

    /** A superuser may write whatever is read-only. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Test
    void figuresOfAllUnitsAreAskedForAtOnceAndAUnitByItsName() {
        JsonNode all = xiangbao("figures", "--period", "2026-Q3", "--form", "平31-1", "--unit", "all")
                .json()
                .get("figures");
        Set<String> units = new TreeSet<>();
        all.forEach(figure -> units.add(figure.get("unitName").asString()));
        assertThat(units).hasSize(26).contains("平江县", "安定镇", "伍市镇");
        assertThat(xiangbao("figures", "--period", "2026-Q3", "--form", "平31-1", "--unit", "安定镇")
                        .json()
                        .get("figures"))
                .hasSize(26)
                .allSatisfy(figure -> assertThat(figure.get("unit").asString()).isEqualTo("430626101"));
        Answer unknown = xiangbao("figures", "--period", "2026-Q3", "--unit", "安顶镇");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.messages()).contains("没有填报单位“安顶镇”");
    }

    @Test
    void aTargetIsTracedThroughItsIndicatorsToTheCells() {
        JsonNode trace = xiangbao("trace", "S01", "--period", "2026-Q3").json();
        assertThat(trace.get("figure").get("indicator").asString()).isEqualTo("S01");
        assertThat(trace.get("figure").get("unit").asString()).isEqualTo("430626");
        assertThat(trace.get("formula").asString()).isEqualTo("100 * [平31-1:05.1] / [平31-1:04.1]");
        assertThat(trace.get("indicators"))
                .extracting(one -> one.get("indicator").asString())
                .containsExactly("平31-1:05.1", "平31-1:04.1");
        JsonNode figures = xiangbao("figures", "--period", "2026-Q3", "--form", "平31-1")
                .json()
                .get("figures");
        for (JsonNode indicator : trace.get("indicators")) {
            assertThat(figures).contains(indicator);
        }
        assertThat(trace.get("from")).hasSize(6).allSatisfy(origin -> {
            assertThat(origin.get("period").asString()).isEqualTo("2026-Q3");
            assertThat(origin.get("cell").asString()).matches("[A-Z]+\\d+");
            assertThat(origin.get("sha256").asString()).hasSize(64);
        });
        JsonNode derived = xiangbao("trace", "平31-1:普及率", "--period", "2026-Q3").json();
        assertThat(derived.get("formula").asString()).isEqualTo("100 * [05] / [04]");
        assertThat(derived.get("from")).hasSize(6);
        Answer unknown = xiangbao("trace", "S99", "--period", "2026-Q3");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.messages()).contains("没有目标“S99”", "progress");
    }

    @Test
    void theFigureOfOneUnitIsTracedToItsCell() {
        JsonNode figure = xiangbao("trace", "平31-1:05.1", "--period", "2026-Q3", "--unit", "安定镇")
                .json();
        assertThat(figure.get("figure")).isEqualTo(figureOf("安定镇", "平31-1:05.1"));
        assertThat(figure.get("from")).singleElement().satisfies(origin -> {
            assertThat(origin.get("unit").asString()).isEqualTo("430626101");
            assertThat(origin.get("value")).isEqualTo(figure.get("figure").get("value"));
            assertThat(origin.get("file").asString()).isEqualTo("安定镇/2026年三季度报表.xlsx");
            assertThat(origin.get("sheet").asString() + "!" + origin.get("cell").asString())
                    .isEqualTo("Sheet5!D13");
            assertThat(origin.get("round").asInt()).isEqualTo(1);
        });
        // what the county's trace says about the unit is the same
        assertThat(xiangbao("trace", "平31-1:05.1", "--run", "2026-Q3/1").json().get("from"))
                .filteredOn(origin -> origin.get("unit").asString().equals("430626101"))
                .singleElement()
                .isEqualTo(figure.get("from").get(0));

        JsonNode derived = xiangbao("trace", "平31-1:普及率", "--run", "2026-Q3/1", "--unit", "430626101")
                .json();
        assertThat(derived.get("formula").asString()).isEqualTo("100 * [05] / [04]");
        assertThat(derived.get("from"))
                .extracting(origin -> origin.get("indicator").asString() + " "
                        + origin.get("cell").asString())
                .containsExactly("平31-1:05.1 D13", "平31-1:04.1 D11");

        JsonNode missing = xiangbao("trace", "平31-1:05.1", "--period", "2026-Q3", "--unit", "伍市镇")
                .json();
        assertThat(missing.get("figure").get("status").asString()).isEqualTo("MISSING");
        assertThat(missing.get("from")).isEmpty();
    }

    @Test
    void aTargetOfOneUnitIsTracedToItsCells() {
        JsonNode trace =
                xiangbao("trace", "S01", "--period", "2026-Q3", "--unit", "三市镇").json();
        assertThat(trace.get("figure").get("unitName").asString()).isEqualTo("三市镇");
        assertThat(trace.get("figure").get("value").asString() + " "
                        + trace.get("target").get("status").asString() + " "
                        + trace.get("target").get("coverage").asString())
                .isEqualTo("98.88 未达标 1/1");
        assertThat(trace.get("indicators")).hasSize(2).contains(figureOf("三市镇", "平31-1:05.1"));
        assertThat(trace.get("from"))
                .extracting(origin -> origin.get("file").asString() + " "
                        + origin.get("indicator").asString() + " "
                        + origin.get("cell").asString())
                .containsExactlyInAnyOrder("三市镇/2026年三季度报表.xls 平31-1:05.1 D11", "三市镇/2026年三季度报表.xls 平31-1:04.1 D10");

        Answer county = xiangbao("trace", "G01", "--period", "2026-Q3", "--unit", "安定镇");
        assertThat(county.exit()).isEqualTo(2);
        assertThat(county.messages()).contains("目标 G01 粮食播种面积 只看全县，不逐个单位判定；请去掉 --unit");
        Answer other = xiangbao("trace", "O08", "--period", "2026-Q3", "--unit", "安定镇");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.messages()).contains("不适用于安定镇；适用的有：加义镇、伍市镇。");
        Answer all = xiangbao("trace", "S01", "--period", "2026-Q3", "--unit", "all");
        assertThat(all.exit()).isEqualTo(2);
        assertThat(all.messages()).contains("一次只能追溯全县或一个单位的数");
        Answer unknown = xiangbao("trace", "平31-1:99.1", "--period", "2026-Q3", "--unit", "安定镇");
        assertThat(unknown.messages()).contains("没有安定镇的指标“平31-1:99.1”", "figures --unit 安定镇");
    }

    private JsonNode figureOf(String unit, String indicator) {
        for (JsonNode figure : xiangbao("figures", "--period", "2026-Q3", "--form", "平31-1", "--unit", unit)
                .json()
                .get("figures")) {
            if (figure.get("indicator").asString().equals(indicator)) {
                return figure;
            }
        }
        throw new AssertionError(indicator);
    }

    @Test
    void exportsHoldTheFiguresThatAreAnswered(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("卫生.csv");
        JsonNode answer = xiangbao(
                        "export",
                        "--format",
                        "csv",
                        "--run",
                        "2026-Q3/1",
                        "--form",
                        "平31-1",
                        "--unit",
                        "all",
                        "--out",
                        file.toString())
                .json();
        assertThat(answer.get("files")).extracting(JsonNode::asString).containsExactly(file.toString());
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF报告期,");
        List<CSVRecord> lines = read(text.substring(1));
        JsonNode figures = xiangbao("figures", "--period", "2026-Q3", "--form", "平31-1", "--unit", "all")
                .json()
                .get("figures");
        assertThat(lines).hasSameSizeAs(figures).hasSize(answer.get("figures").asInt());
        for (int index = 0; index < lines.size(); index++) {
            JsonNode figure = figures.get(index);
            CSVRecord line = lines.get(index);
            assertThat(line.get("指标代码")).isEqualTo(figure.get("indicator").asString());
            assertThat(line.get("单位代码")).isEqualTo(figure.get("unit").asString());
            assertThat(line.get("数值"))
                    .isEqualTo(
                            figure.get("value").isNull()
                                    ? ""
                                    : figure.get("value").asString());
            assertThat(line.get("状态"))
                    .isEqualTo(Map.of("FINAL", "已核", "PROVISIONAL", "初步数", "MISSING", "未报", "NOT_APPLICABLE", "不适用")
                            .get(figure.get("status").asString()));
        }
    }

    @Test
    void sdmxComesWithItsStructureAndAgainWithTheSameBytes(@TempDir Path folder) throws Exception {
        JsonNode first = xiangbao("export", "--format", "sdmx-csv", "--period", "2026-Q3", "--out", folder.toString())
                .json();
        assertThat(first.get("files"))
                .extracting(file -> Path.of(file.asString()).getFileName().toString())
                .containsExactly("2026-Q3_第1次_全县.sdmx.csv", "2026-Q3_第1次_全县_目标.sdmx.csv", "2026-Q3_第1次_全县_结构.xml");
        byte[] data = Files.readAllBytes(Path.of(first.get("files").get(0).asString()));
        byte[] plan = Files.readAllBytes(Path.of(first.get("files").get(1).asString()));
        byte[] structure = Files.readAllBytes(Path.of(first.get("files").get(2).asString()));
        JsonNode again =
                xiangbao("export", "--format", "sdmx-csv", "--run", "2026-Q3/1").json();
        assertThat(Path.of(again.get("files").get(0).asString()))
                .isEqualTo(workspace.resolve("exports/2026-Q3_第1次_全县.sdmx.csv"))
                .hasBinaryContent(data);
        assertThat(Path.of(again.get("files").get(1).asString())).hasBinaryContent(plan);
        assertThat(Path.of(again.get("files").get(2).asString())).hasBinaryContent(structure);
        JsonNode progress = xiangbao("progress", "--period", "2026-Q3").json().get("targets");
        List<CSVRecord> targets = read(new String(plan, StandardCharsets.UTF_8));
        assertThat(targets).hasSameSizeAs(progress).hasSize(first.get("targets").asInt());
        assertThat(targets).anySatisfy(line -> {
            assertThat(line.get("TARGET")).isEqualTo("O02");
            assertThat(line.get("OFFICIAL_VALUE")).isEqualTo("432.60");
            assertThat(line.get("OFFICIAL_DOCUMENT")).isEqualTo("$6837$4F8B$30142026$30151$53F7");
            assertThat(line.get("GOAL_VALUE")).isEqualTo("600");
        });
        assertThat(read(new String(data, StandardCharsets.UTF_8)))
                .hasSize(first.get("figures").asInt())
                .anySatisfy(line -> {
                    assertThat(line.get("SOURCE_CODE")).isEqualTo("平31-1:05.1");
                    assertThat(line.get("OBS_STATUS")).isEqualTo("P");
                    assertThat(line.get("COVERAGE_COUNTED") + "/" + line.get("COVERAGE_EXPECTED"))
                            .isEqualTo("3/25");
                });
    }

    @Test
    void whatCannotBeExportedIsSaidWithTheWayOut() {
        Answer format = xiangbao("export", "--format", "xml", "--period", "2026-Q3");
        assertThat(format.exit()).isEqualTo(2);
        assertThat(format.messages()).contains("导出格式“xml”不对：应写成 csv 或 sdmx-csv");
        Answer period = xiangbao("export", "--format", "csv", "--period", "2020-Q1");
        assertThat(period.exit()).isEqualTo(2);
        assertThat(period.messages()).contains("2020年一季度没有汇总结果；请先运行 run --period 2020-Q1");
        Answer form = xiangbao("export", "--format", "csv", "--period", "2026-Q3", "--form", "平99-9");
        assertThat(form.exit()).isEqualTo(2);
        assertThat(form.messages()).contains("没有表号“平99-9”：请写 config/forms 里的表号。");
    }

    private static List<CSVRecord> read(String text) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
