package xiangbao.jobs.pipeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.statistics.findings.Outcome;

/** Writes into the log what became of every file, submission and period; outcomes and codes only, never what a cell holds. */
final class RunJournal {
    private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);
    /** What lies in the inbox and is not taken, with the reason: said once, not at every look. */
    private final Map<String, String> left = new ConcurrentHashMap<>();

    @EventListener
    void note(RunFinished finished) {
        List<FileAnswer> files = finished.answer().files();
        left.keySet().retainAll(files.stream().map(FileAnswer::file).toList());
        for (FileAnswer file : files) {
            if (file.outcome() == Outcome.IGNORED) {
                for (FindingAnswer reason : file.findings()) {
                    if (!reason.finding()
                            .code()
                            .equals(left.put(file.file(), reason.finding().code()))) {
                        LOG.info(
                                "{} is not taken: {}",
                                file.file(),
                                reason.finding().code());
                    }
                }
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
