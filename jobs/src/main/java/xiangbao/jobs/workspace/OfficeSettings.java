package xiangbao.jobs.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Where an office works and with what.
 *
 * @param workspace the folder of {@code inbox/ feedback/ reports/ archive/ database/}; created when absent
 * @param config the folder of {@code units.csv}, {@code forms/} and the rest
 * @param templates the folder of the report templates
 * @param clock the only source of the time
 * @param programVersion a new version of the program makes a new run
 * @param patience how long to wait for another process that holds the workspace
 * @param overrides Spring properties that go before those of {@code config/application.yaml}, such as {@code spring.datasource.url}
 */
public record OfficeSettings(
        Path workspace,
        Path config,
        Path templates,
        Clock clock,
        String programVersion,
        Duration patience,
        Map<String, String> overrides) {
    public OfficeSettings {
        overrides = Map.copyOf(overrides);
    }
}
