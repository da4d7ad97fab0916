package xiangbao.jobs.seals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.feedback.ReturnDecisions;
import xiangbao.jobs.feedback.ReturnLetters;
import xiangbao.jobs.intake.RoundAllotment;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.pipeline.Pipeline;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.review.Reviewing;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.review.WithheldVerdicts;
import xiangbao.jobs.runs.Aggregation;
import xiangbao.jobs.runs.CorrectionNotices;
import xiangbao.jobs.runs.FormRounds;
import xiangbao.jobs.runs.Publications;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.Work;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.Corrections;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.seals.StoredNotice;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * 定案, 更正, 解除定案. Each is decided in one transaction, at the desk: the event, the rounds that are let in, their verdicts, the run with its figures and the
 * notice. A process that dies in the middle has decided nothing; one that dies afterwards has decided all of it, and whoever comes next prints it.
 */
public final class Sealing {
    private final Definitions definitions;
    private final OrderedScope scope;
    private final Clock clock;
    private final OfficeLock lock;
    private final TransactionTemplate transaction;
    private final Configurations configurations;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Runs runs;
    private final Seals seals;
    private final Corrections corrections;
    private final RoundAllotment rounds;
    private final Reviewing reviewing;
    private final Aggregation aggregation;
    private final ReturnDecisions returns;
    private final Publications publications;
    private final Pipeline job;
    private final WithheldVerdicts withheld;
    private final OperatorLog log;

    Sealing(
            Definitions definitions,
            Clock clock,
            OfficeLock lock,
            TransactionTemplate transaction,
            Configurations configurations,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            Seals seals,
            Corrections corrections,
            RoundAllotment rounds,
            Reviewing reviewing,
            Aggregation aggregation,
            ReturnDecisions returns,
            Publications publications,
            Pipeline job,
            OperatorLog log) {
        this.definitions = definitions;
        this.scope = new OrderedScope(definitions);
        this.clock = clock;
        this.lock = lock;
        this.transaction = transaction;
        this.configurations = configurations;
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.runs = runs;
        this.seals = seals;
        this.corrections = corrections;
        this.rounds = rounds;
        this.reviewing = reviewing;
        this.aggregation = aggregation;
        this.returns = returns;
        this.publications = publications;
        this.job = job;
        this.withheld = new WithheldVerdicts(definitions, submissions, seals);
        this.log = log;
    }

    /**
     * 定案: makes the result of a county period final, unless something is lacking.
     *
     * @throws OrderMistakeException when the period is sealed already or has not ended
     */
    public SealAnswer seal(SealOrder order) {
        return log.keep(order.action(), line -> sealed(order), answer -> answer.end(order.period()));
    }

    private SealAnswer sealed(SealOrder order) {
        ReferencePeriod period = order.period();
        if (period.lastDay().isAfter(LocalDate.now(clock))) {
            throw new OrderMistakeException(period.title() + "还没有结束，不能定案。");
        }
        requireOpen(period);
        // what lies in the inbox or was left undone belongs before the seal
        job.run(new RunOrder(List.of(), Optional.of(period), order.cause(), order.listener()));
        return at(() -> {
            configurations.keep();
            SealAnswer answer = Objects.requireNonNull(transaction.execute(status -> {
                requireOpen(period);
                List<SealAnswer.Lack> lacking = lacking(period);
                boolean unreviewed =
                        lacking.stream().anyMatch(lack -> lack.state().equals(UNREVIEWED));
                Optional<StoredRun> latest = runs.latest(period);
                if (unreviewed || (!lacking.isEmpty() && !order.incomplete())) {
                    return new SealAnswer(
                            period,
                            false,
                            latest.map(StoredRun::vintage).map(Vintage::of).orElse(Vintage.PRELIMINARY),
                            latest.map(StoredRun::number).orElse(null),
                            lacking,
                            List.of());
                }
                StoredRun run = aggregation.publish(claim(period, "", "", order.cause()), period, Vintage.FINAL);
                append(
                        period,
                        SealEvent.Kind.SEALED,
                        revision(period),
                        run.id(),
                        order.cause(),
                        "",
                        lacking.stream()
                                .map(lack ->
                                        lack.unitName() + " " + lack.form() + " " + lack.period() + " " + lack.state())
                                .collect(Collectors.joining("\n")));
                return new SealAnswer(period, true, Vintage.FINAL, run.number(), lacking, List.of());
            }));
            publications.print();
            return answer.sealed() ? withReports(answer) : answer;
        });
    }

    private SealAnswer withReports(SealAnswer answer) {
        StoredRun run = runs.latest(answer.period()).orElseThrow();
        return new SealAnswer(
                answer.period(), true, answer.vintage(), answer.run(), answer.lacking(), runs.reports(run.id()));
    }

    private static final String UNREVIEWED = "已报";

    /** Everything that is owed within the period and was not simply accepted. */
    private List<SealAnswer.Lack> lacking(ReferencePeriod county) {
        List<SealAnswer.Lack> lacking = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            for (ReferencePeriod period : periodsWithin(county, rules)) {
                if (!rules.form().validity().covers(period.lastDay())) {
                    continue;
                }
                FormRounds rounds = FormRounds.of(rules.form().code(), period, submissions, reviews);
                for (ReportingUnit unit :
                        definitions.units().select(rules.form().owedBy(), period)) {
                    StoredReview review = rounds.review(unit.code()).orElse(null);
                    if (review == null || review.outcome() != Outcome.ACCEPTED) {
                        lacking.add(new SealAnswer.Lack(
                                unit.code(),
                                unit.name(),
                                rules.form().code(),
                                period,
                                rounds.newest(unit.code()).isEmpty()
                                        ? "未报"
                                        : review == null
                                                ? UNREVIEWED
                                                : review.outcome().title() + (review.withheld() ? "（暂不计入）" : "")));
                    }
                }
            }
        }
        return lacking;
    }

    private static List<ReferencePeriod> periodsWithin(ReferencePeriod county, FormRules rules) {
        List<ReferencePeriod> periods = new ArrayList<>();
        int each = rules.form().frequency().perYear();
        for (int ordinal = 1; ordinal <= each; ordinal++) {
            ReferencePeriod one =
                    new ReferencePeriod(county.year(), rules.form().frequency(), ordinal);
            if (SealedPeriods.holds(county, one)) {
                periods.add(one);
            }
        }
        return periods;
    }

    private void requireOpen(ReferencePeriod period) {
        seals.standing(period).ifPresent(seal -> {
            throw new OrderMistakeException(period.title() + "已于" + seal.at().format(ReturnLetters.RECEIVED) + "由"
                    + Cause.person(seal.actor()) + (seal.kind() == SealEvent.Kind.SEALED ? "定案" : "修订")
                    + "。要改数请办理更正（correct），要重新开放请解除定案（unseal）。");
        });
    }

    private SealEvent requireSealed(ReferencePeriod period) {
        return seals.standing(period)
                .orElseThrow(() -> new OrderMistakeException(seals.sealed()
                        .over(period)
                        .map(longer ->
                                period.title() + "没有单独定案，它随" + longer.title() + "一起定案；请用 --period " + longer + " 办理。")
                        .orElse(period.title() + "没有定案，报表可以照常报送和汇总，不需要更正或解除。")));
    }

    /**
     * 解除定案: opens a sealed period again and lets in what was held.
     *
     * @throws OrderMistakeException when the period is not sealed
     */
    public UnsealAnswer unseal(UnsealOrder order) {
        return log.keep(order.action(), line -> unsealed(order), UnsealAnswer::end);
    }

    private UnsealAnswer unsealed(UnsealOrder order) {
        ReferencePeriod period = order.period();
        return at(() -> {
            configurations.keep();
            publications.print();
            UnsealAnswer answer = Objects.requireNonNull(transaction.execute(status -> {
                requireSealed(period);
                long claim = claim(period, "", "", order.cause());
                append(period, SealEvent.Kind.UNSEALED, revision(period), null, order.cause(), "", "");
                SealedPeriods still = seals.sealed();
                List<StoredSubmission> released = submissions.held().stream()
                        .filter(one -> isWithin(period, one)
                                && !still.cover(one.certainKey().period()))
                        .toList();
                rounds.admit(released);
                reviewing.reviewAdmitted(claim, keysWithin(period, still));
                returns.decide(claim);
                return new UnsealAnswer(
                        period,
                        answers(released.stream().map(StoredSubmission::id).toList()));
            }));
            publications.print();
            return answer;
        });
    }

    private Set<SubmissionKey> keysWithin(ReferencePeriod county, SealedPeriods still) {
        Set<SubmissionKey> keys = new TreeSet<>();
        for (FormRules rules : definitions.forms().values()) {
            for (ReferencePeriod period : periodsWithin(county, rules)) {
                if (!still.cover(period)) {
                    submissions.rounds(rules.form().code(), period).forEach(one -> keys.add(one.certainKey()));
                }
            }
        }
        return keys;
    }

    private static boolean isWithin(ReferencePeriod county, StoredSubmission one) {
        return SealedPeriods.holds(county, one.certainKey().period());
    }

    /**
     * 更正: lets what is held into a sealed period, by a numbered notice; a preview changes nothing.
     *
     * @throws OrderMistakeException when the period is not sealed, or nothing is held that was asked for
     */
    public CorrectionAnswer correct(CorrectionOrder order) {
        return order.preview()
                ? log.alone(() -> corrected(order))
                : log.keep(order.action(), line -> corrected(order), CorrectionAnswer::end);
    }

    private CorrectionAnswer corrected(CorrectionOrder order) {
        ReferencePeriod period = order.period();
        return at(() -> {
            SealEvent seal = requireSealed(period);
            if (!order.preview()) {
                configurations.keep();
                publications.print();
            }
            Optional<UnitCode> unit = order.unit().map(scope::unit);
            order.form().ifPresent(scope::requireForm);
            Map<SubmissionKey, List<StoredSubmission>> selected = new TreeMap<>();
            for (StoredSubmission one : submissions.held()) {
                SubmissionKey key = one.certainKey();
                if (isWithin(period, one)
                        && order.form().map(key.form()::equals).orElse(true)
                        && unit.map(key.unit()::equals).orElse(true)) {
                    selected.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
                }
            }
            if (selected.isEmpty()) {
                throw new OrderMistakeException(nothingHeld(order));
            }
            List<SubmissionAnswer> refused = new ArrayList<>();
            while (true) {
                Attempt attempt = Objects.requireNonNull(transaction.execute(status -> {
                    Attempt tried = attempt(order, seal, selected);
                    if (order.preview() || !tried.refused().isEmpty()) {
                        status.setRollbackOnly();
                    }
                    return tried;
                }));
                if (attempt.refused().isEmpty()) {
                    return published(order, seal, attempt, refused);
                }
                // one that the audit refuses must not hold up the others, and none may rest on it
                attempt.refused().forEach((key, answer) -> {
                    selected.remove(key);
                    refused.add(answer);
                });
                if (selected.isEmpty()) {
                    return new CorrectionAnswer(
                            period,
                            order.preview(),
                            null,
                            null,
                            run(seal).map(StoredRun::number).orElse(null),
                            null,
                            List.of(),
                            refused,
                            List.of(),
                            List.of(),
                            null,
                            List.of());
                }
            }
        });
    }

    private String nothingHeld(CorrectionOrder order) {
        String which = order.unit().orElse("")
                + order.form().map(FormCode::text).map(form -> " " + form).orElse("");
        return order.period().title() + (which.isBlank() ? "" : "（" + which.strip() + "）")
                + "没有暂存的报表，没有可以更正的内容。请乡镇把改好的报表放进收件夹，收下暂存后再办理更正。";
    }

    /**
     * One try at a correction, in the caller's transaction.
     *
     * @param refused newest submissions that the audit returned; when there are any nothing else was done
     */
    private record Attempt(
            Map<SubmissionKey, SubmissionAnswer> refused,
            List<SubmissionAnswer> admitted,
            Optional<StoredNotice> notice,
            Optional<StoredRun> run,
            List<WithheldAnswer> withheld) {}

    private Attempt attempt(
            CorrectionOrder order, SealEvent seal, Map<SubmissionKey, List<StoredSubmission>> selected) {
        ReferencePeriod period = order.period();
        long claim = claim(
                period,
                order.form().map(FormCode::text).orElse(""),
                order.unit().map(scope::unit).map(UnitCode::text).orElse(""),
                order.cause());
        Map<SubmissionKey, StoredSubmission> before = new LinkedHashMap<>();
        Map<SubmissionKey, StoredSubmission> after = new LinkedHashMap<>();
        selected.forEach((key, held) -> {
            counted(key).ifPresent(round -> before.put(key, round));
            after.put(key, held.get(held.size() - 1));
            rounds.admit(held);
        });
        reviewing.reviewAdmitted(claim, selected.keySet());
        Map<SubmissionKey, SubmissionAnswer> refused = new LinkedHashMap<>();
        List<SubmissionAnswer> admitted = new ArrayList<>();
        after.forEach((key, one) -> {
            SubmissionAnswer answer = answers(List.of(one.id())).get(0);
            if (answer.outcome() == Outcome.RETURNED) {
                refused.put(key, answer);
            } else {
                admitted.add(answer);
            }
        });
        if (!refused.isEmpty()) {
            return new Attempt(refused, List.of(), Optional.empty(), Optional.empty(), List.of());
        }
        StoredRun published = run(seal).orElseThrow();
        int revision = seal.revision() + 1;
        StoredRun run = aggregation.publish(claim, period, Vintage.revised(revision));
        append(period, SealEvent.Kind.REVISED, revision, run.id(), order.cause(), order.approvedBy(), "");
        LocalDateTime now = LocalDateTime.now(clock);
        ChangedFigures changes = new ChangedFigures(definitions);
        List<StoredNotice.Line> lines = new ArrayList<>();
        List<StoredNotice.Admitted> numbers = new ArrayList<>();
        after.forEach((key, one) -> {
            StoredSubmission old = before.get(key);
            lines.addAll(changes.reported(
                    key,
                    old == null ? List.of() : submissions.observations(old.id()),
                    submissions.observations(one.id())));
            numbers.add(new StoredNotice.Admitted(one.id(), old == null ? null : old.id()));
        });
        UnitCode county = definitions.units().county().code();
        lines.addAll(changes.county(
                runs.figures(published.id(), Optional.empty(), county),
                runs.figures(run.id(), Optional.empty(), county)));
        StoredNotice notice = new StoredNotice(
                now.getYear(),
                corrections.nextNumber(now.getYear()),
                period,
                revision,
                claim,
                published.id(),
                run.id(),
                order.cause().actor(),
                now,
                order.cause().reason(),
                order.approvedBy(),
                "",
                numbers,
                lines);
        corrections.store(notice);
        returns.decide(claim);
        return new Attempt(Map.of(), admitted, Optional.of(notice), Optional.of(run), withheld.of(claim));
    }

    private Optional<StoredRun> run(SealEvent seal) {
        Long run = seal.run();
        return run == null ? Optional.empty() : Optional.of(runs.get(run));
    }

    private CorrectionAnswer published(
            CorrectionOrder order, SealEvent seal, Attempt attempt, List<SubmissionAnswer> refused) throws IOException {
        StoredNotice notice = attempt.notice().orElseThrow();
        StoredRun run = attempt.run().orElseThrow();
        String path = null;
        List<String> reports = List.of();
        if (!order.preview()) {
            publications.print();
            path = corrections.of(order.period()).stream()
                    .filter(one -> one.year() == notice.year() && one.number() == notice.number())
                    .map(StoredNotice::path)
                    .findFirst()
                    .orElseThrow();
            reports = runs.reports(run.id());
        }
        return new CorrectionAnswer(
                order.period(),
                order.preview(),
                CorrectionNotices.number(notice),
                Vintage.revised(notice.revision()),
                run(seal).map(StoredRun::number).orElse(null),
                run.number(),
                attempt.admitted(),
                refused,
                notice.lines().stream().map(this::line).toList(),
                attempt.withheld(),
                path,
                reports);
    }

    private CorrectionAnswer.Line line(StoredNotice.Line line) {
        return new CorrectionAnswer.Line(
                line.level() == StoredNotice.Level.COUNTY,
                line.unit(),
                name(line.unit()),
                line.indicator(),
                line.line(),
                line.title(),
                line.period(),
                line.measure(),
                line.before(),
                line.after(),
                line.difference());
    }

    /** The round of a key that counts. */
    private Optional<StoredSubmission> counted(SubmissionKey key) {
        List<StoredSubmission> all = submissions.rounds(key);
        Map<Long, StoredReview> said =
                reviews.newest(all.stream().map(StoredSubmission::id).toList());
        return all.stream()
                .filter(round -> {
                    StoredReview review = said.get(round.id());
                    return review != null && review.counts();
                })
                .reduce((first, second) -> second);
    }

    private List<SubmissionAnswer> answers(List<Long> ids) {
        List<SubmissionAnswer> answers = new ArrayList<>();
        submissions.all(ids).stream()
                .sorted(Comparator.comparing(StoredSubmission::certainKey).thenComparing(StoredSubmission::roundNumber))
                .forEach(one -> {
                    StoredReview review = reviews.newest(one.id()).orElseThrow();
                    SubmissionKey key = one.certainKey();
                    answers.add(new SubmissionAnswer(
                            key.form(),
                            key.unit(),
                            name(key.unit()),
                            key.period(),
                            one.roundNumber(),
                            review.outcome(),
                            findings.of(Findings.Owner.REVIEW, review.id()).stream()
                                    .map(finding -> new FindingAnswer(finding.id(key), finding))
                                    .toList()));
                });
        return answers;
    }

    private String name(UnitCode unit) {
        return definitions.units().name(unit);
    }

    /** An order is a claim that takes no files and is done when its transaction is. */
    private long claim(ReferencePeriod period, String form, String unit, Cause cause) {
        long claim = manifest.openClaim(
                new ClaimOrder(Optional.of(period), cause.stored(), "", form, unit), LocalDateTime.now(clock));
        manifest.finish(claim);
        return claim;
    }

    private int revision(ReferencePeriod period) {
        return seals.newest(period).map(SealEvent::revision).orElse(0);
    }

    private void append(
            ReferencePeriod period,
            SealEvent.Kind kind,
            int revision,
            @org.jspecify.annotations.Nullable Long run,
            Cause cause,
            String approvedBy,
            String lacking) {
        seals.append(new SealEvent(
                period,
                seals.newest(period).map(SealEvent::number).orElse(0) + 1,
                kind,
                revision,
                run,
                cause.actor(),
                LocalDateTime.now(clock),
                cause.reason(),
                approvedBy,
                lacking));
    }

    private <T> T at(Work<T, IOException> work) {
        try {
            return lock.hold(work);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
