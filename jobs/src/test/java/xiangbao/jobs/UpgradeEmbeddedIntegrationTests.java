package xiangbao.jobs;

import java.nio.file.Path;
import java.util.Map;

/** On H2, as installed. */
class UpgradeEmbeddedIntegrationTests extends UpgradeScenario {
    @Override
    Map<String, String> database(Path embedded) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + embedded
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0");
    }

    @Override
    String vendor() {
        return "h2";
    }
}
