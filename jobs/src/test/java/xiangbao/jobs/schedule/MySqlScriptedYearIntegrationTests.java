package xiangbao.jobs.schedule;

import java.util.Map;
import xiangbao.jobs.pipeline.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class MySqlScriptedYearIntegrationTests extends ScriptedYearScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xy" + Integer.toHexString((folder + name).hashCode()));
    }
}
