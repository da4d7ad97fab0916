package xiangbao.jobs.runs;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.runs.NewRun;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/** Fixes what a run is made of: after that nothing else is read for it. A period whose basis is as before keeps its run. */
final class RunFixing {
    private final Configurations configurations;
    private final String programVersion;
    private final Clock clock;
    private final BasisSelection selection;
    private final Runs runs;
    private final Seals seals;
    private final TransactionTemplate transaction;

    RunFixing(
            Configurations configurations,
            OfficeSettings settings,
            Clock clock,
            BasisSelection selection,
            Runs runs,
            Seals seals,
            TransactionTemplate transaction) {
        this.configurations = configurations;
        this.programVersion = settings.programVersion();
        this.clock = clock;
        this.selection = selection;
        this.runs = runs;
        this.seals = seals;
        this.transaction = transaction;
    }

    /**
     * The run that answers a period: the latest one if nothing has changed since, otherwise a new one with its basis. Empty where there is nothing to print
     * again.
     */
    Optional<StoredRun> fix(OpenClaim claim, ReferencePeriod period) {
        Optional<StoredRun> fixed = transaction.execute(status -> {
            Optional<StoredRun> latest = runs.latest(period);
            if (claim.order().onlyPrints() && latest.isEmpty()) {
                return Optional.empty();
            }
            if (latest.isPresent() && seals.standing(period).isPresent()) {
                // sealed: published is published, whatever the configuration or the program have become
                runs.answers(claim.id(), latest.get().id(), false);
                return latest;
            }
            BasisSelection.Wanted wanted =
                    claim.order().onlyPrints() ? selection.asBefore(latest.orElseThrow()) : selection.asOfToday(period);
            boolean same = latest.isPresent()
                    && latest.get().basisDigest().equals(wanted.digest())
                    && latest.get().configuration().equals(wanted.configuration())
                    && latest.get().templates().equals(configurations.templates())
                    && latest.get().programVersion().equals(programVersion)
                    && latest.get().vintage().equals(Vintage.PRELIMINARY.title());
            if (same) {
                runs.answers(claim.id(), latest.get().id(), false);
                return latest;
            }
            return Optional.of(fix(claim, period, Vintage.PRELIMINARY, wanted));
        });
        return java.util.Objects.requireNonNull(fixed);
    }

    /** A new run of today's basis, within the caller's transaction. */
    StoredRun fix(OpenClaim claim, ReferencePeriod period, Vintage vintage) {
        return fix(claim, period, vintage, selection.asOfToday(period));
    }

    private StoredRun fix(OpenClaim claim, ReferencePeriod period, Vintage vintage, BasisSelection.Wanted wanted) {
        long run = runs.fix(
                new NewRun(
                        period,
                        runs.latest(period).map(StoredRun::number).orElse(0) + 1,
                        wanted.configuration(),
                        configurations.templates(),
                        programVersion,
                        wanted.digest(),
                        vintage.title(),
                        claim.order().cause(),
                        claim.openedAt(),
                        LocalDateTime.now(clock)),
                wanted.basis());
        runs.explained(run, wanted.explanations());
        runs.answers(claim.id(), run, true);
        return runs.get(run);
    }
}
