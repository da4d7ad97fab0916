package xiangbao.jobs;

import java.util.Map;

/** On a real MySQL server, as in production. */
class RerunMySqlIntegrationTests extends RerunScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xr" + Integer.toHexString((folder + name).hashCode()));
    }
}
