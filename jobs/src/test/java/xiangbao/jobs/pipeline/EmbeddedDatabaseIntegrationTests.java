package xiangbao.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import xiangbao.jobs.Office;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.WorkspaceBusyException;

/** On H2, as installed. */
class EmbeddedDatabaseIntegrationTests extends MainJobScenario {
    @Test
    void takesNoSettingsFromElsewhere() throws IOException {
        Path foreign = Files.writeString(
                folder.resolve("application.yaml"), "spring: { datasource: { url: \"jdbc:h2:mem:foreign\" } }");
        System.setProperty("spring.config.additional-location", foreign.toUri().toString());
        System.setProperty("spring.config.import", foreign.toUri().toString());
        try (Office office = open("own")) {
            assertThat(office.entry(Environment.class).getProperty("spring.datasource.url"))
                    .startsWith("jdbc:h2:file:");
        } finally {
            System.clearProperty("spring.config.additional-location");
            System.clearProperty("spring.config.import");
        }
        Files.writeString(
                folder.resolve("config/application.yaml"),
                "spring: { datasource: { url: \"jdbc:h2:mem:own;INIT=select 1\" } }");
        assertThatThrownBy(() -> open("own"))
                .isInstanceOfSatisfying(
                        ConfigurationMistakesException.class,
                        refused -> assertThat(refused.mistakes())
                                .singleElement()
                                .asString()
                                .startsWith("config/application.yaml:1: 数据库地址里不能有设置“INIT”"));
    }

    @Test
    void lendsTheWorkspaceToOneAtATime() {
        try (Office office = open("busy")) {
            assertThat(office.entry(Inquiries.class).status(PERIOD)).hasSize(3);
            assertThatThrownBy(() -> open("busy")).isInstanceOf(WorkspaceBusyException.class);
        }
    }
}
