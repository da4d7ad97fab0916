package xiangbao.jobs.schedule;

import java.util.Map;
import xiangbao.jobs.MySqlSchemas;

/** On a real MySQL server, as in production. */
class MySqlScriptedYearIntegrationTests extends ScriptedYearScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }
}
