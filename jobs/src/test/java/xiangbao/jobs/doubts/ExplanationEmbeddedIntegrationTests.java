package xiangbao.jobs.doubts;

import java.util.Map;

/** On H2, as installed. */
class ExplanationEmbeddedIntegrationTests extends ExplanationScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
