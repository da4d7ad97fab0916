package xiangbao.jobs.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.UnitCode;

/** Counts from the stored verdicts what each relation and screen has found and what became of it. */
public final class RuleHealth {
    private static final int MOST_LACKING = 3;

    private final Definitions definitions;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final OrderedScope scope;

    RuleHealth(
            Definitions definitions, Submissions submissions, Findings findings, Reviews reviews, OrderedScope scope) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.scope = scope;
    }

    public HealthAnswer health(List<ReferencePeriod> periods, Optional<FormCode> form) {
        form.ifPresent(scope::requireForm);
        List<HealthAnswer.Line> lines = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            if (form.isEmpty() || form.get().equals(rules.form().code())) {
                lines.addAll(lines(rules, periods));
            }
        }
        lines.sort(Comparator.comparing(HealthAnswer.Line::neverDecided)
                .reversed()
                .thenComparing(one -> -one.counts().fired()));
        return new HealthAnswer(periods, lines);
    }

    private List<HealthAnswer.Line> lines(FormRules rules, List<ReferencePeriod> periods) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        rules.relations().forEach(one -> tallies.put(one.code(), new Tally()));
        for (ReferencePeriod period : Backtests.periods(periods, rules.form().frequency())) {
            Map<UnitCode, List<StoredSubmission>> byUnit = new TreeMap<>();
            submissions
                    .rounds(rules.form().code(), period)
                    .forEach(one -> byUnit.computeIfAbsent(one.certainKey().unit(), any -> new ArrayList<>())
                            .add(one));
            count(byUnit.values(), tallies);
        }
        List<HealthAnswer.Line> lines = new ArrayList<>();
        tallies.forEach((code, tally) -> {
            Optional<AuditRelation> relation = rules.relation(code);
            // what the configuration has no more is history
            if (relation.isPresent() || Screen.coded(code).isPresent()) {
                lines.add(new HealthAnswer.Line(
                        rules.form().code(),
                        code,
                        relation.map(AuditRelation::label)
                                .or(() -> Screen.coded(code).map(Screen::label))
                                .orElse(""),
                        relation.map(Backtests::severity).orElse("默认审核"),
                        tally.counts(),
                        tally.decided == 0 ? lacking(code, tally.reviews) : List.of()));
            }
        });
        return lines;
    }

    private void count(Collection<List<StoredSubmission>> units, Map<String, Tally> tallies) {
        Map<Long, StoredReview> newest = reviews.newest(
                units.stream().flatMap(List::stream).map(StoredSubmission::id).toList());
        List<Long> ids = newest.values().stream().map(StoredReview::id).toList();
        Map<Long, Map<String, Set<Verdict>>> verdicts = reviews.verdictsByRelation(ids);
        Map<Long, List<Finding>> found = findings.of(Findings.Owner.REVIEW, ids);
        for (List<StoredSubmission> rounds : units) {
            Map<String, Set<Verdict>> said = new TreeMap<>();
            Map<String, Long> last = new TreeMap<>();
            Set<String> fired = new TreeSet<>();
            for (StoredSubmission round : rounds) {
                StoredReview review = newest.get(round.id());
                if (review == null) {
                    continue;
                }
                verdicts.getOrDefault(review.id(), Map.of()).forEach((code, some) -> {
                    said.computeIfAbsent(code, any -> new TreeSet<>()).addAll(some);
                    last.put(code, review.id());
                });
                found.getOrDefault(review.id(), List.of()).forEach(one -> fired.add(one.code()));
            }
            said.forEach((code, some) -> {
                long review = last.getOrDefault(code, 0L);
                Tally tally = tallies.computeIfAbsent(code, any -> new Tally());
                tally.judged(some, review);
                if (fired.contains(code)) {
                    boolean passes = verdicts.getOrDefault(review, Map.of())
                            .getOrDefault(code, Set.of())
                            .contains(Verdict.PASSES);
                    tally.fired(passes, of(found.getOrDefault(review, List.of()), code));
                }
            });
        }
    }

    private static List<Finding> of(List<Finding> findings, String code) {
        return findings.stream().filter(one -> one.code().equals(code)).toList();
    }

    private List<String> lacking(String code, List<Long> by) {
        Map<String, Integer> lacking = new LinkedHashMap<>();
        reviews.verdicts(by).values().stream()
                .flatMap(List::stream)
                .filter(one -> one.relation().equals(code))
                .flatMap(one -> one.missing().stream().distinct())
                .forEach(one -> lacking.merge(one, 1, Integer::sum));
        return lacking.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_LACKING)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Adds up the reports that one relation was confronted with. */
    private static final class Tally {
        /** A few that it was given in, to see what it lacked. */
        private static final int MOST_REVIEWS = 20;

        private final List<Long> reviews = new ArrayList<>();
        private int judged;
        private int decided;
        private int fired;
        private int corrected;
        private int explained;
        private int waived;
        private int standing;

        void judged(Set<Verdict> said, long review) {
            judged++;
            if (said.contains(Verdict.PASSES) || said.contains(Verdict.FAILS)) {
                decided++;
            } else if (reviews.size() < MOST_REVIEWS) {
                reviews.add(review);
            }
        }

        /**
         * @param passes whether it passes anywhere in the newest round
         * @param now its findings in the newest round
         */
        void fired(boolean passes, List<Finding> now) {
            fired++;
            if (now.isEmpty() && passes) {
                corrected++;
            } else if (now.isEmpty() || now.stream().anyMatch(one -> !one.settled())) {
                standing++;
            } else if (now.stream().anyMatch(Finding::waived)) {
                waived++;
            } else {
                explained++;
            }
        }

        HealthAnswer.Counts counts() {
            return new HealthAnswer.Counts(judged, decided, fired, corrected, explained, waived, standing);
        }
    }
}
