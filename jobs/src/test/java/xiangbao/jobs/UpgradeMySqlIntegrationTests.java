package xiangbao.jobs;

import java.nio.file.Path;
import java.util.Map;

/** On a real MySQL server, as in production. */
class UpgradeMySqlIntegrationTests extends UpgradeScenario {
    @Override
    Map<String, String> database(Path embedded) {
        return MySqlSchemas.bare(embedded, "upgraded");
    }

    @Override
    String vendor() {
        return "mysql";
    }
}
