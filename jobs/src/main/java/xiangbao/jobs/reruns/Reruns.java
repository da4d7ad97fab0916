package xiangbao.jobs.reruns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.pipeline.Pipeline;
import xiangbao.jobs.reruns.RerunAnswer.PeriodRerun;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.review.Reviewing;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.VerdictChanges;
import xiangbao.jobs.review.WithheldVerdicts;
import xiangbao.jobs.runs.Aggregation;
import xiangbao.jobs.runs.ClaimPeriods;
import xiangbao.jobs.runs.comparison.RunComparison;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.runs.CoverageRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Does again what was done before, or tells what would come of it. */
public final class Reruns {
    private final Definitions definitions;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Runs runs;
    private final RerunScope scope;
    private final Reviewing reviewing;
    private final Aggregation aggregation;
    private final VerdictChanges verdictChanges;
    private final RunComparison comparison;
    private final OfficeLock lock;
    private final TransactionTemplate transaction;
    private final Pipeline job;
    private final WithheldVerdicts withheld;
    private final Seals seals;
    private final java.time.Clock clock;
    private final OperatorLog log;

    Reruns(
            Definitions definitions,
            Manifest manifest,
            Submissions submissions,
            Runs runs,
            RerunScope scope,
            Reviewing reviewing,
            Aggregation aggregation,
            VerdictChanges verdictChanges,
            RunComparison comparison,
            OfficeLock lock,
            TransactionTemplate transaction,
            Pipeline job,
            WithheldVerdicts withheld,
            Seals seals,
            java.time.Clock clock,
            OperatorLog log) {
        this.definitions = definitions;
        this.manifest = manifest;
        this.submissions = submissions;
        this.runs = runs;
        this.scope = scope;
        this.reviewing = reviewing;
        this.aggregation = aggregation;
        this.verdictChanges = verdictChanges;
        this.comparison = comparison;
        this.lock = lock;
        this.transaction = transaction;
        this.job = job;
        this.withheld = withheld;
        this.seals = seals;
        this.clock = clock;
        this.log = log;
    }

    /** Does again what was done before: judges, aggregates, prints. What has not changed stays untouched. */
    public RerunAnswer rerun(RerunOrder order) {
        return log.keep(order.action(), line -> again(order), RerunAnswer::end);
    }

    private RerunAnswer again(RerunOrder order) {
        check(order);
        List<PeriodRerun> answers = new ArrayList<>();
        for (ReferencePeriod period : periods(order)) {
            Optional<String> skipped = skipped(order, period);
            if (skipped.isPresent()) {
                answers.add(PeriodRerun.skipped(period, skipped.get()));
                continue;
            }
            answers.add(job.rerun(claim(order, period), order.listener())
                    .map(claim -> answer(claim, period, false))
                    .orElseGet(() -> PeriodRerun.skipped(period, "另一个进程接手了这次重算，结果请看 runs --period " + period)));
        }
        return new RerunAnswer(false, exit(answers), answers);
    }

    /** What a rerun would come to; changes nothing. */
    public RerunAnswer preview(RerunOrder order) {
        return log.alone(() -> previewed(order));
    }

    private RerunAnswer previewed(RerunOrder order) {
        check(order);
        List<PeriodRerun> answers = new ArrayList<>();
        for (ReferencePeriod period : periods(order)) {
            Optional<String> skipped = skipped(order, period);
            if (skipped.isPresent()) {
                answers.add(PeriodRerun.skipped(period, skipped.get()));
                continue;
            }
            answers.add(lock.hold(() -> Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return look(claim(order, period), period);
            }))));
        }
        return new RerunAnswer(true, exit(answers), answers);
    }

    /** Nothing judged because of a slip of the pen would look like nothing changed. */
    private void check(RerunOrder order) {
        OrderedScope scope = new OrderedScope(definitions);
        order.form().ifPresent(scope::requireForm);
        order.unit().ifPresent(unit -> scope.unit(unit.text()));
    }

    private PeriodRerun look(ClaimOrder order, ReferencePeriod period) {
        long claim = manifest.openClaim(order, java.time.LocalDateTime.now(clock));
        if (order.judgesAgain()) {
            reviewing.review(claim, scope.of(order));
        }
        aggregation.aggregate(claim);
        return answer(claim, period, true);
    }

    private static ClaimOrder claim(RerunOrder order, ReferencePeriod period) {
        return new ClaimOrder(
                Optional.of(period),
                order.cause().stored(),
                order.from().word(),
                order.form().map(FormCode::text).orElse(""),
                order.unit().map(UnitCode::text).orElse(""));
    }

    private PeriodRerun answer(long claim, ReferencePeriod period, boolean preview) {
        OpenClaim open = manifest.claim(claim);
        Optional<StoredRun> now = runs.ofClaim(claim).keySet().stream().findFirst();
        boolean fresh = runs.ofClaim(claim).values().stream().anyMatch(made -> made);
        Optional<StoredRun> before = now.flatMap(run -> runs.aggregatedBefore(period, run.number()));
        List<VerdictChange> verdicts = verdictChanges.of(claim);
        Set<ReferencePeriod> others = new TreeSet<>();
        verdicts.forEach(one -> {
            if (one.from() != one.to() && !endsWithin(one.period(), period)) {
                others.add(ClaimPeriods.countyPeriod(one.period()));
            }
        });
        boolean published = fresh && before.isPresent();
        return new PeriodRerun(
                period,
                "",
                preview ? Optional.empty() : now.map(StoredRun::number),
                fresh,
                fresh ? before.map(StoredRun::number) : Optional.empty(),
                open.order().judgesAgain() ? scope.of(open.order()).size() : 0,
                verdicts,
                withheld.of(claim),
                seals.standing(period).isPresent(),
                published ? comparison.compare(before.get(), now.orElseThrow(), Optional.empty()) : null,
                published ? runs.reports(before.get().id()) : List.of(),
                preview ? List.of() : now.map(run -> runs.reports(run.id())).orElse(List.of()),
                new ArrayList<>(others));
    }

    private static boolean endsWithin(ReferencePeriod period, ReferencePeriod county) {
        return !period.lastDay().isBefore(county.firstDay())
                && !period.lastDay().isAfter(county.lastDay());
    }

    private int exit(List<PeriodRerun> answers) {
        for (PeriodRerun one : answers) {
            if (one.verdicts().stream().anyMatch(VerdictChange::nowFails)) {
                return 1;
            }
            Optional<StoredRun> run = one.run().flatMap(number -> runs.numbered(one.period(), number));
            if (run.isPresent() && !isGood(run.get())) {
                return 1;
            }
        }
        return 0;
    }

    private boolean isGood(StoredRun run) {
        return runs.targets(run.id()).stream().noneMatch(TargetRow::offTarget)
                && runs.coverage(run.id()).stream().allMatch(CoverageRow::isSettled);
    }

    private Set<ReferencePeriod> periods(RerunOrder order) {
        if (!order.periods().isEmpty()) {
            return new TreeSet<>(order.periods());
        }
        Set<ReferencePeriod> all = new TreeSet<>();
        submissions.periods().forEach(one -> all.add(ClaimPeriods.countyPeriod(one)));
        java.time.LocalDate today = java.time.LocalDate.now(clock);
        all.removeIf(one -> one.firstDay().isAfter(today));
        return all;
    }

    private Optional<String> skipped(RerunOrder order, ReferencePeriod period) {
        Optional<StoredRun> latest = runs.latest(period);
        boolean submitted = !scope.of(period, "", "").isEmpty();
        return switch (order.backfill()) {
            case MISSING ->
                latest.isPresent()
                        ? Optional.of("已经汇总过（第" + latest.get().number() + "次）")
                        : submitted ? Optional.empty() : Optional.of("没有收到过报表");
            case FAILED ->
                isFailed(period, latest)
                        ? Optional.empty()
                        : Optional.of(
                                latest.isEmpty() ? "还没有汇总过" : "第" + latest.get().number() + "次汇总已经完成");
            case ALL -> submitted || latest.isPresent() ? Optional.empty() : Optional.of("没有收到过报表");
        };
    }

    private boolean isFailed(ReferencePeriod period, Optional<StoredRun> latest) {
        return latest.filter(run -> run.state() != StoredRun.State.REPORTED).isPresent()
                || manifest.unfinished().stream().anyMatch(open -> open.period().equals(Optional.of(period)));
    }
}
