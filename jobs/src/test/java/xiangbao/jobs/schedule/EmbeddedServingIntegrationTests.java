package xiangbao.jobs.schedule;

import java.util.Map;

/** On H2, as installed. */
class EmbeddedServingIntegrationTests extends ServingScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
