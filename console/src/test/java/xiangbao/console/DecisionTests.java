package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions are found by their number and by the package in which they show. */
class DecisionTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path DECISIONS = HOME.resolve("docs/decisions");
    private static final String INDEX = "README.md";
    private static final Pattern LINK = Pattern.compile("\\[(\\d{4}) ([^\\]]+)\\]\\(([^)]+)\\)");
    private static final Pattern MODULE = Pattern.compile("## ([a-z]+)");
    private static final Pattern PACKAGE = Pattern.compile("\\| `([a-z.]+)` \\|.*");

    @Test
    void numbersHaveNoHoles() throws IOException {
        List<String> numbers =
                decisions().stream().map(name -> name.substring(0, 4)).toList();

        assertThat(numbers)
                .hasSizeGreaterThan(40)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(number -> String.format(Locale.ROOT, "%04d", number))
                        .toList());
    }

    @Test
    void theIndexListsEveryDecisionOnceUnderItsTitle() throws IOException {
        Matcher links = LINK.matcher(Files.readString(DECISIONS.resolve(INDEX), StandardCharsets.UTF_8));
        List<String> listed = new ArrayList<>();
        while (links.find()) {
            String file = links.group(3);
            assertThat(file).startsWith(links.group(1) + "-");
            assertThat(Files.readAllLines(DECISIONS.resolve(file)).get(0))
                    .isEqualTo("# " + Integer.parseInt(links.group(1)) + ". " + links.group(2));
            listed.add(file);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(decisions());
    }

    @Test
    void theIndexNamesPackagesThatThereAre() throws IOException {
        String module = "";
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(DECISIONS.resolve(INDEX), StandardCharsets.UTF_8)) {
            Matcher heading = MODULE.matcher(line);
            Matcher row = PACKAGE.matcher(line);
            if (heading.matches()) {
                module = heading.group(1);
            } else if (row.matches() && !module.isEmpty()) {
                String inner = row.group(1).replace('.', '/');
                assertThat(HOME.resolve(
                                module + "/src/main/java/xiangbao/" + module + "/" + inner + "/package-info.java"))
                        .exists();
                named.add(inner);
            }
        }

        assertThat(named).contains("formula", "intake");
    }

    private static List<String> decisions() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(INDEX))
                    .sorted()
                    .toList();
        }
    }
}
