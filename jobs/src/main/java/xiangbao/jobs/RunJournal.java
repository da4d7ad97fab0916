package xiangbao.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import xiangbao.statistics.model.Outcome;

/** Writes into the log what became of every file, submission and period; outcomes and codes only, never what a cell holds. */
final class RunJournal {
    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

    @EventListener
    void note(RunFinished finished) {
        for (FileAnswer file : finished.answer().files()) {
            if (file.outcome() == Outcome.IGNORED) {
                continue;
            }
            LOG.info("file {} is {}", file.file(), file.outcome());
            for (SubmissionAnswer one : file.submissions()) {
                String id = one.unit() + "/" + one.period() + "/" + one.form() + "/" + one.round();
                try (MDC.MDCCloseable closed = MDC.putCloseable("submission", id)) {
                    LOG.info(
                            "submission is {}, findings {}",
                            one.outcome(),
                            one.findings().stream()
                                    .map(finding -> finding.finding().code())
                                    .toList());
                }
            }
        }
        for (PeriodRun run : finished.answer().runs()) {
            try (MDC.MDCCloseable closed = MDC.putCloseable("run", run.period() + "/" + run.run())) {
                LOG.info(
                        "run is {}, {} reports",
                        run.fresh() ? "new" : "unchanged",
                        run.reports().size());
            }
        }
    }
}
