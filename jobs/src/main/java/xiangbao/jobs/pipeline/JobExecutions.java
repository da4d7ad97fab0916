package xiangbao.jobs.pipeline;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Has Spring Batch execute the job of a claim, or go on with an execution that broke off. */
final class JobExecutions {
    static final String JOB = "xiangbao";
    static final String CLAIM = "claim";

    private final Job job;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Clock clock;

    JobExecutions(Job job, JobOperator operator, JobRepository repository, Clock clock) {
        this.job = job;
        this.operator = operator;
        this.repository = repository;
        this.clock = clock;
    }

    JobExecution run(long claim) {
        JobParameters parameters =
                new JobParametersBuilder().addLong(CLAIM, claim).toJobParameters();
        try {
            JobExecution last = repository.getLastJobExecution(JOB, parameters);
            if (last == null) {
                return operator.start(job, parameters);
            }
            if (last.getStatus() == BatchStatus.COMPLETED) {
                return last;
            }
            bury(last);
            return operator.restart(last);
        } catch (JobExecutionException failure) {
            throw new IllegalStateException("the job of claim " + claim + " cannot be started", failure);
        }
    }

    /** Whoever ran it is dead, or was cut off from the database: nothing of it runs any more, and nothing of it is unsettled, for its work is repeatable. */
    private void bury(JobExecution last) {
        LocalDateTime now = LocalDateTime.now(clock);
        for (StepExecution step : last.getStepExecutions()) {
            if (isUnsettled(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
        if (isUnsettled(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            last.setEndTime(now);
            repository.update(last);
        }
    }

    private static boolean isUnsettled(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
