package xiangbao.jobs.doubts;

import java.util.Map;
import xiangbao.jobs.pipeline.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class ExplanationMySqlIntegrationTests extends ExplanationScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xe" + Integer.toHexString((folder + name).hashCode()));
    }
}
