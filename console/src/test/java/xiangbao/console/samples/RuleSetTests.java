package xiangbao.console.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.documents.ConfigurationMistake;

/** The shipped relations held against each other, and what is told of one that is planted among them. */
class RuleSetTests {
    private static final Path CONFIG = Path.of("..").resolve("config");

    @TempDir
    Path folder;

    @Test
    void theShippedRelationsFitTogether() {
        assertThat(DefinitionsReader.check(CONFIG).mistakes()).isEmpty();
    }

    @Test
    void oneThatContradictsThemIsToldWithFileAndLine() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(CONFIG.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path toilets = folder.resolve("forms").resolve("平31-1.yaml");
        List<String> lines = Files.readAllLines(toilets, StandardCharsets.UTF_8);
        int audit = lines.indexOf("audit:");
        int last = audit + 1;
        while (lines.get(last).startsWith("  - ")) {
            last++;
        }
        lines.add(
                last, "  - { code: 31-Z1, severity: 强制性, formula: \"[03] > [02]\", label: 无人居住户大于总户数, remedy: 请核对。 }");
        Files.write(toilets, lines, StandardCharsets.UTF_8);
        assertThat(DefinitionsReader.read(folder).mistakes()).isEmpty();
        List<ConfigurationMistake> mistakes = DefinitionsReader.check(folder).mistakes();
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).toString())
                .contains("平31-1.yaml:" + (last + 1) + ": [31-Z1] 这条关系与31-T1矛盾，不能同时成立：31-Z1 “长期无人居住 > 农村总户数”");
    }
}
