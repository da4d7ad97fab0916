package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.worker.StopRequest;

/** Makes steps of Spring Batch that are about one claim, and stop when the process is asked to. */
final class ClaimSteps {
    private final JobRepository repository;
    private final PlatformTransactionManager manager;
    private final OfficeLock lock;
    private final StopRequest stop;

    ClaimSteps(JobRepository repository, PlatformTransactionManager manager, OfficeLock lock, StopRequest stop) {
        this.repository = repository;
        this.manager = manager;
        this.lock = lock;
        this.stop = stop;
    }

    /** A step that takes a handful after the other, each in a transaction. */
    <I, O> Step chunks(
            String name,
            ItemReader<List<I>> reader,
            ItemProcessor<List<I>, List<O>> processor,
            ItemWriter<List<O>> writer) {
        return new StepBuilder(name, repository)
                .<List<I>, List<O>>chunk(1)
                .transactionManager(manager)
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .listener((StepExecutionListener) stop)
                .build();
    }

    /** A step that manages its own transactions. From here until the whole job is done one process at a time writes verdicts and runs. */
    Step step(String name, ClaimWork work) {
        Tasklet tasklet = (contribution, context) -> {
            if (!lock.isHeld()) {
                lock.enter();
            }
            try {
                work.on(claim(contribution));
            } catch (IOException failure) {
                // a step that is told of a checked exception neither ends nor fails: it is done again, for ever
                throw new UncheckedIOException(failure);
            }
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, manager)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .listener((StepExecutionListener) stop)
                .build();
    }

    private static long claim(StepContribution contribution) {
        Long claim = contribution.getStepExecution().getJobParameters().getLong(JobExecutions.CLAIM);
        return Objects.requireNonNull(claim, "the job has no claim");
    }
}
