package xiangbao.jobs.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.review.UnitReview;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.Dependencies;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.UnitCode;

/**
 * Judges stored rounds as some configuration would and tells what one relation says about them. It sees what a review would see: the rounds that count by the
 * verdicts that stand. Writes nothing.
 */
public final class Backtests {
    private static final int MOST_LACKING = 3;

    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;

    Backtests(Submissions submissions, Findings findings, Reviews reviews) {
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
    }

    /** @throws OrderMistakeException when the definitions have no such relation */
    public BacktestAnswer backtest(BacktestOrder order, Definitions definitions) {
        List<FormRules> forms = Screen.coded(order.relation()).isPresent()
                ? definitions.enabledForms()
                : List.of(new OrderedScope(definitions).formOf(order.relation()));
        UnitReview.Rules rules =
                UnitReview.Rules.of(definitions, new Dependencies(definitions.forms(), definitions.units()));
        List<BacktestAnswer.Line> lines = new ArrayList<>();
        for (FormRules form : forms) {
            for (ReferencePeriod period : periods(order.periods(), form.form().frequency())) {
                line(order.relation(), form.form().code(), period, definitions, rules)
                        .ifPresent(lines::add);
            }
        }
        Optional<AuditRelation> relation = forms.get(0).relation(order.relation());
        return new BacktestAnswer(
                order.relation(),
                relation.map(AuditRelation::label)
                        .or(() -> Screen.coded(order.relation()).map(Screen::label))
                        .orElse(""),
                relation.map(Backtests::severity).orElse("默认审核"),
                relation.map(one -> one.formula().text()).orElse(""),
                lines);
    }

    /** As people read it. */
    static String severity(AuditRelation relation) {
        Severity intended = relation.intended();
        return intended == null ? relation.severity().title() : "试行（拟为" + intended.title() + "）";
    }

    /** The periods of a frequency that end within some county periods. */
    static Set<ReferencePeriod> periods(List<ReferencePeriod> county, Frequency frequency) {
        Set<ReferencePeriod> periods = new TreeSet<>();
        county.forEach(one -> periods.addAll(RerunScope.endingWithin(one, frequency)));
        return periods;
    }

    private Optional<BacktestAnswer.Line> line(
            String relation, FormCode form, ReferencePeriod period, Definitions definitions, UnitReview.Rules rules) {
        Map<UnitCode, List<StoredSubmission>> byUnit =
                new TreeMap<>(Comparator.comparing((UnitCode unit) -> place(definitions, unit))
                        .thenComparing(Comparator.naturalOrder()));
        submissions
                .rounds(form, period)
                .forEach(one -> byUnit.computeIfAbsent(one.certainKey().unit(), any -> new ArrayList<>())
                        .add(one));
        Count count = new Count();
        byUnit.forEach((unit, rounds) -> {
            SubmissionKey key = new SubmissionKey(form, unit, period);
            count.unit(key, definitions.units().name(unit), new Past(rules).tried(key, rounds, relation));
        });
        return count.isEmpty() ? Optional.empty() : Optional.of(count.line(form, period));
    }

    private static int place(Definitions definitions, UnitCode unit) {
        return definitions
                .units()
                .find(unit)
                .map(definitions.units().all()::indexOf)
                .orElse(Integer.MAX_VALUE);
    }

    /** What the relation says about one round. */
    private record Tried(
            int round,
            Verdict verdict,
            List<String> missing,
            @Nullable Finding finding) {}

    /** Adds up the units of one form and period. */
    private static final class Count {
        private final List<BacktestAnswer.Failure> failures = new ArrayList<>();
        private final Map<String, Integer> lacking = new LinkedHashMap<>();
        private int held;
        private int corrected;
        private int undecided;

        /** @param tried the rounds up to the one that counts */
        void unit(SubmissionKey key, String name, List<Tried> tried) {
            if (tried.isEmpty()) {
                return;
            }
            Tried last = tried.get(tried.size() - 1);
            Optional<Tried> failed =
                    tried.stream().filter(one -> one.verdict() == Verdict.FAILS).reduce((one, later) -> later);
            if (failed.isPresent()) {
                boolean mended = last.verdict() == Verdict.PASSES;
                corrected += mended ? 1 : 0;
                Finding finding = failed.get().finding();
                failures.add(new BacktestAnswer.Failure(
                        key.unit(),
                        name,
                        failed.get().round(),
                        mended,
                        finding == null ? "" : finding.title(),
                        finding == null ? "" : finding.comparison().actual(),
                        finding == null ? "" : finding.comparison().expected()));
            } else if (last.verdict() == Verdict.PASSES) {
                held++;
            } else {
                undecided++;
                last.missing().stream().distinct().forEach(one -> lacking.merge(one, 1, Integer::sum));
            }
        }

        boolean isEmpty() {
            return held + undecided + failures.size() == 0;
        }

        BacktestAnswer.Line line(FormCode form, ReferencePeriod period) {
            return new BacktestAnswer.Line(
                    form,
                    period,
                    held,
                    failures.size(),
                    corrected,
                    undecided,
                    failures,
                    lacking.entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue()
                                    .reversed())
                            .limit(MOST_LACKING)
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    /** What was reported, as it stands in the store. */
    private final class Past extends UnitReview {
        Past(Rules rules) {
            super(rules);
        }

        /** The rounds up to the one that counts; where none does, up to the last one with figures. */
        List<Tried> tried(SubmissionKey key, List<StoredSubmission> all, String relation) {
            List<StoredSubmission> readable =
                    all.stream().filter(one -> !one.attributed()).toList();
            long good = lastGood(key).map(StoredSubmission::id).orElse(-1L);
            List<Tried> tried = new ArrayList<>();
            for (StoredSubmission round : readable) {
                tried(round.roundNumber(), judge(key, round), relation).ifPresent(tried::add);
                if (round.id() == good) {
                    break;
                }
            }
            return tried;
        }

        /** Empty where there is nothing in the form about which the relation could say anything. */
        private Optional<Tried> tried(int round, Review review, String relation) {
            List<RelationVerdict> verdicts = review.verdicts().stream()
                    .filter(one -> one.relation().equals(relation))
                    .toList();
            if (verdicts.isEmpty()) {
                return Optional.empty();
            }
            Set<Verdict> said = new TreeSet<>();
            verdicts.forEach(one -> said.add(one.verdict()));
            Verdict verdict = said.contains(Verdict.FAILS)
                    ? Verdict.FAILS
                    : said.contains(Verdict.PASSES) ? Verdict.PASSES : Verdict.UNDECIDED;
            return Optional.of(new Tried(
                    round,
                    verdict,
                    verdicts.stream().flatMap(one -> one.missing().stream()).toList(),
                    review.findings().stream()
                            .filter(one -> one.code().equals(relation))
                            .findFirst()
                            .orElse(null)));
        }

        @Override
        protected List<StoredSubmission> seen(SubmissionKey key) {
            return submissions.rounds(key);
        }

        @Override
        protected Map<Long, Boolean> verdicts(Set<Long> rounds) {
            Map<Long, Boolean> counting = new HashMap<>();
            reviews.newest(rounds).forEach((id, review) -> counting.put(id, review.counts()));
            return counting;
        }

        @Override
        protected List<Observation> readFigures(long round) {
            return submissions.observations(round);
        }

        @Override
        protected List<Finding> readFindings(long round) {
            return findings.of(Findings.Owner.READING, round);
        }

        @Override
        protected Review decided(SubmissionKey key, Review review, StoredSubmission round) {
            return review;
        }
    }
}
