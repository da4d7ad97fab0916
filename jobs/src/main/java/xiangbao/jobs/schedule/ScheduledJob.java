package xiangbao.jobs.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.worker.OfficeStoppedException;

/** What Quartz keeps in the database of a task: its name and nothing else. One task never runs twice at a time, in however many processes. */
@DisallowConcurrentExecution
final class ScheduledJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);
    private final ScheduledDuties duties;

    ScheduledJob(ScheduledDuties duties) {
        this.duties = duties;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        String name = context.getJobDetail().getKey().getName();
        try {
            duties.perform(name);
        } catch (OfficeStoppedException stopped) {
            LOG.info("task {} was asked to stop; what it left is done after the next start", name);
        } catch (RuntimeException failure) {
            LOG.warn("scheduled task {} failed; what it left undone is done the next time", name, failure);
            throw new JobExecutionException(failure, false);
        }
    }
}
