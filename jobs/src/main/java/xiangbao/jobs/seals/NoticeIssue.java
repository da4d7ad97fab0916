package xiangbao.jobs.seals;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.Corrections;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.StoredNotice;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** Draws up the numbered notice of a correction: old and new figures, of the units and of the county. */
final class NoticeIssue {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Runs runs;
    private final Corrections corrections;
    private final Clock clock;

    NoticeIssue(Definitions definitions, Submissions submissions, Runs runs, Corrections corrections, Clock clock) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.runs = runs;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * Stores the notice of what a claim corrected.
     *
     * @param run the revised result
     * @param before by key, what counted until now
     * @param after by key, what was let in
     */
    StoredNotice issue(
            long claim,
            CorrectionOrder order,
            SealEvent seal,
            StoredRun run,
            Map<SubmissionKey, StoredSubmission> before,
            Map<SubmissionKey, StoredSubmission> after) {
        long published = Objects.requireNonNull(seal.run());
        LocalDateTime now = LocalDateTime.now(clock);
        ChangedFigures changes = new ChangedFigures(definitions);
        List<StoredNotice.Line> lines = new ArrayList<>();
        List<StoredNotice.Admitted> numbers = new ArrayList<>();
        after.forEach((key, one) -> {
            StoredSubmission old = before.get(key);
            lines.addAll(changes.reported(
                    key,
                    old == null ? List.of() : submissions.observations(old.id()),
                    submissions.observations(one.id())));
            numbers.add(new StoredNotice.Admitted(one.id(), old == null ? null : old.id()));
        });
        UnitCode county = definitions.units().county().code();
        lines.addAll(changes.county(
                runs.figures(published, Optional.empty(), county), runs.figures(run.id(), Optional.empty(), county)));
        StoredNotice notice = new StoredNotice(
                now.getYear(),
                corrections.nextNumber(now.getYear()),
                order.period(),
                seal.revision() + 1,
                claim,
                published,
                run.id(),
                order.cause().actor(),
                now,
                order.cause().reason(),
                order.approvedBy(),
                "",
                numbers,
                lines);
        corrections.store(notice);
        return notice;
    }
}
