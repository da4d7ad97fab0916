package xiangbao.readers.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTests {
    @Test
    void knowsTheNamesOfThisMachine() {
        assertThat(List.of("127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"))
                .allMatch(Exposure::isLoopback);
        assertThat(List.of("0.0.0.0", "192.168.1.2", "::", "localhost.evil.example", "127.0.0.1.evil.example"))
                .noneMatch(Exposure::isLoopback);
    }
}
