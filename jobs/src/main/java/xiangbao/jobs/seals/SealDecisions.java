package xiangbao.jobs.seals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.runs.Publications;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.store.Work;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * How 定案, 更正 and 解除定案 are decided: each in one transaction, under the lock of the office; the event, the rounds that are let in, their verdicts, the
 * run with its figures and the notice. A process that dies in the middle has decided nothing; one that dies afterwards has decided all of it, and whoever
 * comes next prints it.
 */
final class SealDecisions {
    private final OfficeLock lock;
    private final TransactionTemplate transaction;
    private final Configurations configurations;
    private final Manifest manifest;
    private final Publications publications;
    private final Clock clock;

    SealDecisions(
            OfficeLock lock,
            TransactionTemplate transaction,
            Configurations configurations,
            Manifest manifest,
            Publications publications,
            Clock clock) {
        this.lock = lock;
        this.transaction = transaction;
        this.configurations = configurations;
        this.manifest = manifest;
        this.publications = publications;
        this.clock = clock;
    }

    /** Holds the lock of the office over all of it, printing included. */
    <T> T holdingLock(Work<T, IOException> work) {
        try {
            return lock.hold(work);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts the configuration into the archive, before anything is decided with it. */
    void keepConfiguration() {
        configurations.keep();
    }

    <T> T decide(Supplier<T> work) {
        return tryOut(work, made -> true);
    }

    /** Decides, unless what comes of it is not to be: then nothing of it has happened. */
    <T> T tryOut(Supplier<T> work, Predicate<T> stands) {
        return Objects.requireNonNull(transaction.execute(status -> {
            T made = work.get();
            if (!stands.test(made)) {
                status.setRollbackOnly();
            }
            return made;
        }));
    }

    long claim(ReferencePeriod period, Cause cause) {
        return claim(period, "", "", cause);
    }

    /** An order is a claim that takes no files and is done when its transaction is. */
    long claim(ReferencePeriod period, String form, String unit, Cause cause) {
        long claim = manifest.openClaim(
                new ClaimOrder(Optional.of(period), cause.stored(), "", form, unit), LocalDateTime.now(clock));
        manifest.finish(claim);
        return claim;
    }

    /** Prints what was decided, by this process or by one that died over it. */
    void print() throws IOException {
        publications.print();
    }
}
