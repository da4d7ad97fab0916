package xiangbao.jobs.reminders;

import java.util.Map;
import xiangbao.jobs.MySqlSchemas;

/** On a real MySQL server, as in production. */
class RemindMySqlIntegrationTests extends RemindScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }
}
