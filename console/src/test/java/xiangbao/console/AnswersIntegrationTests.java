package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.console.published.ForeignCounty;

/**
 * What every command answers with {@code --json}, played on a small county: byte for byte as recorded in {@code src/test/resources/answers}, and as the
 * schemas in {@code docs/api} say. Scripts rely on it. With {@code -Dsamples.update=true} it is recorded anew; then read the difference.
 */
@NullUnmarked // answers of other programs are looked at, not trusted
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RECORDED = Path.of("src/test/resources/answers");
    private static final Path SCHEMAS = ROOT.resolve("docs/api");

    /** The greeting of {@code serve} is looked at where a process serves; a backup that was restored is told like one that was made. */
    private static final Set<String> NOT_PLAYED = Set.of("serve", "common");

    private static final String API = "https://xiangbao.example/api/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(AnswersIntegrationTests::schemaText));

    private final Map<String, String> answers = new LinkedHashMap<>();
    private Path folder = Path.of("");
    private Instant now = Instant.parse("2026-10-09T01:00:00Z");

    /** Gives a command and keeps its answer under the name of its record, which begins with the name of its schema. */
    private JsonNode answer(String name, String... arguments) {
        String text = xiangbao(arguments);
        answers.put(name, withoutWhatDiffers(text));
        return JsonMapper.shared().readTree(text);
    }

    private String xiangbao(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        if (!all.contains("--config")) {
            all.addAll(List.of("--config", folder.resolve("config").toString()));
        }
        if (!all.contains("--workspace")) {
            all.addAll(List.of("--workspace", folder.resolve("workspace").toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setProperty("xiangbao.home", ROOT.toString());
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);
        Clock clock = Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
        Xiangbao.execute(
                new Commands(terminal, clock, new ClientRequest(Path.of("").toAbsolutePath(), "周统计"), null), all);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Folders, digests of files that are made on the spot, the version of the program. */
    private String withoutWhatDiffers(String text) {
        return text.replace("\r\n", "\n")
                .replace(folder.toString(), "…")
                .replaceAll("[0-9a-f]{64}", "…")
                .replaceAll("[0-9a-f]{12}(?=[_.])", "…")
                .replaceAll("\"bytes\" : \\d+", "\"bytes\" : 0")
                .replaceAll("\"rows\" : \\d+,(\\s+)\"files\" : \\d+", "\"rows\" : 0,$1\"files\" : 0")
                .replace("\"" + Xiangbao.VERSION + "\"", "\"…\"");
    }

    @BeforeAll
    void aSmallCountyReports(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
        Path config = ForeignCounty.configure(ROOT.resolve("config"), folder.resolve("config"));
        change(
                config.resolve("forms/云31-1.yaml"),
                "请核对 01、02 两行。 }",
                "请核对 01、02 两行。 }\n  - { code: 31-P1, severity: 核实性, formula: \"[03] ≥ 1\", label: 至少有一个文化站, remedy: 请核实。 }");
        cases(config);
        configurations(config);
        Path blanks = folder.resolve("workspace/forms");
        answer("forms", "forms", "--period", ForeignCounty.PERIOD);
        xiangbao("forms", "--period", "2026-09");
        ForeignCounty.fill(blanks);
        firstRound(blanks);
        doubts();
        questions();
        again(config);
        finalFigures();
        answer("log", "log", "--period", ForeignCounty.PERIOD);
        answer("backup", "backup", folder.resolve("备份.zip").toString());
        answer(
                "backup-restored",
                "restore",
                folder.resolve("备份.zip").toString(),
                "--workspace",
                folder.resolve("restored").toString());
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void cases(Path config) throws IOException {
        Files.createDirectories(config.resolve("cases"));
        Files.writeString(config.resolve("cases/云31-1.case"), """
                单位 青石镇
                报告期 2026年三季度

                底表
                  01 = 100
                  02 = 90
                  03 = 1
                  04 = 1
                  05 = 1

                关系 31-T1  通自来水户不多于农村总户数
                  通过
                  不通过    02 = 99
                """);
    }

    private void configurations(Path config) throws IOException {
        answer("config-check", "config", "check");
        answer("config-test", "config", "test");
        Path wrong = ForeignCounty.configure(ROOT.resolve("config"), folder.resolve("wrong"));
        change(wrong.resolve("forms/云31-1.yaml"), "layout", "layuot");
        answer("config-check-mistakes", "config", "check", "--config", wrong.toString());
        assertThat(config).isDirectory();
    }

    private void firstRound(Path blanks) throws IOException {
        Path sent = folder.resolve("sent");
        List<Path> filled;
        try (Stream<Path> files = Files.walk(blanks)) {
            filled = files.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : filled) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("红泥乡")) {
                continue;
            }
            Path copy = sent.resolve(name.replaceFirst("_.*", "")).resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            if (name.startsWith("青石镇") && name.contains("季")) {
                Files.copy(file, copy.resolveSibling("再报一次.xlsx"));
            }
            if (name.startsWith("白水乡")) {
                // more households with a tap than households
                figure(copy, 4800, 5500);
            }
        }
        Files.writeString(sent.resolve("白水乡/打不开.xlsx"), "这不是工作簿");
        List<String> all = new ArrayList<>(List.of("check"));
        try (Stream<Path> files = Files.walk(sent)) {
            files.filter(Files::isRegularFile).sorted().map(Path::toString).forEach(all::add);
        }
        answer("check", all.toArray(String[]::new));
        answer("run", "run", "--submit", sent.toString(), "--period", ForeignCounty.PERIOD);
        answer("status", "status", "--period", ForeignCounty.PERIOD);
        answer("remind", "remind", "--period", ForeignCounty.PERIOD, "--unit", "白水乡");
        now = Instant.parse("2026-10-10T01:00:00Z");
        Path mended = folder.resolve("mended");
        for (Path file : filled) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("白水乡") || name.startsWith("红泥乡")) {
                Path copy = mended.resolve(name.replaceFirst("_.*", "")).resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        answer("run-again", "run", "--submit", mended.toString(), "--period", ForeignCounty.PERIOD);
    }

    /** Changes a figure wherever it stands in a workbook. */
    private static void figure(Path file, double from, double to) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() == from) {
                            cell.setCellValue(to);
                        }
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private void doubts() {
        String period = ForeignCounty.PERIOD;
        String doubt = answer("findings", "findings", "--period", period)
                .get("findings")
                .get(0)
                .get("id")
                .asString();
        answer("decision-preview", "accept", "--period", period, "--unexplained", "--reason", "已核实", "--preview");
        answer("decision-asked", "ask", "--period", period, "--finding", doubt, "--text", "哪个村？");
        now = Instant.parse("2026-10-12T01:00:00Z");
        answer("findings-asked", "findings", "--period", period);
        answer("decision-refused", "refuse", "--period", period, "--finding", doubt, "--reason", "漏填");
        answer(
                "decision-accepted",
                "accept",
                "--period",
                period,
                "--finding",
                doubt,
                "--unexplained",
                "--reason",
                "已建成");
        answer("findings-accepted", "findings", "--period", period);
    }

    private void questions() {
        String period = ForeignCounty.PERIOD;
        answer("figures", "figures", "--period", period, "--form", "云31-1");
        answer("progress", "progress", "--period", period);
        answer("trace-figure", "trace", "云31-1:自来水普及率", "--period", period);
        answer("trace-figure-unit", "trace", "云31-1:02.1", "--period", period, "--unit", "白水乡");
        answer("trace-target", "trace", "A01", "--period", period, "--unit", "青石镇");
        answer("export", "export", "--format", "csv", "--period", period, "--unit", "all");
        answer("outliers", "outliers", "--period", period);
        answer("bands", "bands", "--from", "2026-Q2", "--to", period);
        answer("backtest", "config", "backtest", "31-T1", "--periods", period);
        answer("health", "config", "health", "--periods", period, "--form", "云31-1");
    }

    /** With a stricter relation. */
    private void again(Path config) throws IOException {
        String period = ForeignCounty.PERIOD;
        change(config.resolve("forms/云31-1.yaml"), "[02] ≤ [01]", "[02] ≤ [01] - 100");
        answer("rerun-preview", "rerun", "--period", period, "--preview");
        answer("rerun", "rerun", "--period", period, "--form", "云31-1", "--reason", "口径从严");
        answer("runs", "runs", "--period", period);
        answer("run-detail", "run", period + "/3");
        answer("reproduction", "run", period + "/2", "--reproduce");
        answer("diff", "diff", "2", "3", "--period", period);
        answer("waive", "waive", "31-T1", "--unit", "红泥乡", "--period", period, "--reason", "管网延伸到户");
        answer("findings-waived", "findings", "--period", period, "--unit", "红泥乡");
        answer("waive-undone", "waive", "31-T1", "--unit", "红泥乡", "--period", period, "--undo", "--reason", "已改报");
    }

    private void finalFigures() throws IOException {
        String period = ForeignCounty.PERIOD;
        answer("seal-lacking", "seal", "--period", period, "--reason", "调度会");
        answer("seal", "seal", "--period", period, "--incomplete", "--reason", "调度会通过");
        now = Instant.parse("2026-10-20T01:00:00Z");
        Path late = folder.resolve("late/白水乡/更正.xlsx");
        Files.createDirectories(late.getParent());
        try (Stream<Path> files = Files.walk(folder.resolve("mended/白水乡"))) {
            Files.copy(
                    files.filter(file -> String.valueOf(file.getFileName()).contains("季"))
                            .findFirst()
                            .orElseThrow(),
                    late);
        }
        figure(late, 4800, 4810);
        answer("run-held", "run", "--submit", folder.resolve("late").toString(), "--period", period);
        answer(
                "correct-preview",
                "correct",
                "--period",
                period,
                "--reason",
                "漏数十户",
                "--approved-by",
                "李局长",
                "--preview");
        answer("correct", "correct", "--period", period, "--reason", "漏数十户", "--approved-by", "李局长");
        answer("unseal", "unseal", "--period", period, "--reason", "全县重新核实");
    }

    static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyAnswerIsRecorded() throws IOException {
        if (Boolean.getBoolean("samples.update")) {
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                Files.writeString(RECORDED.resolve(answer.getKey() + ".json"), answer.getValue());
            }
        }
        assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theAnswerIsAsRecorded(String name) throws IOException {
        assertThat(answers.get(name)).isEqualTo(Files.readString(RECORDED.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theAnswerIsAsItsSchemaSays(String name) {
        assertThat(schema(kind(name)).validate(answers.get(name), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everySchemaHasAnAnswer() throws IOException {
        Set<String> kinds = names().stream().map(AnswersIntegrationTests::kind).collect(Collectors.toSet());
        kinds.addAll(NOT_PLAYED);
        assertThat(schemas()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    /** The longest name of a schema that the name of a record begins with. */
    private static String kind(String name) {
        try {
            return schemas().stream()
                    .filter(schema -> name.equals(schema) || name.startsWith(schema + "-"))
                    .reduce((shorter, longer) -> longer)
                    .orElseThrow(() -> new AssertionError("no schema for " + name));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Set<String> schemas() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".schema.json"))
                    .map(file -> file.replace(".schema.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Schema schema(String kind) {
        return REGISTRY.getSchema(SchemaLocation.of(API + kind + ".schema.json"));
    }

    /** Nothing is fetched from the network. */
    private static String schemaText(String address) {
        try {
            return address.startsWith(API) ? Files.readString(SCHEMAS.resolve(address.substring(API.length()))) : null;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
