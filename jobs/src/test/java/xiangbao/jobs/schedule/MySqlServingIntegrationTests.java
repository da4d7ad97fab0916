package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.MySqlSchemas;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.UnitStatus;

/** On a real MySQL server, as in production. */
class MySqlServingIntegrationTests extends ServingScenario {
    @Override
    protected Map<String, String> database(String workspace) {
        return MySqlSchemas.of(folder, workspace);
    }

    @Test
    void sharesOneInboxBetweenTwo() throws IOException {
        schedule("""
                intake: { cron: "0 0 7 * * ?" }
                runs: []
                reminders: { cron: "-" }
                housekeeping: { cron: "-" }
                """);
        try (PlayedYear one = serve();
                PlayedYear other = serve()) {
            handIn("荷塘镇", "100");
            handIn("莲湖乡", "100");
            handIn("藕池街道", "100");

            CompletableFuture.allOf(CompletableFuture.runAsync(one::look), CompletableFuture.runAsync(other::look))
                    .join();
            // what one left because the other was at it
            one.look();

            assertThat(one.office().entry(Inquiries.class).status(QUARTER))
                    .extracting(UnitStatus::round)
                    .containsExactly(1, 1, 1);
            assertThat(other.office().entry(Inquiries.class).status(QUARTER))
                    .extracting(UnitStatus::state)
                    .containsExactly("通过", "通过", "通过");
            assertThat(one.serving().ownsWorkspace()).isFalse();
            assertThat(one.serving().appointments()).hasSize(1);
        }
    }
}
