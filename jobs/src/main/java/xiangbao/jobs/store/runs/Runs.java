package xiangbao.jobs.store.runs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.jobs.store.StoredCause;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Runs with their basis, figures, coverage, targets and reports. */
public class Runs {
    private static final String RUN = "select id, report_period, run_no, configuration, template_digest,"
            + " program_version, basis_digest, vintage, kind, actor, reason,"
            + " requested_at, fixed_at, finished_at, state from run ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Runs(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    public Optional<StoredRun> latest(ReferencePeriod period) {
        return jdbc.sql(RUN + "where report_period = ? order by run_no desc limit 1")
                .param(period.toString())
                .query(Runs::runOf)
                .optional();
    }

    public StoredRun get(long id) {
        return jdbc.sql(RUN + "where id = ?").param(id).query(Runs::runOf).single();
    }

    /** Runs of sealed results that have figures and no reports yet: nobody's claim prints them. */
    public List<StoredRun> unprintedVintages() {
        return jdbc.sql(RUN + "where state = 'AGGREGATED' and vintage <> '初步数' order by id")
                .query(Runs::runOf)
                .list();
    }

    public Optional<StoredRun> numbered(ReferencePeriod period, int number) {
        return jdbc.sql(RUN + "where report_period = ? and run_no = ?")
                .param(period.toString())
                .param(number)
                .query(Runs::runOf)
                .optional();
    }

    /** Every run of this number, whatever its period. */
    public List<StoredRun> numbered(int number) {
        return jdbc.sql(RUN + "where run_no = ? order by report_period")
                .param(number)
                .query(Runs::runOf)
                .list();
    }

    /** The runs of a period, or of all periods, in the order in which they were fixed. */
    public List<StoredRun> all(Optional<ReferencePeriod> period) {
        String text = period.map(ReferencePeriod::toString).orElse("");
        return jdbc.sql(RUN + "where ? = '' or report_period = ? order by id")
                .param(text)
                .param(text)
                .query(Runs::runOf)
                .list();
    }

    /** How many submissions of each run's basis had which outcome; of a period's runs, or of all. */
    public Map<Long, Map<Outcome, Integer>> outcomes(Optional<ReferencePeriod> period) {
        Map<Long, Map<Outcome, Integer>> found = new HashMap<>();
        String text = period.map(ReferencePeriod::toString).orElse("");
        jdbc.sql("select b.run_id, r.outcome, count(*) as many from run x join run_basis b on b.run_id = x.id"
                        + " join review r on r.id = b.review_id where ? = '' or x.report_period = ?"
                        + " group by b.run_id, r.outcome")
                .param(text)
                .param(text)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("run_id"), any -> new EnumMap<>(Outcome.class))
                            .put(Outcome.valueOf(row.getString("outcome")), row.getInt("many"));
                });
        return found;
    }

    /** From how many files each run's basis comes; of a period's runs, or of all. */
    public Map<Long, Integer> files(Optional<ReferencePeriod> period) {
        return counts(
                "select b.run_id, count(distinct s.file_id) as many from run x join run_basis b on b.run_id = x.id"
                        + " join submission s on s.id = b.submission_id where ? = '' or x.report_period = ?"
                        + " group by b.run_id",
                period);
    }

    /** How many reports each run printed; of a period's runs, or of all. */
    public Map<Long, Integer> reportCounts(Optional<ReferencePeriod> period) {
        return counts(
                "select b.run_id, count(*) as many from run x join run_report b on b.run_id = x.id"
                        + " where ? = '' or x.report_period = ? group by b.run_id",
                period);
    }

    private Map<Long, Integer> counts(String sql, Optional<ReferencePeriod> period) {
        Map<Long, Integer> found = new HashMap<>();
        String text = period.map(ReferencePeriod::toString).orElse("");
        jdbc.sql(sql).param(text).param(text).query(row -> {
            found.put(row.getLong("run_id"), row.getInt("many"));
        });
        return found;
    }

    /** The last run before a numbered one that has figures. */
    public Optional<StoredRun> aggregatedBefore(ReferencePeriod period, int number) {
        return jdbc.sql(RUN
                        + "where report_period = ? and run_no < ? and state <> 'FIXED' order by run_no desc limit 1")
                .param(period.toString())
                .param(number)
                .query(Runs::runOf)
                .optional();
    }

    /** The latest run that has figures. */
    public Optional<StoredRun> latestAggregated(ReferencePeriod period) {
        return jdbc.sql(RUN + "where report_period = ? and state <> 'FIXED' order by run_no desc limit 1")
                .param(period.toString())
                .query(Runs::runOf)
                .optional();
    }

    /** Fixes the basis of a new run. */
    @Transactional
    public long fix(NewRun fixed, List<BasisRow> basis) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into run (report_period, run_no, configuration, template_digest, program_version, basis_digest, vintage,"
                                + " kind, actor, reason, requested_at, fixed_at, state)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'FIXED')")
                .param(fixed.period().toString())
                .param(fixed.number())
                .param(fixed.configuration())
                .param(fixed.templates())
                .param(fixed.programVersion())
                .param(fixed.basisDigest())
                .param(fixed.vintage())
                .param(fixed.cause().kind())
                .param(fixed.cause().actor())
                .param(fixed.cause().reason())
                .param(fixed.requestedAt())
                .param(fixed.fixedAt())
                .update(key, "id");
        long run = Rows.generated(key);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BasisRow row : basis) {
            rows.add(new @Nullable Object[] {
                run, row.submission(), row.review(), row.counted() ? "COUNTED" : "RETURNED", row.returnedLater()
            });
        }
        template.batchUpdate(
                "insert into run_basis (run_id, submission_id, review_id, role_name, returned_later) values (?, ?, ?, ?, ?)",
                rows);
        return run;
    }

    /** Notes which explanations held when the basis of a run was fixed. */
    @Transactional
    public void explained(long run, Collection<Long> explanations) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        explanations.forEach(one -> rows.add(new @Nullable Object[] {run, one}));
        template.batchUpdate("insert into run_explanation (run_id, explanation_id) values (?, ?)", rows);
    }

    /** The explanations that held when the basis of a run was fixed. */
    public List<Long> explanations(long run) {
        return jdbc.sql("select explanation_id from run_explanation where run_id = ? order by explanation_id")
                .param(run)
                .query(Long.class)
                .list();
    }

    public List<BasisRow> basis(long run) {
        return jdbc.sql("select submission_id, review_id, role_name, returned_later from run_basis where run_id = ?"
                        + " order by submission_id")
                .param(run)
                .query((row, number) -> new BasisRow(
                        row.getLong("submission_id"),
                        row.getLong("review_id"),
                        row.getString("role_name").equals("COUNTED"),
                        row.getInt("returned_later")))
                .list();
    }

    /** Notes which run answers a claim's period; a restarted claim keeps what it noted first. */
    @Transactional
    public void answers(long claim, long run, boolean fresh) {
        int known = jdbc.sql("select count(*) from claim_run where claim_id = ? and run_id = ?")
                .param(claim)
                .param(run)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into claim_run (claim_id, run_id, fresh) values (?, ?, ?)")
                    .param(claim)
                    .param(run)
                    .param(fresh)
                    .update();
        }
    }

    /** The runs that answer a claim, and whether the claim made them; in the order of time. */
    public Map<StoredRun, Boolean> ofClaim(long claim) {
        Map<StoredRun, Boolean> found = new LinkedHashMap<>();
        jdbc.sql("select r.*, c.fresh"
                        + " from claim_run c join run r on r.id = c.run_id where c.claim_id = ? order by r.id")
                .param(claim)
                .query(row -> {
                    found.put(runOf(row, 0), row.getBoolean("fresh"));
                });
        return found;
    }

    /** Stores what a run came to, in place of what an interrupted attempt may have stored. */
    @Transactional
    public void store(long run, List<FigureRow> figures, List<CoverageRow> coverage, List<TargetRow> targets) {
        for (String table : List.of("figure", "contribution", "run_coverage", "run_target", "run_report")) {
            jdbc.sql("delete from " + table + " where run_id = ?").param(run).update();
        }
        storeFigures(run, figures);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CoverageRow row : coverage) {
            rows.add(new @Nullable Object[] {
                run,
                rows.size(),
                row.form().text(),
                row.period().toString(),
                row.expected(),
                row.accepted(),
                row.pending(),
                row.withheld(),
                row.returned(),
                joined(row.missingUnits())
            });
        }
        template.batchUpdate(
                "insert into run_coverage (run_id, ordinal, form_code, report_period, expected, accepted, pending, withheld, returned_count,"
                        + " missing_units) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        List<@Nullable Object[]> targetRows = new ArrayList<>();
        for (TargetRow row : targets) {
            targetRows.add(new @Nullable Object[] {
                run,
                targetRows.size(),
                row.code(),
                row.title(),
                row.section(),
                row.actual(),
                row.goal(),
                row.comparison(),
                row.measure(),
                row.status(),
                row.light(),
                row.offTarget(),
                joined(row.below()),
                joined(row.responsible()),
                row.coverage(),
                row.details().completion(),
                row.details().elapsed(),
                row.details().deviation(),
                row.details().provisional(),
                row.details().forecast(),
                row.details().taskSum(),
                row.details().official(),
                row.details().document(),
                row.details().note(),
                joined(row.details().trend().stream()
                        .map(TargetRow.TrendRow::line)
                        .toList()),
                row.details().actualText(),
                row.details().goalText(),
                row.details().partOf()
            });
        }
        template.batchUpdate(
                "insert into run_target (run_id, ordinal, code, title, section, actual, goal, comparison, measure, status, light,"
                        + " off_target, below, responsible, coverage, completion, elapsed, deviation, provisional, forecast, task_sum, official,"
                        + " official_document, note, trend, actual_text, goal_text, part_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                targetRows);
        jdbc.sql("update run set state = 'AGGREGATED' where id = ?").param(run).update();
    }

    private void storeFigures(long run, List<FigureRow> figures) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> parts = new ArrayList<>();
        for (FigureRow figure : figures) {
            String value = figure.value();
            rows.add(new @Nullable Object[] {
                run,
                figure.ordinal(),
                figure.unit().text(),
                figure.indicator().form().text(),
                figure.indicator().item(),
                Rows.text(figure.title(), 1000),
                figure.period().toString(),
                value == null ? null : Rows.number(new BigDecimal(value)),
                value,
                figure.measure(),
                figure.status(),
                figure.forecast(),
                figure.reported(),
                figure.expected(),
                figure.pending(),
                figure.withheld()
            });
            int ordinal = 0;
            for (FigureRow.ContributionRow part : figure.contributions()) {
                parts.add(
                        new @Nullable Object[] {run, figure.ordinal(), ordinal++, part.submission(), part.observation()
                        });
            }
        }
        template.batchUpdate(
                "insert into figure (run_id, ordinal, unit_code, form_code, item, title, report_period, number_value, number_text,"
                        + " measure, status, forecast, reported, expected, pending, withheld)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        template.batchUpdate(
                "insert into contribution (run_id, figure_no, ordinal, submission_id, observation_no) values (?, ?, ?, ?, ?)",
                parts);
    }

    @Transactional
    public void reported(long run, List<String> paths, LocalDateTime now) {
        jdbc.sql("delete from run_report where run_id = ?").param(run).update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        paths.forEach(path -> rows.add(new @Nullable Object[] {run, rows.size(), path}));
        template.batchUpdate("insert into run_report (run_id, ordinal, report_path) values (?, ?, ?)", rows);
        jdbc.sql("update run set state = 'REPORTED', finished_at = ? where id = ?")
                .param(now)
                .param(run)
                .update();
    }

    public List<String> reports(long run) {
        return jdbc.sql("select report_path from run_report where run_id = ? order by ordinal")
                .param(run)
                .query(String.class)
                .list();
    }

    public List<FigureRow> figures(long run, Optional<FormCode> form, UnitCode unit) {
        return jdbc.sql(
                        "select * from figure where run_id = ? and unit_code = ? and (? = '' or form_code = ?) order by ordinal")
                .param(run)
                .param(unit.text())
                .param(form.map(FormCode::text).orElse(""))
                .param(form.map(FormCode::text).orElse(""))
                .query(Runs::figureOf)
                .list();
    }

    /** Of the county and of every unit. */
    public List<FigureRow> allFigures(long run) {
        return jdbc.sql("select * from figure where run_id = ? order by ordinal")
                .param(run)
                .query(Runs::figureOf)
                .list();
    }

    public Optional<FigureRow> figure(long run, IndicatorCode indicator, UnitCode unit) {
        return jdbc.sql("select * from figure where run_id = ? and form_code = ? and item = ? and unit_code = ?")
                .param(run)
                .param(indicator.form().text())
                .param(indicator.item())
                .param(unit.text())
                .query(Runs::figureOf)
                .optional();
    }

    public List<FigureRow.ContributionRow> contributions(long run, int figure) {
        return jdbc.sql(
                        "select submission_id, observation_no from contribution where run_id = ? and figure_no = ? order by ordinal")
                .param(run)
                .param(figure)
                .query((row, number) ->
                        new FigureRow.ContributionRow(row.getLong("submission_id"), row.getInt("observation_no")))
                .list();
    }

    public List<CoverageRow> coverage(long run) {
        return jdbc.sql("select * from run_coverage where run_id = ? order by ordinal")
                .param(run)
                .query((row, number) -> new CoverageRow(
                        new FormCode(row.getString("form_code")),
                        ReferencePeriod.of(row.getString("report_period")),
                        row.getInt("expected"),
                        row.getInt("accepted"),
                        row.getInt("pending"),
                        row.getInt("withheld"),
                        row.getInt("returned_count"),
                        separate(row.getString("missing_units"))))
                .list();
    }

    public List<TargetRow> targets(long run) {
        return jdbc.sql("select * from run_target where run_id = ? order by ordinal")
                .param(run)
                .query((row, number) -> new TargetRow(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("section"),
                        row.getString("actual"),
                        row.getString("goal"),
                        row.getString("comparison"),
                        row.getString("measure"),
                        row.getString("status"),
                        row.getString("light"),
                        row.getBoolean("off_target"),
                        separate(row.getString("below")),
                        separate(row.getString("responsible")),
                        row.getString("coverage"),
                        details(row)))
                .list();
    }

    /** Runs of earlier versions have none of them. */
    private static TargetRow.Details details(ResultSet row) throws SQLException {
        String note = row.getString("note");
        String trend = row.getString("trend");
        return new TargetRow.Details(
                row.getString("completion"),
                row.getString("elapsed"),
                row.getString("deviation"),
                row.getBoolean("provisional"),
                row.getBoolean("forecast"),
                row.getString("task_sum"),
                row.getString("official"),
                row.getString("official_document"),
                note == null ? "" : note,
                separate(trend == null ? "" : trend).stream()
                        .map(TargetRow.TrendRow::of)
                        .toList(),
                row.getString("actual_text"),
                row.getString("goal_text"),
                row.getString("part_of"));
    }

    private static String joined(List<String> names) {
        return String.join("\n", names);
    }

    private static List<String> separate(String names) {
        return names.isEmpty() ? List.of() : names.lines().toList();
    }

    private static StoredRun runOf(ResultSet row, int number) throws SQLException {
        return new StoredRun(
                row.getLong("id"),
                ReferencePeriod.of(row.getString("report_period")),
                row.getInt("run_no"),
                row.getString("configuration"),
                row.getString("template_digest"),
                row.getString("program_version"),
                row.getString("basis_digest"),
                row.getString("vintage"),
                new StoredCause(row.getString("kind"), row.getString("actor"), row.getString("reason")),
                row.getObject("requested_at", LocalDateTime.class),
                row.getObject("fixed_at", LocalDateTime.class),
                row.getObject("finished_at", LocalDateTime.class),
                StoredRun.State.valueOf(row.getString("state")));
    }

    private static FigureRow figureOf(ResultSet row, int number) throws SQLException {
        return new FigureRow(
                row.getInt("ordinal"),
                new UnitCode(row.getString("unit_code")),
                new IndicatorCode(new FormCode(row.getString("form_code")), row.getString("item")),
                row.getString("title"),
                ReferencePeriod.of(row.getString("report_period")),
                row.getString("number_text"),
                row.getString("measure"),
                row.getString("status"),
                row.getBoolean("forecast"),
                row.getInt("reported"),
                row.getInt("expected"),
                row.getInt("pending"),
                row.getInt("withheld"),
                List.of());
    }
}
