package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedConfigurationTests {
    /** Surefire says where the module lies; an editor runs the test from there. */
    static final Path CONFIG =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("config");

    @Test
    void hasNoMistakes() {
        ReadDefinitions read = DefinitionsReader.read(CONFIG);

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.definitions()).isNotNull();
    }
}
