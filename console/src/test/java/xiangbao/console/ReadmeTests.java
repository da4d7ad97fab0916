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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The README says nothing that is not so. */
class ReadmeTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FENCE = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

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
        Matcher links = LINK.matcher(readme());
        List<String> checked = new ArrayList<>();
        while (links.find()) {
            String target = links.group(1);
            if (!target.contains("://") && !target.startsWith("#")) {
                assertThat(HOME.resolve(target)).exists();
                checked.add(target);
            }
        }

        assertThat(checked)
                .contains("config/README.md", "sample-inputs/README.md", "docs/glossary.md", "docs/用户手册/乡镇统计员.md");
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

    /** The command lines in the README's shell blocks that begin so. */
    private static List<String> commands(String beginning) throws IOException {
        Matcher blocks = FENCE.matcher(readme());
        List<String> commands = new ArrayList<>();
        while (blocks.find()) {
            blocks.group(1).lines().filter(line -> line.startsWith(beginning)).forEach(commands::add);
        }
        return commands;
    }

    private static String readme() throws IOException {
        return Files.readString(HOME.resolve("README.md"), StandardCharsets.UTF_8);
    }
}
