package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What commands print, and how they end. */
class TerminalTests {
    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();
    private static final String ESCAPE = "\u001b[2K";

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(answers, true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            false);

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-10-09T00:20:00Z"), ZoneId.of("Asia/Shanghai"));
        return Xiangbao.execute(terminal, clock, List.of(arguments));
    }

    private String answer() {
        return answers.toString(StandardCharsets.UTF_8);
    }

    private String message() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysOneLineWhateverIsInIt() {
        terminal.say("a.xlsx\n共处理 9 个文件，通过 9。\r\u0085\u2028" + ESCAPE + "\u009b2K\u202E");
        terminal.message("a\tb" + ESCAPE);

        assertThat(answer())
                .isEqualTo("a.xlsx〈换行〉共处理 9 个文件，通过 9。〈U+000D〉〈U+0085〉〈U+2028〉〈U+001B〉[2K〈U+009B〉2K〈U+202E〉"
                        + System.lineSeparator());
        assertThat(message()).isEqualTo("a〈制表符〉b〈U+001B〉[2K" + System.lineSeparator());
    }

    @Test
    void letsNoCellOfATableBreakIt() {
        TextTable table = new TextTable("文件", "结果");
        table.add("a\nb", "退回");
        table.add("伍市镇", "通过");

        assertThat(table.lines()).containsExactly("文件        结果", "────────────────", "a〈换行〉b  退回", "伍市镇      通过");
    }

    private record Named(String file) {}

    @Test
    void escapesInJsonWhatSpeaksToATerminal() {
        terminal.json(new Named("a\n" + ESCAPE + "\u009b\u202E\u2028中😀"));

        assertThat(answer().strip().replaceAll("\\s+", ""))
                .isEqualTo("{\"file\":\"a\\n\\u001B[2K\\u009b\\u202e\\u2028中😀\"}");
    }

    @Test
    void checkOfAFileWhoseNameBreaksTheLineIsOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("a\n通过.xlsx"), "no workbook");

        assertThat(run("check", "--config", CONFIG.toString(), file.toString())).isEqualTo(1);
        assertThat(answer().lines()).noneMatch(line -> line.startsWith("通过"));
        assertThat(answer()).contains("a〈换行〉通过.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void checkOfAMissingFileIsWrongUsage(String json) {
        List<String> words = new ArrayList<>(List.of("check", "--config", CONFIG.toString()));
        if (!json.isEmpty()) {
            words.add(json);
        }
        words.add(folder.resolve("没有.xlsx").toString());

        assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
        if (!json.isEmpty()) {
            assertThat(answer()).contains("\"exit\":2".replace(":", answer().contains("\" : ") ? " : " : ":"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "status",
                "status --period 2026-Q9",
                "progress",
                "diff 1",
                "config",
                "run --submit 没有的文件",
                "check",
                "check --config 没有 x.xlsx",
                "export",
                "seal --period 2026-Q3",
                "rerun --period 2026-Q3 --from nowhere --reason x"
            })
    void wrongUsageEndsWithTwo(String words) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(message()).isNotBlank().doesNotContain("Exception", "picocli");
        assertThat(answer()).isEmpty();
    }

    /** Where every description begins in the same column of the terminal, however wide the names before it are. */
    @Test
    void alignsTheHelpOfEveryCommand() {
        for (String command : new CommandLine(new Xiangbao(terminal), new Commands(terminal, Clock.systemUTC()))
                .getSubcommands()
                .keySet()) {
            answers.reset();
            assertThat(run(command, "--help")).isZero();
            List<String> options = answer().lines()
                    .dropWhile(line -> !line.equals("选项："))
                    .skip(1)
                    .takeWhile(line -> !line.isBlank())
                    .toList();
            assertThat(options.stream()
                            .filter(line -> line.startsWith("      -") || line.startsWith("  -"))
                            .map(line -> TextTable.width(line.replaceFirst("(^ +(?:-., )?[^ ]+ +).*", "$1")))
                            .distinct())
                    .as(command + "\n" + answer())
                    .hasSize(1);
            assertThat(options).allMatch(line -> TextTable.width(line) <= 102);
        }
    }

    @Test
    void breaksLinesBeforeNoClosingMarkAndWithinNoWord() {
        assertThat(HelpLists.wrapped("写次数则查看以前那次汇总，如 2026-Q3/7。", 24)).containsExactly("写次数则查看以前那次汇", "总，如 2026-Q3/7。");
        assertThat(HelpLists.wrapped("短", 24)).containsExactly("短");
    }
}
