package xiangbao.jobs.doubts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.feedback.ReturnDecisions;
import xiangbao.jobs.feedback.Returns;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.text.DateText;

/** Something that a person decides about stored submissions: under the lock of the office, in one transaction with a claim of its own, and answered at once. */
final class DecisionTransaction {
    private final Clock clock;
    private final OfficeLock lock;
    private final TransactionTemplate transaction;
    private final Configurations configurations;
    private final Manifest manifest;
    private final ReturnDecisions decisions;
    private final Returns returns;

    DecisionTransaction(
            Clock clock,
            OfficeLock lock,
            TransactionTemplate transaction,
            Configurations configurations,
            Manifest manifest,
            ReturnDecisions decisions,
            Returns returns) {
        this.clock = clock;
        this.lock = lock;
        this.transaction = transaction;
        this.configurations = configurations;
        this.manifest = manifest;
        this.decisions = decisions;
        this.returns = returns;
    }

    /**
     * What is done once it is decided.
     *
     * @param <A> what it came to
     */
    interface Work<A> {
        A under(long claim, LocalDateTime now);
    }

    /** By whom and when a period was sealed, as the beginning of why nothing can be decided there any more. */
    static String sealed(ReferencePeriod period, SealEvent seal) {
        return period.title() + "已于" + DateText.moment(seal.at()) + "由" + Cause.person(seal.actor())
                + (seal.kind() == SealEvent.Kind.SEALED ? "定案" : "修订") + "，";
    }

    /** Does it, with all reviews that it calls for, and answers the files concerned; a work that refuses leaves nothing behind. */
    <A> A take(ClaimOrder order, Work<A> work) {
        return take(order, false, work);
    }

    /** The same, or only what would come of it. */
    <A> A take(ClaimOrder order, boolean preview, Work<A> work) {
        try {
            configurations.keep();
            return lock.hold(() -> {
                A answer = Objects.requireNonNull(transaction.execute(status -> {
                    if (preview) {
                        status.setRollbackOnly();
                    }
                    LocalDateTime now = LocalDateTime.now(clock);
                    long claim = manifest.openClaim(order, now);
                    manifest.finish(claim);
                    A done = work.under(claim, now);
                    decisions.decide(claim);
                    return done;
                }));
                if (!preview) {
                    returns.write();
                }
                return answer;
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
