package xiangbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.Acceptances;
import xiangbao.jobs.store.ClaimOrder;
import xiangbao.jobs.store.DeskLock;
import xiangbao.jobs.store.Findings;
import xiangbao.jobs.store.Manifest;
import xiangbao.jobs.store.Reviews;
import xiangbao.jobs.store.SealEvent;
import xiangbao.jobs.store.SealedPeriods;
import xiangbao.jobs.store.Seals;
import xiangbao.jobs.store.StoredAcceptance;
import xiangbao.jobs.store.StoredExplanation;
import xiangbao.jobs.store.StoredReview;
import xiangbao.jobs.store.StoredSubmission;
import xiangbao.jobs.store.Submissions;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.UnitCode;

/**
 * 认可: the statistician lets doubts pass. Each verdict concerned is given anew from what it said; nothing is audited again, so that a changed configuration
 * changes nothing here. All in one transaction, at the desk.
 */
final class AcceptanceDesk {
    private final Definitions definitions;
    private final Clock clock;
    private final DeskLock lock;
    private final TransactionTemplate transaction;
    private final Configurations configurations;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Seals seals;
    private final Acceptances acceptances;
    private final AcceptedDoubts accepted;
    private final Doubts doubts;
    private final ReviewDesk reviewing;
    private final ReturnDesk returns;
    private final VerdictChanges changes;

    AcceptanceDesk(
            Clock clock,
            DeskLock lock,
            TransactionTemplate transaction,
            Configurations configurations,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Seals seals,
            Acceptances acceptances,
            AcceptedDoubts accepted,
            Doubts doubts,
            ReviewDesk reviewing,
            ReturnDesk returns) {
        this.definitions = configurations.today();
        this.clock = clock;
        this.lock = lock;
        this.transaction = transaction;
        this.configurations = configurations;
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.seals = seals;
        this.acceptances = acceptances;
        this.accepted = accepted;
        this.doubts = doubts;
        this.reviewing = reviewing;
        this.returns = returns;
        this.changes = new VerdictChanges(definitions, submissions, reviews, findings);
    }

    AcceptAnswer accept(AcceptOrder order) {
        OrderedScope scope = new OrderedScope(definitions);
        order.form().ifPresent(scope::requireForm);
        Optional<UnitCode> unit = order.unit().map(scope::unit);
        try {
            configurations.keep();
            return lock.hold(() -> {
                AcceptAnswer answer = Objects.requireNonNull(transaction.execute(status -> {
                    if (order.preview()) {
                        status.setRollbackOnly();
                    }
                    return decide(order, unit);
                }));
                if (!order.preview()) {
                    returns.write();
                }
                return answer;
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private AcceptAnswer decide(AcceptOrder order, Optional<UnitCode> unit) {
        ReferencePeriod period = order.period();
        SealedPeriods sealed = seals.sealed();
        sealed.over(period).ifPresent(over -> refuse(period, over));
        List<Doubts.Doubt> all = doubts.of(period, order.form(), unit);
        List<Doubts.Doubt> selected = selected(order, all, sealed);
        for (Doubts.Doubt one : selected) {
            sealed.over(one.key().period()).ifPresent(over -> refuse(one.key().period(), over));
        }
        LocalDateTime now = LocalDateTime.now(clock);
        DoubtAnswer.Accepted passed = new DoubtAnswer.Accepted(
                order.cause().actor(), now, order.cause().reason());
        List<DoubtAnswer> told = doubts.answers(selected, period).stream()
                .map(one -> one.accepted(passed))
                .toList();
        long claim = manifest.openClaim(
                new ClaimOrder(
                        Optional.of(period),
                        order.cause().stored(),
                        "",
                        order.form().map(FormCode::text).orElse(""),
                        unit.map(UnitCode::text).orElse("")),
                now);
        manifest.finish(claim);
        Set<SubmissionKey> keys = new TreeSet<>();
        for (Doubts.Doubt one : selected) {
            StoredExplanation said = one.explanation();
            acceptances.append(new StoredAcceptance(
                    claim,
                    one.name(),
                    one.said(),
                    said == null ? null : said.id(),
                    order.cause().actor(),
                    now,
                    order.cause().reason()));
            keys.add(one.key());
        }
        Set<SubmissionKey> counting = new TreeSet<>();
        for (SubmissionKey key : keys) {
            if (conclude(claim, key)) {
                counting.add(key);
            }
        }
        reviewing.reviewAround(claim, counting);
        returns.decide(claim);
        long open = all.stream().filter(one -> one.finding().isOpen()).count() - selected.size();
        return new AcceptAnswer(period, order.preview(), told, changes.of(claim), Math.toIntExact(open));
    }

    private List<Doubts.Doubt> selected(AcceptOrder order, List<Doubts.Doubt> all, SealedPeriods sealed) {
        List<Doubts.Doubt> open =
                all.stream().filter(one -> one.finding().isOpen()).toList();
        if (!order.findings().isEmpty()) {
            return named(order, all, open);
        }
        List<Doubts.Doubt> selected = open.stream()
                .filter(one -> order.unexplained() || one.isExplained())
                .filter(one -> !sealed.cover(one.key().period()))
                .toList();
        if (selected.isEmpty()) {
            throw new OrderMistakeException(order.period().title()
                    + (open.isEmpty()
                            ? "没有待核实的问题，不用认可。"
                            : "待核实的问题有 " + open.size() + " 个，都还没有说清原因的审核说明。请乡镇在退回件里写明后再认可；确实不需要说明的，加 --unexplained。"));
        }
        return selected;
    }

    private static List<Doubts.Doubt> named(AcceptOrder order, List<Doubts.Doubt> all, List<Doubts.Doubt> open) {
        List<Doubts.Doubt> selected = new ArrayList<>();
        for (String id : new TreeSet<>(order.findings())) {
            List<Doubts.Doubt> these = open.stream()
                    .filter(one -> one.name().toString().equals(id.strip()))
                    .toList();
            if (these.isEmpty()) {
                boolean known =
                        all.stream().anyMatch(one -> one.name().toString().equals(id.strip()));
                throw new OrderMistakeException(
                        known
                                ? "问题“" + id + "”的说明已经认可，不用再认可。"
                                : order.period().title() + "没有待核实的问题“" + id + "”；用 findings --period " + order.period()
                                        + " --open 查看编号。");
            }
            selected.addAll(these);
        }
        List<String> silent = selected.stream()
                .filter(one -> !one.isExplained())
                .map(one -> one.name().toString())
                .distinct()
                .toList();
        if (!silent.isEmpty() && !order.unexplained()) {
            throw new OrderMistakeException(
                    "还没有说清原因的审核说明：" + String.join("、", silent) + "。请乡镇在退回件里写明后再认可；确实不需要说明的，加 --unexplained。");
        }
        return selected;
    }

    private void refuse(ReferencePeriod period, ReferencePeriod over) {
        SealEvent seal = seals.standing(over).orElseThrow();
        throw new OrderMistakeException(over.title() + "已于" + seal.at().format(ReturnDesk.RECEIVED) + "由"
                + Cause.person(seal.actor())
                + (seal.kind() == SealEvent.Kind.SEALED ? "定案" : "修订") + "，"
                + (period.equals(over) ? "" : period.title() + "的")
                + "审核结论和已公布的数不再改变，不能再认可说明。确需改变的，请乡镇重新报送后办理更正（correct）。");
    }

    /** Gives the verdicts about all rounds of a key anew, where they come out otherwise. Returns whether figures count now that did not before. */
    private boolean conclude(long claim, SubmissionKey key) {
        Map<Long, StoredReview> newest = reviews.newest(
                submissions.rounds(key).stream().map(StoredSubmission::id).toList());
        boolean counts = false;
        for (StoredSubmission round : submissions.rounds(key)) {
            StoredReview review = newest.get(round.id());
            if (review == null) {
                continue;
            }
            Review before = Review.of(
                    findings.of(Findings.Owner.REVIEW, review.id()),
                    reviews.verdicts(List.of(review.id())).getOrDefault(review.id(), List.of()));
            Review after = accepted.applied(key, before, round.digest());
            if (!after.findings().equals(before.findings())) {
                boolean today =
                        !reviews.madeWith(definitions.digest(), List.of(review)).isEmpty();
                reviews.append(
                        round.id(),
                        claim,
                        after,
                        today ? definitions.digest() : review.configuration(),
                        Digests.review(after));
                counts |= after.counts() && !before.counts();
            }
        }
        return counts;
    }
}
