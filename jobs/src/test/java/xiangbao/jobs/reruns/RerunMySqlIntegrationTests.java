package xiangbao.jobs.reruns;

import java.util.Map;
import xiangbao.jobs.MySqlSchemas;

/** On a real MySQL server, as in production. */
class RerunMySqlIntegrationTests extends RerunScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }
}
