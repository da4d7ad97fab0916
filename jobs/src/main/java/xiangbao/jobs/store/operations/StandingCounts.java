package xiangbao.jobs.store.operations;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How much is under way or waits for a decision, right now. */
public class StandingCounts {
    private final JdbcClient jdbc;

    StandingCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims that have not been seen through. */
    public int openClaims() {
        return count("select count(*) from claim where state <> 'DONE'");
    }

    /** Submissions that came for a sealed period and have not been let in. */
    public int held() {
        return count("select count(*) from held_submission h join submission s on s.id = h.submission_id"
                + " where s.round_no is null and s.duplicate_of is null");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
