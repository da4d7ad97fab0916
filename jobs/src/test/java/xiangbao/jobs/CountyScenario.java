package xiangbao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.workspace.OfficeSettings;

/** What happens in the offices of a county of three villages; each test has one of its own, on a day in October unless it moves that. */
public abstract class CountyScenario {
    /** Where the configuration lies, and beside it what a test sends and each workspace. */
    @TempDir
    protected Path folder;

    protected final Day day = Day.at("2026-10-09T16:20");

    /** The address of a database of its own for each workspace, or nothing for the embedded one. */
    protected Map<String, String> database(String workspace) {
        return Map.of();
    }

    @BeforeEach
    void describeCounty() throws IOException {
        ToyCounty.describe(folder.resolve("config"));
    }

    protected static Path shippedTemplates() {
        return Path.of("..", "templates").toAbsolutePath().normalize();
    }

    protected OfficeSettings settings(String workspace, Clock clock, Map<String, String> database) {
        return new OfficeSettings(
                folder.resolve(workspace),
                folder.resolve("config"),
                shippedTemplates(),
                clock,
                "test",
                Duration.ofMillis(300),
                database);
    }

    /** The usual settings of a workspace, with more properties of Spring. */
    protected OfficeSettings settings(String workspace, Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(database(workspace));
        overrides.putAll(more);
        return settings(workspace, day, overrides);
    }

    protected Office open(String workspace) {
        return Office.open(settings(workspace, Map.of()));
    }

    protected Office open() {
        return open("workspace");
    }

    /** The workbook of a village for the third quarter, with 88.5 亩 of water. */
    protected Path quarter(String file, String unit, String total, String sound) throws IOException {
        return ToyCounty.workbook(folder.resolve("sent").resolve(file), unit, "2026年三季度", total, sound, "88.5");
    }

    /** Changes a file of the configuration, which must have what is changed. */
    protected void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve("config").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
