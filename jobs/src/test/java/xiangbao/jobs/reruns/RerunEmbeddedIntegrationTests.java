package xiangbao.jobs.reruns;

import java.util.Map;

/** On H2, as installed. */
class RerunEmbeddedIntegrationTests extends RerunScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
