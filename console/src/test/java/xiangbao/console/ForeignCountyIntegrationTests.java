package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.console.published.Agreement;
import xiangbao.console.published.ForeignCounty;
import xiangbao.console.published.Published;
import xiangbao.console.published.TargetWords;

/** A county of which the program has never heard: configured without Java, with the shipped templates, it publishes its own figures and nobody else's words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignCountyIntegrationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-09T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private Path folder = Path.of("");
    private Published published = new Published(
            folder, JsonMapper.shared().nullNode(), JsonMapper.shared().nullNode());

    private String xiangbao(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", folder.resolve("config").toString()));
        if (!arguments[0].equals("config")) {
            all.addAll(List.of("--workspace", folder.resolve("workspace").toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setProperty("xiangbao.home", ROOT.toString());
        Xiangbao.execute(
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false), CLOCK, all);
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return JsonMapper.shared().readTree(xiangbao(all.toArray(String[]::new)));
    }

    @BeforeAll
    void publishes(@TempDir Path temporary) throws IOException {
        folder = temporary;
        ForeignCounty.configure(ROOT.resolve("config"), folder.resolve("config"));
        for (String period : List.of("2026-09", ForeignCounty.PERIOD)) {
            xiangbao("forms", "--period", period);
        }
        Path blanks = folder.resolve("workspace/forms");
        ForeignCounty.fill(blanks);
        JsonNode run = json("run", "--submit", blanks.toString(), "--period", ForeignCounty.PERIOD);
        assertThat(run.get("files"))
                .hasSize(7)
                .allSatisfy(file -> assertThat(file.get("outcome").asString())
                        .as(file.toString())
                        .isEqualTo("ACCEPTED"));
        published = new Published(
                folder.resolve("workspace/reports/2026-Q3/第" + run.get("run").asInt() + "次"),
                json("figures", "--period", ForeignCounty.PERIOD),
                json("progress", "--period", ForeignCounty.PERIOD));
    }

    @Test
    void itsConfigurationIsRight() {
        JsonNode check = json("config", "check");
        assertThat(check.get("valid").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.get("targets").get("total").asInt()).isEqualTo(5);
        assertThat(check.get("targets").get("parts").asInt()).isEqualTo(2);
        assertThat(xiangbao("config", "check")).contains("任务目标 5项（另列分项2项）");
    }

    @Test
    void itsTargetsReadAsPeopleSayThem() {
        assertThat(published.progress().get("targets"))
                .extracting(target -> target.get("code").asString() + " "
                        + target.get("targetText").asString() + " "
                        + target.get("actualText").asString() + " "
                        + target.get("status").asString())
                .containsExactly(
                        "A01 ≥ 95 94.9 未达标",
                        "A02 3个乡镇各≥ 1个 2个乡镇达到／3个，缺白水乡 未达标",
                        "A03 2项均达到 2项中达到0项 滞后",
                        "A03a ≥ 5 4.750 达序时",
                        "A03b ≥ 3,000 2,034.75 滞后",
                        "A04 目标未定 −1,334 目标未定",
                        "A05 到期的2个节点均完成 到期的2个节点中完成1个 未达标");
        assertThat(published.progress().get("targets").get(5).get("actual").asString())
                .isEqualTo("-1334");
        assertThat(xiangbao("figures", "--period", ForeignCounty.PERIOD))
                .contains("2,034.75", "20,122", "−1,334", "4.750", "94.9");
    }

    @Test
    void everyOutputSaysTheSame() throws Exception {
        assertThat(Agreement.of(published, false).disagreements()).isEmpty();
        Path exported = folder.resolve("导出.csv");
        xiangbao("export", "--format", "csv", "--period", ForeignCounty.PERIOD, "--out", exported.toString());
        TargetWords words = TargetWords.of(
                published, xiangbao("progress", "--period", ForeignCounty.PERIOD), folder.resolve("导出_目标.csv"));
        assertThat(words.disagreements()).isEmpty();
        assertThat(words.counts()).isEqualTo("5项（另列分项2项） 滞后1项，未达标3项，目标未定1项");
        assertThat(words.compared()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void nothingOfTheShippedCountyIsInItsWorkbooksOrInTheTemplates() throws IOException {
        TreeSet<String> words = new TreeSet<>(List.of("平江", "430626"));
        for (String line : Files.readAllLines(ROOT.resolve("config/units.csv"))) {
            String[] cells = line.split(",", -1);
            words.add(cells[2]);
        }
        words.remove("name");
        for (String line : Files.readAllLines(ROOT.resolve("config/plan.yaml"))) {
            if (line.matches("(title|  office): .*")) {
                words.add(line.replaceFirst("^.*?: ", ""));
            }
        }
        Pattern alien = Pattern.compile("平\\d\\d-\\d|" + String.join("|", words));
        List<Path> files = new ArrayList<>();
        for (Path where : List.of(ROOT.resolve("templates"), folder.resolve("workspace"))) {
            try (Stream<Path> all = Files.walk(where)) {
                all.filter(file -> file.toString().matches(".*\\.(xlsx|docx)")).forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(25);
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    alien.matcher(text).results().forEach(match -> found.add(file.getFileName() + " " + match.group()));
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
