package xiangbao.jobs.seals;

import java.util.Map;

/** On H2, as installed. */
class SealEmbeddedIntegrationTests extends SealScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
