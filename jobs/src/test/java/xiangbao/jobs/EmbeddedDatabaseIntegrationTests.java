package xiangbao.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** On H2, as installed. */
class EmbeddedDatabaseIntegrationTests extends MainJobScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }

    @Test
    void lendsTheWorkspaceToOneAtATime() {
        try (Office office = open("busy")) {
            assertThat(office.status(PERIOD)).hasSize(3);
            assertThatThrownBy(() -> open("busy")).isInstanceOf(WorkspaceBusyException.class);
        }
    }
}
