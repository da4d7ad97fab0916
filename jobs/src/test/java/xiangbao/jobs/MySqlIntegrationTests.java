package xiangbao.jobs;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On a real MySQL server, as in production. */
class MySqlIntegrationTests extends MainJobScenario {
    private static @Nullable MySqlServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = MySqlServer.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    Map<String, String> database(String name) {
        MySqlServer running = java.util.Objects.requireNonNull(server);
        // temporary folders differ per test, databases must too
        String schema = "xb" + Integer.toHexString((folder + name).hashCode());
        return Map.of(
                "spring.datasource.url", running.url(schema),
                "spring.datasource.username", "root",
                "spring.datasource.password", "");
    }
}
