package xiangbao.jobs.seals;

import java.util.Map;
import xiangbao.jobs.MySqlSchemas;

/** On a real MySQL server, as in production. */
class SealMySqlIntegrationTests extends SealScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }
}
