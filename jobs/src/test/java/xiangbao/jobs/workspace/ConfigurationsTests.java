package xiangbao.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.ToyCounty;
import xiangbao.readers.config.DefinitionsReader;

class ConfigurationsTests {
    private static final Path TEMPLATES =
            Path.of("..", "templates").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Archive archive;
    private Configurations configurations;

    @BeforeEach
    void open() throws IOException {
        Path config = folder.resolve("config");
        ToyCounty.describe(config);
        archive = new Archive(folder.resolve("archive"));
        configurations = new Configurations(
                archive,
                new OfficeSettings(
                        folder, config, TEMPLATES, Clock.systemUTC(), "test", Duration.ofSeconds(1), Map.of()),
                Objects.requireNonNull(DefinitionsReader.read(config).definitions()));
    }

    @Test
    void takesTheTemplatesOfAnEarlierRunOutOfTheArchive() throws IOException {
        archive.storeTemplates(TEMPLATES, "a0");

        assertThat(configurations.templates("a0")).isEqualTo(archive.templates("a0"));
    }

    /** Somebody may redesign a template while the office serves; a run says with what it was printed. */
    @Test
    void takesWhatItBeganWithOutOfTheArchiveToo() {
        configurations.keep();

        assertThat(configurations.templates(configurations.templates()))
                .isEqualTo(archive.templates(configurations.templates()))
                .isDirectory();
    }

    @Test
    void takesTodaysWhereThoseOfAnEarlierVersionCannotBeFilled() throws IOException {
        archive.storeTemplates(TEMPLATES, "b0");
        Files.delete(archive.templates("b0").resolve("审核情况表.xlsx"));

        assertThat(configurations.templates("b0")).isEqualTo(TEMPLATES);
        assertThat(configurations.templates("c0")).isEqualTo(TEMPLATES);
    }
}
