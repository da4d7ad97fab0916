package xiangbao.jobs.store.submissions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.store.Rows;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Verdict;

/** Reviews; append-only, the newest one of a submission holds. */
public class Reviews {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Findings findings;

    Reviews(JdbcTemplate template, Findings findings) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.findings = findings;
    }

    @Transactional
    public void append(long submission, long claim, Review review, String configuration, String digest) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into review (submission_id, claim_id, outcome, withheld, configuration, review_digest) values (?, ?, ?, ?, ?, ?)")
                .param(submission)
                .param(claim)
                .param(review.outcome().name())
                .param(review.outcome() == Outcome.PENDING_EXPLANATION && !review.counts())
                .param(configuration)
                .param(digest)
                .update(key, "id");
        long id = Rows.generated(key);
        findings.store(Findings.Owner.REVIEW, id, review.findings());
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (RelationVerdict verdict : review.verdicts()) {
            rows.add(new @Nullable Object[] {
                id,
                rows.size(),
                Rows.text(verdict.relation(), 128),
                Rows.text(verdict.instance(), 255),
                verdict.verdict().name(),
                Rows.text(String.join("\n", verdict.missing())),
                Rows.text(String.join("\n", verdict.inputs()))
            });
        }
        template.batchUpdate(
                "insert into relation_verdict (review_id, ordinal, relation, instance, verdict, missing, inputs)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The verdicts of each relation, in the order in which they were given, by review. */
    public Map<Long, List<RelationVerdict>> verdicts(Collection<Long> ids) {
        Map<Long, List<RelationVerdict>> found = new LinkedHashMap<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += 500) {
            jdbc.sql("select review_id, relation, instance, verdict, missing, inputs from relation_verdict"
                            + " where review_id in (:ids) order by review_id, ordinal")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("review_id"), any -> new ArrayList<>())
                                .add(new RelationVerdict(
                                        row.getString("relation"),
                                        row.getString("instance"),
                                        Verdict.valueOf(row.getString("verdict")),
                                        row.getString("missing").lines().toList(),
                                        row.getString("inputs").lines().toList()));
                    });
        }
        return found;
    }

    /** What each relation came to in any of its instances, by review. */
    public Map<Long, Map<String, Set<Verdict>>> verdictsByRelation(Collection<Long> ids) {
        Map<Long, Map<String, Set<Verdict>>> found = new LinkedHashMap<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += 500) {
            jdbc.sql("select distinct review_id, relation, verdict from relation_verdict where review_id in (:ids)")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("review_id"), any -> new LinkedHashMap<>())
                                .computeIfAbsent(row.getString("relation"), any -> new TreeSet<>())
                                .add(Verdict.valueOf(row.getString("verdict")));
                    });
        }
        return found;
    }

    public Optional<StoredReview> newest(long submission) {
        return Optional.ofNullable(newest(List.of(submission)).get(submission));
    }

    /** The newest review of each, by submission. */
    public Map<Long, StoredReview> newest(Collection<Long> submissions) {
        Map<Long, StoredReview> found = new LinkedHashMap<>();
        select("submission_id", submissions).forEach(review -> found.put(review.submission(), review));
        return found;
    }

    /** Reviews, new or old, by their own ids. */
    public Map<Long, StoredReview> byId(Collection<Long> ids) {
        Map<Long, StoredReview> found = new LinkedHashMap<>();
        select("id", ids).forEach(review -> found.put(review.id(), review));
        return found;
    }

    private List<StoredReview> select(String column, Collection<Long> ids) {
        List<StoredReview> found = new ArrayList<>();
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += 500) {
            found.addAll(jdbc.sql(
                            "select id, submission_id, claim_id, outcome, withheld, review_digest, configuration from review where "
                                    + column + " in (:ids) order by id")
                    .param("ids", all.subList(from, Math.min(all.size(), from + 500)))
                    .query((row, number) -> new StoredReview(
                            row.getLong("id"),
                            row.getLong("submission_id"),
                            row.getLong("claim_id"),
                            Outcome.valueOf(row.getString("outcome")),
                            row.getBoolean("withheld"),
                            row.getString("review_digest"),
                            row.getString("configuration")))
                    .list());
        }
        return found;
    }

    /** Notes that a review would come out the same with another configuration. */
    @Transactional
    public void uphold(long review, String configuration) {
        int known = jdbc.sql("select count(*) from review_upheld where review_id = ? and configuration = ?")
                .param(review)
                .param(configuration)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into review_upheld (review_id, configuration) values (?, ?)")
                    .param(review)
                    .param(configuration)
                    .update();
        }
    }

    /** Which of the reviews were made or upheld with a configuration. */
    public Set<Long> madeWith(String configuration, Collection<StoredReview> reviews) {
        Set<Long> found = new TreeSet<>();
        List<Long> others = new ArrayList<>();
        for (StoredReview one : reviews) {
            if (one.configuration().equals(configuration)) {
                found.add(one.id());
            } else {
                others.add(one.id());
            }
        }
        for (int from = 0; from < others.size(); from += 500) {
            found.addAll(jdbc.sql(
                            "select review_id from review_upheld where configuration = :configuration and review_id in (:ids)")
                    .param("configuration", configuration)
                    .param("ids", others.subList(from, Math.min(others.size(), from + 500)))
                    .query(Long.class)
                    .list());
        }
        return found;
    }

    /** What a claim said, in the order in which it said it. */
    public List<StoredReview> ofClaim(long claim) {
        return select("claim_id", List.of(claim));
    }

    /** Everything that was ever said about submissions, the oldest first, by submission. */
    public Map<Long, List<StoredReview>> history(Collection<Long> submissions) {
        Map<Long, List<StoredReview>> found = new LinkedHashMap<>();
        select("submission_id", submissions)
                .forEach(review -> found.computeIfAbsent(review.submission(), any -> new ArrayList<>())
                        .add(review));
        return found;
    }

    /** Files of which a submission was judged anew, or held, by a claim. */
    public List<Long> filesJudgedBy(long claim) {
        return jdbc.sql(
                        "select s.file_id from review r join submission s on s.id = r.submission_id where r.claim_id = :claim"
                                + " union select s.file_id from held_submission h join submission s on s.id = h.submission_id"
                                + " where h.claim_id = :claim order by file_id")
                .param("claim", claim)
                .query(Long.class)
                .list();
    }
}
