package xiangbao.jobs.store.submissions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** Prints of the figures of submissions, by which those of several units that have figures in common are found in one query. */
final class Prints {
    private static final String OTHERS =
            " join figure_print q on q.print = p.print join submission o on o.id = q.submission_id"
                    + " and o.form_code = s.form_code and o.report_period = s.report_period and o.unit_code <> s.unit_code"
                    + " and o.round_no > 0 ";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Prints(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void store(long submission, Set<Long> prints) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        prints.forEach(print -> rows.add(new @Nullable Object[] {submission, print}));
        if (!rows.isEmpty()) {
            template.batchUpdate("insert into figure_print (submission_id, print) values (?, ?)", rows);
        }
    }

    void forget(long submission) {
        jdbc.sql("delete from figure_print where submission_id = ?")
                .param(submission)
                .update();
    }

    List<Long> alike(long submission) {
        return jdbc.sql("select distinct o.id from submission s join figure_print p on p.submission_id = s.id" + OTHERS
                        + "where s.id = ? order by o.id")
                .param(submission)
                .query(Long.class)
                .list();
    }

    Set<SubmissionKey> sharers(Collection<Long> submissions) {
        Set<SubmissionKey> found = new TreeSet<>();
        List<Long> all = new ArrayList<>(submissions);
        for (int from = 0; from < all.size(); from += 500) {
            jdbc.sql("select distinct o.form_code, o.unit_code, o.report_period from submission a join submission s"
                            + " on s.form_code = a.form_code and s.unit_code = a.unit_code and s.report_period = a.report_period"
                            + " and s.round_no > 0 join figure_print p on p.submission_id = s.id" + OTHERS
                            + "where a.id in (:ids)")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(row -> {
                        found.add(new SubmissionKey(
                                new FormCode(row.getString("form_code")),
                                new UnitCode(row.getString("unit_code")),
                                ReferencePeriod.of(row.getString("report_period"))));
                    });
        }
        return found;
    }
}
