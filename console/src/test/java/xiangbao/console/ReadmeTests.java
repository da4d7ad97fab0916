package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The README, and the pages that it leads to, say nothing that is not so. */
class ReadmeTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FENCE = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final List<String> PAGES =
            List.of("README.md", "docs/how-do-i.md", "docs/operating.md", "docs/contributing.md");

    @Test
    void everyCommandIsUnderstood() throws IOException {
        List<String> commands = commands("./xiangbao ");

        assertThat(commands)
                .contains("./xiangbao run --submit sample-inputs --period 2026-Q3", "./xiangbao config check");
        commands.forEach(ReadmeTests::parse);
    }

    @Test
    void everyCommandOfTheProgramIsShown() throws IOException {
        List<String> shown = commands("./xiangbao ");

        assertThat(program().getSubcommands().keySet())
                .allSatisfy(name -> assertThat(shown)
                        .anySatisfy(command -> assertThat(command).startsWith("./xiangbao " + name)));
    }

    @Test
    void anUnknownCommandOrOptionWouldBeNoticed() {
        assertThatThrownBy(() -> parse("./xiangbao fly --period 2026-Q3")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("./xiangbao status --quarter 2026-Q3")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("./xiangbao status --period 2026-Q5")).isInstanceOf(ParameterException.class);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> checked = new ArrayList<>();
        for (String page : PAGES) {
            Path folder = HOME.resolve(page).resolveSibling("");
            Matcher links = LINK.matcher(text(page));
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains("://")) {
                    String[] parts = target.split("#", 2);
                    Path file = parts[0].isEmpty()
                            ? HOME.resolve(page)
                            : folder.resolve(parts[0]).normalize();
                    assertThat(file).as(page).exists();
                    if (parts.length > 1) {
                        assertThat(anchors(HOME.relativize(file).toString()))
                                .as(page)
                                .contains(parts[1]);
                    }
                    checked.add(HOME.relativize(file).toString());
                }
            }
        }

        assertThat(checked)
                .contains("config/README.md", "sample-inputs/README.md", "docs/glossary.md", "docs/用户手册/乡镇统计员.md")
                .containsAll(PAGES);
    }

    @Test
    void thePicturesAreSmall() throws IOException {
        try (Stream<Path> pictures = Files.list(HOME.resolve("docs/pictures"))) {
            assertThat(pictures)
                    .hasSize(2)
                    .allSatisfy(picture -> assertThat(Files.size(picture)).isLessThan(150_000));
        }
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(text("README.md").lines()).hasSizeLessThan(150);
    }

    @Test
    void theTestCommandIsTheOneThatIsRunForEveryChange() throws IOException {
        List<String> lines = Files.readAllLines(HOME.resolve(".ci/run"), StandardCharsets.UTF_8);
        List<String> run =
                lines.stream().filter(line -> line.startsWith("mvn ")).toList();

        assertThat(run).containsExactly("mvn -B -ntp verify");
        assertThat(commands("mvn ")).contains(run.get(0));
    }

    @Test
    void theSamplesThatItNamesExist() throws IOException {
        List<String> named = commands("./xiangbao ").stream()
                .flatMap(command -> List.of(command.split(" +")).stream())
                .filter(word -> word.startsWith("sample-inputs"))
                .toList();

        assertThat(named)
                .hasSize(2)
                .allSatisfy(path -> assertThat(HOME.resolve(path)).exists());
    }

    private static void parse(String command) {
        String[] words = command.split(" +");
        program().parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
    }

    private static CommandLine program() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false);
        return new CommandLine(new Xiangbao(terminal), new Commands(terminal, Clock.systemUTC()));
    }

    /** The command lines in the pages' shell blocks that begin so. */
    private static List<String> commands(String beginning) throws IOException {
        List<String> commands = new ArrayList<>();
        for (String page : PAGES) {
            Matcher blocks = FENCE.matcher(text(page));
            while (blocks.find()) {
                blocks.group(1)
                        .lines()
                        .filter(line -> line.startsWith(beginning))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    /** As GitHub makes them of the headings of a page. */
    private static List<String> anchors(String page) throws IOException {
        Matcher headings = HEADING.matcher(text(page));
        List<String> anchors = new ArrayList<>();
        while (headings.find()) {
            anchors.add(headings.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }

    private static String text(String page) throws IOException {
        return Files.readString(HOME.resolve(page), StandardCharsets.UTF_8);
    }
}
