package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import xiangbao.jobs.MySqlServer;

/** On a real MySQL server, as in production. */
public class MySqlIntegrationTests extends MainJobScenario {
    @Override
    Map<String, String> database(String name) {
        // temporary folders differ per test, databases must too
        return inSharedServer("xb" + Integer.toHexString((folder + name).hashCode()));
    }

    /** Settings of a schema in the one server that the tests share. */
    public static Map<String, String> inSharedServer(String schema) {
        try {
            return Map.of(
                    "spring.datasource.url", MySqlServer.shared().url(schema),
                    "spring.datasource.username", "root",
                    "spring.datasource.password", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
