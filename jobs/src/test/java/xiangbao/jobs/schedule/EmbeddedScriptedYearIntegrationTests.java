package xiangbao.jobs.schedule;

import java.util.Map;

/** On H2, as installed. */
class EmbeddedScriptedYearIntegrationTests extends ScriptedYearScenario {
    @Override
    Map<String, String> database(String name) {
        return Map.of();
    }
}
