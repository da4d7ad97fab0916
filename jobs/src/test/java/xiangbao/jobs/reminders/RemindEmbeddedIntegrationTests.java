package xiangbao.jobs.reminders;

import java.util.Map;

/** On H2, as installed. */
class RemindEmbeddedIntegrationTests extends RemindScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
