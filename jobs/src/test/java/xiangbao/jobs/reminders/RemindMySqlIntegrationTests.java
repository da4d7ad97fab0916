package xiangbao.jobs.reminders;

import java.util.Map;
import xiangbao.jobs.MySqlSchemas;

/** On a real MySQL server, as in production. */
class RemindMySqlIntegrationTests extends RemindScenario {
    @Override
    Map<String, String> database(String name) {
        return MySqlSchemas.of(folder, name);
    }
}
