package xiangbao.jobs.pipeline;

import java.util.Map;

/** On H2, as installed. */
class ClaimsEmbeddedIntegrationTests extends ClaimsScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
