package xiangbao.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.backup.BackupDesk;
import xiangbao.jobs.doubts.Conclusions;
import xiangbao.jobs.doubts.DecisionDesk;
import xiangbao.jobs.doubts.DeskDecision;
import xiangbao.jobs.doubts.Doubts;
import xiangbao.jobs.doubts.UnansweredDoubts;
import xiangbao.jobs.doubts.WaiveDesk;
import xiangbao.jobs.feedback.Dossiers;
import xiangbao.jobs.feedback.ReturnDesk;
import xiangbao.jobs.forms.FormsDesk;
import xiangbao.jobs.inquiries.ExportDesk;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.TargetTraces;
import xiangbao.jobs.inquiries.UnitTraces;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.intake.RoundAllotment;
import xiangbao.jobs.operations.LogBook;
import xiangbao.jobs.pipeline.ClaimRunner;
import xiangbao.jobs.pipeline.CollectStep;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunJournal;
import xiangbao.jobs.reminders.RemindDesk;
import xiangbao.jobs.reruns.RerunDesk;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.ExplanationFiling;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.review.ReviewDesk;
import xiangbao.jobs.review.VerdictChanges;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.review.WithheldVerdicts;
import xiangbao.jobs.rules.BacktestDesk;
import xiangbao.jobs.rules.BandDesk;
import xiangbao.jobs.rules.HealthDesk;
import xiangbao.jobs.rules.OutlierDesk;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.runs.Publications;
import xiangbao.jobs.runs.Reportings;
import xiangbao.jobs.runs.RunDesk;
import xiangbao.jobs.runs.comparison.RunComparison;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.seals.SealDesk;
import xiangbao.jobs.store.DeskLock;
import xiangbao.jobs.store.Premises;
import xiangbao.jobs.store.StoreConfiguration;
import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.ClaimTables;
import xiangbao.jobs.store.claims.Claims;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.claims.Workers;
import xiangbao.jobs.store.decisions.DecisionTables;
import xiangbao.jobs.store.decisions.Decisions;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.Waivers;
import xiangbao.jobs.store.operations.OperationTables;
import xiangbao.jobs.store.operations.OperatorLog;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.store.operations.Reminders;
import xiangbao.jobs.store.runs.ResultTables;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.seals.Corrections;
import xiangbao.jobs.store.seals.SealTables;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.SubmissionTables;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.Attempts;
import xiangbao.jobs.worker.Heart;
import xiangbao.jobs.worker.Leftovers;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.worker.StopSign;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.jobs.workspace.WorkspaceIdentity;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.readers.forms.heading.Attribution;
import xiangbao.reports.blank.BlankForms;
import xiangbao.reports.notices.NoticeWorkbook;
import xiangbao.reports.returns.Feedback;
import xiangbao.reports.returns.ReceiptWorkbook;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.PeriodAudit;

/** Connects folders, store, reader, auditor and reports into the one job. The definitions and the settings are beans before it starts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
    StoreConfiguration.class,
    ClaimTables.class,
    SubmissionTables.class,
    DecisionTables.class,
    ResultTables.class,
    SealTables.class,
    OperationTables.class
})
class JobsConfiguration {
    /** What the steps need that follow upon the reading. */
    record AtTheDesk(DeskLock desk, StopSign stop) {}

    /** What a step does with the claim that it is about. */
    @FunctionalInterface
    private interface ClaimWork {
        void accept(long claim) throws Exception;
    }

    @Bean
    Workspace workspace(OfficeSettings settings) {
        return Workspace.at(settings.workspace());
    }

    @Bean
    Clock clock(OfficeSettings settings) {
        return settings.clock();
    }

    @Bean
    Archive archive(Workspace workspace, Heart heart) {
        return new Archive(workspace.archive(), heart::mark);
    }

    @Bean
    RunJournal runJournal() {
        return new RunJournal();
    }

    @Bean
    ProgressBoard progressBoard() {
        return new ProgressBoard();
    }

    @Bean
    WorkbookReader workbookReader(Definitions definitions) {
        return new WorkbookReader(definitions);
    }

    @Bean
    Feedback feedback(OfficeSettings settings) {
        return new Feedback(settings.templates());
    }

    @Bean
    Configurations configurations(Archive archive, OfficeSettings settings, Definitions definitions) {
        return new Configurations(archive, settings, definitions);
    }

    @Bean
    RerunScope rerunScope(Definitions definitions, Submissions submissions, Reviews reviews) {
        return new RerunScope(definitions, submissions, reviews);
    }

    @Bean
    BasisReader basisReader(Submissions submissions, Findings findings, Reviews reviews, Runs runs) {
        return new BasisReader(submissions, findings, reviews, runs);
    }

    @Bean
    FormsDesk formsDesk(
            Workspace workspace,
            Definitions definitions,
            OfficeSettings settings,
            Submissions submissions,
            Reviews reviews) {
        return new FormsDesk(workspace, definitions, submissions, reviews, new BlankForms(settings.templates()));
    }

    @Bean
    RemindDesk remindDesk(
            Workspace workspace,
            OfficeSettings settings,
            Definitions definitions,
            Clock clock,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Explanations explanations,
            DecidedDoubts decided,
            Outbox outbox,
            Dossiers dossiers,
            Seals seals,
            Reminders reminders,
            FormsDesk forms,
            Environment environment,
            StopSign stop) {
        return new RemindDesk(
                workspace,
                settings,
                definitions,
                clock,
                submissions,
                reviews,
                new UnansweredDoubts(definitions, findings, explanations, decided),
                outbox,
                dossiers,
                seals,
                reminders,
                forms,
                environment,
                stop);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Intake intake(
            Workspace workspace,
            Manifest manifest,
            Claims claims,
            Heart heart,
            Clock clock,
            @Value("${xiangbao.inbox.settling:2s}") Duration settling,
            @Value("${xiangbao.inbox.unfinished:10m}") Duration unfinished) {
        return new Intake(workspace, manifest, claims, heart, clock, settling, unfinished);
    }

    @Bean
    RoundAllotment roundAllotment(
            Manifest manifest, Submissions submissions, Findings findings, Seals seals, Clock clock) {
        return new RoundAllotment(manifest, submissions, findings, seals, clock);
    }

    @Bean
    WaivedRelations waivedRelations(Waivers waivers) {
        return new WaivedRelations(waivers);
    }

    @Bean
    DecidedDoubts decidedDoubts(
            Definitions definitions, Decisions decisions, Explanations explanations, WaivedRelations waived) {
        return new DecidedDoubts(definitions, decisions, explanations, waived);
    }

    @Bean
    ExplanationFiling explanationFiling(
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Explanations explanations,
            DecidedDoubts decided,
            TransactionTemplate transaction) {
        return new ExplanationFiling(definitions, submissions, findings, reviews, explanations, decided, transaction);
    }

    @Bean
    Doubts doubts(
            Configurations configurations,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            BasisReader bases,
            Explanations explanations,
            DecidedDoubts decided) {
        return new Doubts(configurations, submissions, findings, reviews, runs, bases, explanations, decided);
    }

    @Bean
    DecisionDesk decisionDesk(
            DeskDecision desk,
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Seals seals,
            Decisions decisions,
            DecidedDoubts decided,
            Doubts doubts,
            ReviewDesk reviewing,
            VerdictChanges changes) {
        return new DecisionDesk(
                desk,
                definitions,
                seals,
                decisions,
                doubts,
                new Conclusions(definitions, submissions, reviews, findings, decided),
                reviewing,
                changes);
    }

    @Bean
    DeskDecision deskDecision(
            Clock clock,
            DeskLock lock,
            TransactionTemplate transaction,
            Configurations configurations,
            Manifest manifest,
            ReturnDesk returns) {
        return new DeskDecision(clock, lock, transaction, configurations, manifest, returns);
    }

    @Bean
    VerdictChanges verdictChanges(
            Definitions definitions, Submissions submissions, Reviews reviews, Findings findings) {
        return new VerdictChanges(definitions, submissions, reviews, findings);
    }

    @Bean
    BacktestDesk backtestDesk(Submissions submissions, Findings findings, Reviews reviews) {
        return new BacktestDesk(submissions, findings, reviews);
    }

    @Bean
    OutlierDesk outlierDesk(Definitions definitions, Configurations configurations, BasisReader bases) {
        return new OutlierDesk(definitions, configurations, bases);
    }

    @Bean
    HealthDesk healthDesk(Definitions definitions, Submissions submissions, Findings findings, Reviews reviews) {
        return new HealthDesk(definitions, submissions, findings, reviews);
    }

    @Bean
    WaiveDesk waiveDesk(
            DeskDecision desk,
            Definitions definitions,
            Seals seals,
            Waivers waivers,
            WaivedRelations waived,
            ReviewDesk reviewing,
            VerdictChanges changes) {
        return new WaiveDesk(desk, definitions, seals, waivers, waived, reviewing, changes);
    }

    @Bean
    ReviewDesk reviewDesk(
            Definitions definitions,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Seals seals,
            DecidedDoubts decided,
            TransactionTemplate transaction,
            ProgressBoard progress,
            StopSign stop) {
        return new ReviewDesk(definitions, submissions, findings, reviews, seals, decided, transaction, progress, stop);
    }

    @Bean
    Dossiers dossiers(
            Definitions definitions,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Outbox outbox) {
        return new Dossiers(definitions, manifest, submissions, findings, reviews, outbox);
    }

    @Bean
    ReturnDesk returnDesk(
            Workspace workspace,
            Definitions definitions,
            Manifest manifest,
            Reviews reviews,
            Outbox outbox,
            Explanations explanations,
            DecidedDoubts decided,
            Dossiers dossiers,
            Archive archive,
            Feedback feedback,
            OfficeSettings settings,
            Seals seals,
            TransactionTemplate transaction,
            Heart heart,
            StopSign stop) {
        return new ReturnDesk(
                workspace,
                definitions,
                manifest,
                reviews,
                outbox,
                explanations,
                decided,
                dossiers,
                archive,
                feedback,
                new ReceiptWorkbook(settings.templates()),
                seals,
                transaction,
                heart,
                stop);
    }

    @Bean
    RunDesk runDesk(
            Workspace workspace,
            Archive archive,
            Configurations configurations,
            OfficeSettings settings,
            Clock clock,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            Explanations explanations,
            DecidedDoubts decided,
            WaivedRelations waived,
            Seals seals,
            BasisReader bases,
            TransactionTemplate transaction,
            ProgressBoard progress,
            Heart heart,
            StopSign stop) {
        return new RunDesk(
                workspace,
                archive,
                configurations,
                settings.programVersion(),
                clock,
                manifest,
                submissions,
                reviews,
                runs,
                explanations,
                seals,
                bases,
                new Reportings(submissions, findings, reviews, runs, explanations, decided, waived),
                transaction,
                progress,
                heart,
                stop);
    }

    @Bean
    @StepScope
    CollectStep collectStep(
            @Value("#{jobParameters['claim']}") Long claim,
            Workspace workspace,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Explanations explanations,
            Archive archive,
            WorkbookReader reader,
            Configurations configurations,
            ProgressBoard progress) {
        return new CollectStep(
                claim,
                workspace,
                manifest,
                submissions,
                findings,
                explanations,
                archive,
                reader,
                new PeriodAudit(configurations.today()),
                new Attribution(configurations.today()),
                progress);
    }

    @Bean
    Step collect(JobRepository repository, PlatformTransactionManager manager, CollectStep step, StopSign stop) {
        return new StepBuilder("collect", repository)
                .<java.util.List<ManifestRow>, java.util.List<CollectStep.ReadFile>>chunk(1)
                .transactionManager(manager)
                .reader(step)
                .processor(step)
                .writer(step)
                .listener((StepExecutionListener) stop)
                .build();
    }

    @Bean
    Step review(
            JobRepository repository,
            PlatformTransactionManager manager,
            AtTheDesk atTheDesk,
            Intake intake,
            ProgressBoard progress,
            Configurations configurations,
            RoundAllotment rounds,
            Manifest manifest,
            RerunScope scope,
            ReviewDesk desk,
            ExplanationFiling filing,
            ReturnDesk returns) {
        return step("review", repository, manager, atTheDesk, claim -> {
            progress.phase("review");
            configurations.keep();
            // everything is in the archive and in the store by now
            intake.clear(claim);
            rounds.allot(claim);
            desk.review(claim);
            ClaimOrder order = manifest.claim(claim).order();
            if (order.judgesAgain()) {
                desk.review(claim, scope.of(order));
            }
            filing.file(claim);
            returns.decide(claim);
        });
    }

    @Bean
    Step aggregate(
            JobRepository repository,
            PlatformTransactionManager manager,
            AtTheDesk atTheDesk,
            ProgressBoard progress,
            Configurations configurations,
            RunDesk desk) {
        return step("aggregate", repository, manager, atTheDesk, claim -> {
            progress.phase("aggregate");
            // once more: a process with another configuration may have died before this step
            configurations.keep();
            desk.aggregate(claim);
        });
    }

    @Bean
    Step report(
            JobRepository repository,
            PlatformTransactionManager manager,
            AtTheDesk atTheDesk,
            ProgressBoard progress,
            ReturnDesk returns,
            RunDesk desk) {
        return step("report", repository, manager, atTheDesk, claim -> {
            progress.phase("feedback");
            returns.write();
            returns.forgetPersons(claim);
            progress.phase("report");
            desk.report(claim);
        });
    }

    /** A step that manages its own transactions, each small enough to be repeated. */
    private static Step step(
            String name,
            JobRepository repository,
            PlatformTransactionManager manager,
            AtTheDesk atTheDesk,
            ClaimWork work) {
        Tasklet tasklet = (contribution, context) -> {
            // until the whole job is done: one process at a time writes verdicts and runs
            if (!atTheDesk.desk().isHeld()) {
                atTheDesk.desk().enter();
            }
            try {
                work.accept(claim(contribution));
            } catch (IOException failure) {
                // a step that is told of a checked exception neither ends nor fails: it is done again, for ever
                throw new UncheckedIOException(failure);
            }
            return RepeatStatus.FINISHED;
        };
        org.springframework.transaction.interceptor.DefaultTransactionAttribute none =
                new org.springframework.transaction.interceptor.DefaultTransactionAttribute(
                        org.springframework.transaction.TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StepBuilder(name, repository)
                .tasklet(tasklet, manager)
                .transactionAttribute(none)
                .listener((StepExecutionListener) atTheDesk.stop())
                .build();
    }

    private static long claim(StepContribution contribution) {
        Long claim = contribution.getStepExecution().getJobParameters().getLong(MainJob.CLAIM);
        return java.util.Objects.requireNonNull(claim, "the job has no claim");
    }

    @Bean
    Job job(JobRepository repository, Step collect, Step review, Step aggregate, Step report) {
        return new JobBuilder(MainJob.NAME, repository)
                .start(collect)
                .next(review)
                .next(aggregate)
                .next(report)
                .build();
    }

    @Bean
    MainJob mainJob(
            Intake intake,
            Manifest manifest,
            Runs runs,
            RerunScope scope,
            Dossiers dossiers,
            Definitions definitions,
            Submissions submissions,
            Publications publications,
            Seals seals,
            Explanations explanations,
            ProgressBoard progress,
            Heart heart,
            Claims claims,
            ClaimRunner runner,
            DeskLock desk,
            Workspace workspace,
            Attempts attempts,
            StopSign stop,
            Clock clock) {
        return new MainJob(
                intake,
                manifest,
                runs,
                scope,
                dossiers,
                definitions,
                publications,
                new WithheldVerdicts(definitions, submissions, seals),
                explanations,
                progress,
                heart,
                claims,
                runner,
                desk,
                new Leftovers(workspace, heart),
                attempts,
                stop,
                clock);
    }

    @Bean
    StopSign stopSign() {
        return new StopSign();
    }

    @Bean
    AtTheDesk atTheDesk(DeskLock desk, StopSign stop) {
        return new AtTheDesk(desk, stop);
    }

    /** On the embedded database this process is the only one. */
    @Bean
    Heart heart(
            Workers workers,
            Claims claims,
            @Value("${spring.datasource.url}") String database,
            @Value("${xiangbao.worker.beat:5s}") Duration beat,
            @Value("${xiangbao.worker.patience:30s}") Duration patience) {
        return new Heart(workers, claims, Office.isEmbedded(database), beat, patience);
    }

    /** A connection to the embedded database is never lost and found again. */
    @Bean
    Attempts attempts(@Value("${spring.datasource.url}") String database, StopSign stop) {
        return new Attempts(Office.isEmbedded(database) ? List.of() : Attempts.PAUSES, stop);
    }

    @Bean
    ClaimRunner claimRunner(
            Heart heart,
            Claims claims,
            Manifest manifest,
            DeskLock desk,
            Attempts attempts,
            Clock clock,
            Job job,
            JobOperator operator,
            JobRepository repository) {
        return new ClaimRunner(heart, claims, manifest, desk, attempts, clock, job, operator, repository);
    }

    @Bean
    WorkspaceIdentity workspaceIdentity(Workspace workspace, Premises premises) {
        return new WorkspaceIdentity(workspace, premises);
    }

    @Bean
    Publications publications(
            Workspace workspace,
            Definitions definitions,
            OfficeSettings settings,
            Submissions submissions,
            Runs runs,
            Corrections corrections,
            RunDesk desk,
            ReturnDesk returns) {
        return new Publications(
                workspace,
                definitions,
                submissions,
                runs,
                corrections,
                desk,
                returns,
                new NoticeWorkbook(settings.templates()));
    }

    @Bean
    RunComparison runComparison(
            Configurations configurations,
            BasisReader bases,
            Runs runs,
            Reviews reviews,
            Findings findings,
            Explanations explanations) {
        return new RunComparison(configurations, bases, runs, reviews, findings, explanations);
    }

    @Bean
    RunHistory runHistory(Configurations configurations, BasisReader bases, Runs runs, RunComparison comparison) {
        return new RunHistory(configurations, bases, runs, comparison);
    }

    @Bean
    SealDesk sealDesk(
            Definitions definitions,
            Clock clock,
            DeskLock lock,
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
            ReviewDesk reviewDesk,
            RunDesk runDesk,
            ReturnDesk returns,
            Publications publications,
            MainJob job) {
        return new SealDesk(
                definitions,
                clock,
                lock,
                transaction,
                configurations,
                manifest,
                submissions,
                findings,
                reviews,
                runs,
                seals,
                corrections,
                rounds,
                reviewDesk,
                runDesk,
                returns,
                publications,
                job);
    }

    @Bean
    RerunDesk rerunDesk(
            Definitions definitions,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Runs runs,
            Seals seals,
            RerunScope scope,
            ReviewDesk reviewDesk,
            RunDesk runDesk,
            RunComparison comparison,
            DeskLock desk,
            TransactionTemplate transaction,
            MainJob job,
            Clock clock) {
        return new RerunDesk(
                definitions,
                manifest,
                submissions,
                runs,
                scope,
                reviewDesk,
                runDesk,
                new VerdictChanges(definitions, submissions, reviews, findings),
                comparison,
                desk,
                transaction,
                job,
                new WithheldVerdicts(definitions, submissions, seals),
                seals,
                clock);
    }

    @Bean
    Inquiries inquiries(
            Definitions definitions,
            Configurations configurations,
            Clock clock,
            Submissions submissions,
            Reviews reviews,
            Runs runs,
            Seals seals) {
        return new Inquiries(definitions, configurations, clock, submissions, reviews, runs, seals);
    }

    @Bean
    TargetTraces targetTraces(Configurations configurations, BasisReader bases, Runs runs) {
        return new TargetTraces(configurations, bases, runs);
    }

    @Bean
    UnitTraces unitTraces(Configurations configurations, BasisReader bases, Runs runs) {
        return new UnitTraces(configurations, bases, runs);
    }

    @Bean
    ExportDesk exportDesk(Workspace workspace, Configurations configurations, Runs runs, Clock clock) {
        return new ExportDesk(workspace, configurations, runs, clock.getZone());
    }

    @Bean
    BandDesk bandDesk(
            Definitions definitions,
            OfficeSettings settings,
            Submissions submissions,
            Reviews reviews,
            Findings findings) {
        return new BandDesk(
                definitions,
                settings.config(),
                (file, text) -> Workspace.put(file, text.getBytes(StandardCharsets.UTF_8)),
                submissions,
                reviews,
                findings);
    }

    @Bean
    LogBook logBook(OperatorLog log, Clock clock) {
        return new LogBook(log, clock);
    }

    @Bean
    BackupDesk backupDesk(
            Workspace workspace,
            OfficeSettings settings,
            Clock clock,
            DataSource source,
            Flyway flyway,
            Manifest manifest,
            Archive archive) {
        return new BackupDesk(workspace, settings, clock, source, flyway, manifest, archive);
    }
}
