package xiangbao.jobs;

import java.util.Map;

/** On a real MySQL server, as in production. */
class RemindMySqlIntegrationTests extends RemindScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xc" + Integer.toHexString((folder + name).hashCode()));
    }
}
