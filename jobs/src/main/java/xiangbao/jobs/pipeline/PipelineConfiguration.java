package xiangbao.jobs.pipeline;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
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
    Pipeline.class,
    MainJob.class
})
public class PipelineConfiguration {
    @Bean
    Job job(JobRepository repository, Step collect, Step review, Step aggregate, Step report) {
        return new JobBuilder(JobExecutions.JOB, repository)
                .start(collect)
                .next(review)
                .next(aggregate)
                .next(report)
                .build();
    }

    // a bean each: the steps that Spring knows are the ones it measures

    @Bean
    Step collect(ClaimSteps steps, CollectReader reader, CollectProcessor processor, CollectWriter writer) {
        return steps.chunks("collect", reader, processor, writer);
    }

    @Bean
    Step review(ClaimSteps steps, ReviewStep work) {
        return steps.step("review", work);
    }

    @Bean
    Step aggregate(ClaimSteps steps, AggregateStep work) {
        return steps.step("aggregate", work);
    }

    @Bean
    Step report(ClaimSteps steps, ReportStep work) {
        return steps.step("report", work);
    }
}
