package xiangbao.jobs.reruns;

import java.util.Map;
import xiangbao.jobs.pipeline.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class RerunMySqlIntegrationTests extends RerunScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xr" + Integer.toHexString((folder + name).hashCode()));
    }
}
