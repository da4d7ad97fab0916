package xiangbao.jobs.store.operations;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When each scheduler last said that it lives. One that said so by a clock that went wrong would live for years, and what it was doing when it died would stay blocked. */
public class SchedulerStates {
    /** Clocks of living processes differ by less. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final JdbcClient jdbc;

    SchedulerStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has the scheduler that starts now find the dead ones dead.
     *
     * @param alone whether no other process can be alive
     */
    public void expire(boolean alone, Instant now) {
        jdbc.sql("update QRTZ_SCHEDULER_STATE set LAST_CHECKIN_TIME = 0 where LAST_CHECKIN_TIME > ?")
                .param(alone ? 0 : now.plus(SKEW).toEpochMilli())
                .update();
    }
}
