package xiangbao.jobs.seals;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.runs.CorrectionNotices;
import xiangbao.jobs.seals.CorrectionAttempts.Attempt;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.Corrections;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.StoredNotice;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.publication.Vintage;

/** What is answered to the order of a correction. */
final class CorrectionAnswers {
    private final Definitions definitions;
    private final Runs runs;
    private final Corrections corrections;

    CorrectionAnswers(Definitions definitions, Runs runs, Corrections corrections) {
        this.definitions = definitions;
        this.runs = runs;
        this.corrections = corrections;
    }

    /** That the audit returned all of it. */
    CorrectionAnswer refused(CorrectionOrder order, SealEvent seal, List<SubmissionAnswer> refused) {
        return new CorrectionAnswer(
                order.period(),
                order.preview(),
                null,
                null,
                run(seal).map(StoredRun::number).orElse(null),
                null,
                List.of(),
                refused,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** What was corrected and printed, or would be. */
    CorrectionAnswer made(CorrectionOrder order, SealEvent seal, Attempt attempt, List<SubmissionAnswer> refused) {
        StoredNotice notice = attempt.notice().orElseThrow();
        StoredRun run = attempt.run().orElseThrow();
        String path = null;
        List<String> reports = List.of();
        if (!order.preview()) {
            path = corrections.of(order.period()).stream()
                    .filter(one -> one.year() == notice.year() && one.number() == notice.number())
                    .map(StoredNotice::path)
                    .findFirst()
                    .orElseThrow();
            reports = runs.reports(run.id());
        }
        return new CorrectionAnswer(
                order.period(),
                order.preview(),
                CorrectionNotices.number(notice),
                Vintage.revised(notice.revision()),
                run(seal).map(StoredRun::number).orElse(null),
                run.number(),
                attempt.admitted(),
                refused,
                notice.lines().stream().map(this::line).toList(),
                attempt.withheld(),
                path,
                reports);
    }

    private CorrectionAnswer.Line line(StoredNotice.Line line) {
        return new CorrectionAnswer.Line(
                line.level() == StoredNotice.Level.COUNTY,
                line.unit(),
                definitions.units().name(line.unit()),
                line.indicator(),
                line.line(),
                line.title(),
                line.period(),
                line.measure(),
                line.before(),
                line.after(),
                line.difference());
    }

    private Optional<StoredRun> run(SealEvent seal) {
        Long run = seal.run();
        return run == null ? Optional.empty() : Optional.of(runs.get(run));
    }
}
