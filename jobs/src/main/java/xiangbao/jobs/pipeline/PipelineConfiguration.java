package xiangbao.jobs.pipeline;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The main job in one screen, and what it stands on. */
@Configuration(proxyBeanMethods = false)
@Import({
    CollectReader.class,
    CollectProcessor.class,
    CollectWriter.class,
    ReviewStep.class,
    AggregateStep.class,
    ReportStep.class,
    ClaimSteps.class,
    JobExecutions.class,
    ClaimRunner.class,
    OpenClaims.class,
    Recovery.class,
    RunAnswers.class,
    RunJournal.class,
    MainJob.class
})
public class PipelineConfiguration {
    @Bean
    Job job(
            JobRepository repository,
            ClaimSteps steps,
            CollectReader reader,
            CollectProcessor processor,
            CollectWriter writer,
            ReviewStep review,
            AggregateStep aggregate,
            ReportStep report) {
        return new JobBuilder(JobExecutions.JOB, repository)
                .start(steps.chunks("collect", reader, processor, writer))
                .next(steps.step("review", review))
                .next(steps.step("aggregate", aggregate))
                .next(steps.step("report", report))
                .build();
    }
}
