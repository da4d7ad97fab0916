package xiangbao.jobs.seals;

import java.util.Map;
import xiangbao.jobs.pipeline.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class SealMySqlIntegrationTests extends SealScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xs" + Integer.toHexString((folder + name).hashCode()));
    }
}
