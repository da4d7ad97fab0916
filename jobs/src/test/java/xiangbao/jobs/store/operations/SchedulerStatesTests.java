package xiangbao.jobs.store.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SchedulerStatesTests {
    private static final Instant NOW = Instant.parse("2026-10-09T08:20:00Z");
    private static final long LATELY = NOW.minusSeconds(10).toEpochMilli();
    private static final long SOON = NOW.plusSeconds(60).toEpochMilli();
    private static final long IN_2030 = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

    private final JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource("jdbc:h2:mem:", true));

    @BeforeEach
    void store() {
        jdbc.sql("create table QRTZ_SCHEDULER_STATE (INSTANCE_NAME varchar(9), LAST_CHECKIN_TIME bigint)")
                .update();
        for (long time : new long[] {LATELY, SOON, IN_2030}) {
            jdbc.sql("insert into QRTZ_SCHEDULER_STATE values ('any', ?)")
                    .param(time)
                    .update();
        }
    }

    private List<Long> times() {
        return jdbc.sql("select LAST_CHECKIN_TIME from QRTZ_SCHEDULER_STATE order by 1")
                .query(Long.class)
                .list();
    }

    @Test
    void believesNobodyWhoLivesInTheFuture() {
        new SchedulerStates(jdbc).expire(false, NOW);
        assertThat(times()).containsExactly(0L, LATELY, SOON);
    }

    @Test
    void believesNobodyWhereItIsAlone() {
        new SchedulerStates(jdbc).expire(true, NOW);
        assertThat(times()).containsExactly(0L, 0L, 0L);
    }
}
