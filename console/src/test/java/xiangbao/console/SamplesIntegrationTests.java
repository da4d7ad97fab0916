package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job over {@code sample-inputs}, as the README tells it, through the command line. */
@NullUnmarked // answers of other programs are looked at, not trusted
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplesIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-12T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    /** 双季晚稻 and 早稻 areas of these lie outside 0.85–1.20, this year and last. */
    private static final Set<String> DOUBTFUL = Set.of(
            "天岳街道/2026年三季度报表",
            "南江镇/2026年三季度报表",
            "余坪镇/2026年三季度报表",
            "天岳街道/2025年三季度报表",
            "南江镇/2025年三季度报表",
            "余坪镇/2025年三季度报表");

    private Path workspace = Path.of("");
    private JsonNode first = JsonMapper.shared().createObjectNode();

    private record Answer(int exit, String text) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private static Answer xiangbao(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
        System.setProperty("xiangbao.home", ROOT.toString());
        int exit = Xiangbao.execute(new Terminal(answers, System.err, false), CLOCK, List.of(arguments));
        return new Answer(exit, out.toString(StandardCharsets.UTF_8));
    }

    private Answer inWorkspace(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--workspace", workspace.toString(), "--json"));
        return xiangbao(all.toArray(String[]::new));
    }

    @BeforeAll
    void runsTheMainJobOverTheSamples(@TempDir Path folder) {
        workspace = folder.resolve("workspace");
        Answer answer =
                inWorkspace("run", "--submit", ROOT.resolve("sample-inputs").toString(), "--period", "2026-Q3");
        assertThat(answer.exit()).isEqualTo(1);
        first = answer.json();
    }

    /** Bands that were learned from other figures would doubt what the samples say. */
    @Test
    void theShippedBandsAreThoseOfTheSamples() {
        JsonNode learned =
                inWorkspace("bands", "--from", "2025-Q3", "--to", "2026-Q3").json();

        assertThat(learned.get("written").asBoolean()).isFalse();
        assertThat(learned.get("changes").size())
                .as("learn config/bands.csv again as config/README.md says")
                .isZero();
        assertThat(learned.get("bands").size()).isGreaterThan(400);
        assertThat(inWorkspace("bands", "--from", "2026-Q4", "--to", "2026-Q3").exit())
                .isEqualTo(2);
        Answer nothing = inWorkspace("bands", "--from", "2027-Q1", "--to", "2027-Q2", "--write");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.json().get("written").asBoolean()).isFalse();
    }

    @Test
    void everyLineOfTheSamplesReadmeHolds() throws Exception {
        Map<String, JsonNode> files = new LinkedHashMap<>();
        first.get("files").forEach(file -> files.put(file.get("file").asString(), file));
        Map<String, String> wrong = new TreeMap<>();
        int lines = 0;
        for (String line : Files.readAllLines(ROOT.resolve("sample-inputs/README.md"))) {
            String[] cells = line.split("\\|");
            if (cells.length < 5 || !cells[1].contains("/")) {
                continue;
            }
            lines++;
            String name = cells[1].strip();
            JsonNode file = files.remove(name);
            assertThat(file).as(name).isNotNull();
            String outcome = file.get("outcome").asString();
            Set<String> codes = codes(file);
            Set<String> expected = cells[4].strip().equals("–")
                    ? Set.of()
                    : new TreeSet<>(Arrays.asList(cells[4].strip().split(",")));
            if (!outcome.equals(cells[3].strip()) || !codes.containsAll(expected)) {
                wrong.put(name, outcome + " " + codes + " instead of " + cells[3].strip() + " " + expected);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).isGreaterThanOrEqualTo(30);
        files.forEach((name, file) -> assertThat(file.get("outcome").asString())
                .as(name + " " + codes(file))
                .isEqualTo(
                        DOUBTFUL.contains(name.substring(0, name.lastIndexOf('.')))
                                ? "PENDING_EXPLANATION"
                                : "ACCEPTED"));
    }

    @Test
    void checkSaysOfEverySampleWhatTheRunSaid() {
        List<String> arguments = new ArrayList<>(List.of("check", "--json"));
        Path samples = ROOT.resolve("sample-inputs");
        Map<String, JsonNode> ran = new LinkedHashMap<>();
        first.get("files").forEach(file -> {
            ran.put(samples.resolve(file.get("file").asString()).toString(), file);
        });
        arguments.addAll(ran.keySet());
        Answer answer = xiangbao(arguments.toArray(String[]::new));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.json().get("files")).hasSameSizeAs(ran.keySet());
        for (JsonNode checked : answer.json().get("files")) {
            String name = checked.get("file").asString();
            assertThat(said(checked)).as(name).isEqualTo(said(ran.get(name)));
        }
    }

    private static String said(JsonNode file) {
        StringBuilder said = new StringBuilder(file.get("outcome").asString() + " " + file.get("submissions"));
        if (file.has("findings")) {
            file.get("findings")
                    .forEach(finding -> said.append(' ')
                            .append(finding.get("code").asString())
                            .append(finding.get("severity").asString()));
        }
        return said.toString();
    }

    /** With those that fold beneath another. */
    private static Set<String> codes(JsonNode file) {
        Set<String> codes = new TreeSet<>();
        file.get("submissions").forEach(submission -> submission.get("findings").forEach(one -> add(one, codes)));
        if (file.has("findings")) {
            file.get("findings").forEach(one -> add(one, codes));
        }
        return codes;
    }

    private static void add(JsonNode finding, Set<String> codes) {
        codes.add(finding.get("code").asString());
        if (finding.has("consequences")) {
            finding.get("consequences").forEach(one -> add(one, codes));
        }
    }

    @Test
    void figuresEqualTheSumsThatAnotherReaderTakesFromTheCountedFiles() throws Exception {
        Set<String> counted = new TreeSet<>();
        first.get("files")
                .forEach(file -> file.get("submissions").forEach(submission -> {
                    if (Set.of("ACCEPTED", "PENDING_EXPLANATION")
                            .contains(submission.get("outcome").asString())) {
                        counted.add(file.get("file").asString() + "|"
                                + submission.get("form").asString() + "|"
                                + submission.get("period").asString());
                    }
                }));
        for (String[] wanted : List.of(
                new String[] {"平31-1", "2026-Q3", "05", "1"},
                new String[] {"平31-1", "2026-Q3", "04", "1"},
                new String[] {"平11-1", "2026-Q3", "01", "1"},
                new String[] {"平11-1", "2026-Q3", "01", "3"},
                new String[] {"平43-1", "2026-09", "06", "1"},
                new String[] {"平42-1", "2026-Q3", "03", "1"})) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String each : counted) {
                String[] parts = each.split("\\|");
                if (parts[1].equals(wanted[0]) && parts[2].equals(wanted[1])) {
                    sum = sum.add(
                            cell(ROOT.resolve("sample-inputs").resolve(parts[0]), wanted[0], wanted[2], wanted[3]));
                }
            }
            JsonNode figures = inWorkspace("figures", "--period", "2026-Q3", "--form", wanted[0])
                    .json()
                    .get("figures");
            BigDecimal figure = null;
            for (JsonNode each : figures) {
                if (each.get("indicator").asString().equals(wanted[0] + ":" + wanted[2] + "." + wanted[3])) {
                    figure = new BigDecimal(each.get("value").asString());
                }
            }
            assertThat(figure).as(String.join(" ", wanted)).isEqualByComparingTo(sum);
            assertThat(sum.signum()).isPositive();
        }
    }

    /** A reader of its own: the user model, the first sheet that names the form, the row with the code, the column under its number. */
    private static BigDecimal cell(Path file, String form, String code, String column) throws Exception {
        byte[] content = Files.readAllBytes(file);
        if (content[0] == 'P') {
            content = transitional(content);
        }
        try (Workbook workbook = WorkbookFactory.create(new java.io.ByteArrayInputStream(content))) {
            for (Sheet sheet : workbook) {
                boolean named = false;
                Integer codes = null;
                Map<String, Integer> numbers = new HashMap<>();
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String text = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
                        named |= text.contains(form) && text.contains("表");
                        if (text.equals("代码")) {
                            codes = cell.getColumnIndex();
                        }
                        if (codes != null && cell.getColumnIndex() > 2 && text.matches("[1-9]")) {
                            numbers.putIfAbsent(text, cell.getColumnIndex());
                        }
                    }
                    if (named && codes != null && !numbers.isEmpty()) {
                        Cell coded = row.getCell(codes);
                        if (coded != null
                                && coded.getCellType() == CellType.STRING
                                && coded.getStringCellValue().equals(code)) {
                            Cell value = row.getCell(numbers.get(column));
                            return value.getCellType() == CellType.STRING
                                    ? new BigDecimal(value.getStringCellValue().replaceAll("[^0-9.]", ""))
                                    : BigDecimal.valueOf(value.getNumericCellValue());
                        }
                    }
                }
            }
        }
        throw new AssertionError("no " + form + " " + code + " in " + file);
    }

    /** The user model does not know the strict namespaces. */
    private static byte[] transitional(byte[] workbook) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(workbook));
                var packed = new java.util.zip.ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                packed.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                        .replace(
                                "http://purl.oclc.org/ooxml/spreadsheetml/main",
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
                        .replace(
                                "http://purl.oclc.org/ooxml/officeDocument/relationships",
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
                packed.write(text.getBytes(StandardCharsets.ISO_8859_1));
                packed.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void aSecondRunFindsOnlyDuplicatesAndLeavesReportsByteIdentical() throws Exception {
        Map<String, String> before = digests();
        JsonNode again = inWorkspace(
                        "run", "--submit", ROOT.resolve("sample-inputs").toString(), "--period", "2026-Q3")
                .json();
        Set<String> outcomes = new TreeSet<>();
        again.get("files").forEach(file -> outcomes.add(file.get("outcome").asString()));
        assertThat(outcomes).containsExactly("DUPLICATE");
        assertThat(again.get("run").asInt()).isEqualTo(first.get("run").asInt());
        assertThat(digests()).isEqualTo(before);
        assertThat(before).isNotEmpty();
    }

    private Map<String, String> digests() throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(workspace.resolve("reports"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(
                        workspace.relativize(file).toString(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
            }
        }
        return digests;
    }

    @Test
    void tracesACountyFigureToTheCellsOfItsTownships() {
        JsonNode trace =
                inWorkspace("trace", "平31-1:05.1", "--period", "2026-Q3").json();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode from : trace.get("from")) {
            sum = sum.add(new BigDecimal(from.get("value").asString()));
            assertThat(from.get("cell").asString()).matches("[A-Z]+[0-9]+");
            assertThat(from.get("sha256").asString()).matches("[0-9a-f]{64}");
        }
        assertThat(sum).isEqualByComparingTo(trace.get("figure").get("value").asString());
        assertThat(trace.get("from").size()).isEqualTo(24);
    }

    /** Every row of the plan, whatever its figure comes from. */
    private static final String STANDING = """
            G01 未到考核时点
            G02 未到考核时点
            G03 达标
            G04 已完成
            G05 未到考核时点
            G06 未到考核时点
            G07 目标未定
            G08 严重滞后
            G09 未判定
            G10 目标未定
            G11 未判定
            G12 目标未定
            G13 目标未定
            G14 目标未定
            G15 目标未定
            R01 未达标
            R02 滞后
            R03 目标未定
            R04 目标未定
            R05 推进中
            S01 达标
            S02 目标未定
            S03 未达标
            S04 目标未定
            S05 目标未定
            N01 未达标
            N02 达标
            N03 目标未定
            N04 达标
            N05 未达标
            N06 目标未定
            N07 目标未定
            O01 未达标
            O02 滞后
            O03 达序时
            O04 达序时
            O05 严重滞后
            O06 已完成
            O07 达标
            O08 未达标
            O09 目标未定
            C01 滞后
            C02 未达标
            C03 达标
            C04 达序时
            C05 目标未定
            C06 滞后
            C07 目标未定
            C08 目标未定
            C09 达标
            C10 达序时
            C11 未达标
            C12 未达标
            C13 目标未定
            C14 目标未定
            C15 未达标
            C16 目标未定
            C17 目标未定
            C18 目标未定
            C19 未判定
            C20 目标未定
            C21 目标未定
            C22 达标
            C23 目标未定
            C24 不适用
            C25 严重滞后
            C26 目标未定
            D01 已完成
            D02 未达标
            D03 目标未定
            D04 已完成
            D05 未达标
            D06 已完成
            D07 达标
            D08 达标
            D09 推进中
            D10 达标
            D11 仅供参考
            D12 推进中
            D13 目标未定
            D14 目标未定
            D15 目标未定
            E01 已完成
            E02 目标未定
            E03 目标未定
            E04 目标未定
            E05 已完成
            E06 达标
            E07 目标未定
            E08 目标未定
            E09 达标
            E10 目标未定
            E11 目标未定
            """;

    @Test
    void judgesEveryRowOfThePlan() {
        Map<String, String> expected = new LinkedHashMap<>();
        STANDING.lines().forEach(line -> expected.put(line.split(" ")[0], line.split(" ")[1]));
        Map<String, String> states = states();
        Map<String, String> rows = new LinkedHashMap<>(states);
        rows.keySet().removeIf(code -> code.length() > 3);
        assertThat(rows).containsExactlyEntriesOf(expected);
        assertThat(rows).hasSize(93);
        assertThat(new TreeSet<>(rows.values()))
                .containsExactlyInAnyOrder(
                        "达标", "已完成", "达序时", "滞后", "严重滞后", "未达标", "推进中", "未到考核时点", "目标未定", "未判定", "不适用", "仅供参考");
    }

    @Test
    void judgesTheFiguresOfARowOneByOne() {
        assertThat(states())
                .containsEntry("R01a", "已完成")
                .containsEntry("R01b", "未达标")
                .containsEntry("G08a", "滞后")
                .containsEntry("G08b", "严重滞后")
                .containsEntry("R02c", "目标未定")
                .containsEntry("O07a", "达标")
                .containsEntry("C19a", "未判定");
    }

    private Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        inWorkspace("progress", "--period", "2026-Q3")
                .json()
                .get("targets")
                .forEach(target -> states.put(
                        target.get("code").asString(), target.get("status").asString()));
        return states;
    }

    @Test
    void countsWhatLiesInSeveralTownshipsOnceAndListsWhoMissesWhatTheCountyReaches() {
        Map<String, JsonNode> targets = new HashMap<>();
        inWorkspace("progress", "--period", "2026-Q3")
                .json()
                .get("targets")
                .forEach(target -> targets.put(target.get("code").asString(), target));
        // 640 and 470 亩 under one number make a base of 千亩; a cluster counts only when all its townships have all five
        assertThat(targets.get("O06").get("actual").asString()).isEqualTo("1");
        assertThat(targets.get("E04").get("actual").asString()).isEqualTo("1");
        // eight firms, one of which stands in both lists
        assertThat(targets.get("D07a").get("actual").asString()).isEqualTo("8");
        assertThat(names(targets.get("S01"))).containsExactly("三市镇", "加义镇", "向家镇", "余坪镇", "石牛寨镇");
        assertThat(names(targets.get("C15"))).containsExactly("木金乡");
        assertThat(names(targets.get("O08"))).containsExactly("加义镇");
        assertThat(targets.get("C02").get("actual").asString()).isEqualTo("91.67");
    }

    private static List<String> names(JsonNode target) {
        List<String> names = new ArrayList<>();
        target.get("below").forEach(name -> names.add(name.asString()));
        return names;
    }

    @Test
    void tellsWhichDepartmentsReportedAndWhichDidNot() {
        Map<String, String> states = new HashMap<>();
        inWorkspace("status", "--period", "2026-Q3")
                .json()
                .get("units")
                .forEach(unit -> states.put(
                        unit.get("unit").asString() + " " + unit.get("form").asString() + " "
                                + unit.get("period").asString(),
                        unit.get("state").asString()));
        assertThat(states)
                .containsEntry("430626-GA 平71-1 2026-Q3", "未报")
                .containsEntry("430626-JY 平71-1 2026-Q3", "退回")
                .containsEntry("430626-LY 平71-1 2026-Q3", "通过")
                .containsEntry("430626-YJ 平71-2 2026-09", "通过")
                .doesNotContainKey("430626-CZ 平71-1 2026-Q3");
    }

    @Test
    void saysWhoOwesWhat() {
        Map<String, Integer> states = new TreeMap<>();
        inWorkspace("status", "--period", "2026-Q3")
                .json()
                .get("units")
                .forEach(unit -> states.merge(unit.get("state").asString(), 1, Integer::sum));
        assertThat(states).containsKeys("通过", "待核实", "退回", "未报");
    }
}
