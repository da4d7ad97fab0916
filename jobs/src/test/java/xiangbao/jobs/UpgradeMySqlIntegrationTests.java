package xiangbao.jobs;

import java.nio.file.Path;
import java.util.Map;
import xiangbao.jobs.pipeline.MySqlIntegrationTests;

/** On a real MySQL server, as in production. */
class UpgradeMySqlIntegrationTests extends UpgradeScenario {
    @Override
    Map<String, String> database(Path embedded) {
        return MySqlIntegrationTests.inSharedServer("xbu" + Integer.toHexString(embedded.hashCode()));
    }

    @Override
    String vendor() {
        return "mysql";
    }
}
