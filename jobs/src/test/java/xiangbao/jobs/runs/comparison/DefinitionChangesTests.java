package xiangbao.jobs.runs.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;

/** Why a default screen asks otherwise than it did. */
class DefinitionChangesTests {
    private static final Path CONFIG = Path.of("..").resolve("config");
    private static final FormCode CROPS = new FormCode("平12-1");

    @TempDir
    Path folder;

    private Definitions changed(String file, String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(CONFIG.relativize(one).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(one, copy);
            }
        }
        Path at = folder.resolve(file);
        String text = Files.readString(at, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(at, text.replace(from, to), StandardCharsets.UTF_8);
        return Objects.requireNonNull(DefinitionsReader.read(folder).definitions());
    }

    @Test
    void aLearnedBandThatChangedIsNamed() throws IOException {
        Definitions before =
                Objects.requireNonNull(DefinitionsReader.read(CONFIG).definitions());
        Definitions after = changed("bands.csv", "平12-1:05.1,蔬菜 面积,底册,农村常住人口,第1期,", "平12-1:05.1,蔬菜 面积,底册,农村户数,第1期,");
        DefinitionChanges changes = new DefinitionChanges(before, after);
        assertThat(changes.all()).extracting(ChangeCause::text).containsExactly("平12-1 的参考范围（bands.csv）有改动：05.1。");
        assertThat(changes.relation(CROPS, "DENSITY")).isPresent();
        assertThat(changes.relation(new FormCode("平31-1"), "DENSITY")).isEmpty();
        assertThat(changes.relation(CROPS, "12-R3")).isEmpty();
    }

    @Test
    void theSameConfigurationReadTwiceSaysNothingElse() {
        Definitions one = Objects.requireNonNull(DefinitionsReader.read(CONFIG).definitions());
        Definitions other =
                Objects.requireNonNull(DefinitionsReader.read(CONFIG).definitions());
        assertThat(new DefinitionChanges(one, other).all()).isEqualTo(List.of());
    }
}
