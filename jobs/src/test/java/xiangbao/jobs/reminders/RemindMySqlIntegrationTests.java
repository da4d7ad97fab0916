package xiangbao.jobs.reminders;

import java.util.Map;
import xiangbao.jobs.pipeline.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class RemindMySqlIntegrationTests extends RemindScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xc" + Integer.toHexString((folder + name).hashCode()));
    }
}
