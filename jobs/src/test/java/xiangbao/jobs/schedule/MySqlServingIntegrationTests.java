package xiangbao.jobs.schedule;

import java.util.Map;
import xiangbao.jobs.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class MySqlServingIntegrationTests extends ServingScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlIntegrationTests.inSharedServer("xb" + Integer.toHexString((folder + name).hashCode()));
    }
}
