package xiangbao.jobs;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;
import xiangbao.jobs.backup.BackupConfiguration;
import xiangbao.jobs.doubts.DoubtsConfiguration;
import xiangbao.jobs.feedback.FeedbackConfiguration;
import xiangbao.jobs.forms.FormsConfiguration;
import xiangbao.jobs.inquiries.InquiriesConfiguration;
import xiangbao.jobs.intake.IntakeConfiguration;
import xiangbao.jobs.operations.OperationsConfiguration;
import xiangbao.jobs.pipeline.PipelineConfiguration;
import xiangbao.jobs.reminders.RemindersConfiguration;
import xiangbao.jobs.reruns.RerunsConfiguration;
import xiangbao.jobs.review.ReviewConfiguration;
import xiangbao.jobs.rules.RulesConfiguration;
import xiangbao.jobs.runs.RunsConfiguration;
import xiangbao.jobs.runs.comparison.ComparisonConfiguration;
import xiangbao.jobs.seals.SealsConfiguration;
import xiangbao.jobs.store.StoreConfiguration;
import xiangbao.jobs.store.claims.ClaimTables;
import xiangbao.jobs.store.decisions.DecisionTables;
import xiangbao.jobs.store.operations.OperationTables;
import xiangbao.jobs.store.runs.ResultTables;
import xiangbao.jobs.store.seals.SealTables;
import xiangbao.jobs.store.submissions.SubmissionTables;
import xiangbao.jobs.worker.WorkerConfiguration;
import xiangbao.jobs.workspace.WorkspaceConfiguration;

/** The packages of an office, each of which knows its own beans. The definitions and the settings are beans before it starts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
    StoreConfiguration.class,
    ClaimTables.class,
    SubmissionTables.class,
    DecisionTables.class,
    ResultTables.class,
    SealTables.class,
    OperationTables.class,
    WorkspaceConfiguration.class,
    OperationsConfiguration.class,
    WorkerConfiguration.class,
    IntakeConfiguration.class,
    ReviewConfiguration.class,
    FeedbackConfiguration.class,
    RunsConfiguration.class,
    ComparisonConfiguration.class,
    PipelineConfiguration.class,
    DoubtsConfiguration.class,
    SealsConfiguration.class,
    RerunsConfiguration.class,
    InquiriesConfiguration.class,
    RulesConfiguration.class,
    FormsConfiguration.class,
    RemindersConfiguration.class,
    BackupConfiguration.class
})
class OfficeConfiguration {}
