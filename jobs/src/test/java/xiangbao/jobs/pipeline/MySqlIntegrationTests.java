package xiangbao.jobs.pipeline;

import java.util.Map;
import xiangbao.jobs.MySqlSchemas;

/** On a real MySQL server, as in production. */
class MySqlIntegrationTests extends MainJobScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }
}
