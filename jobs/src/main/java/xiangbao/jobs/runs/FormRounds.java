package xiangbao.jobs.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/**
 * What each unit has sent of a form about a period, and what was said about the newest of it.
 *
 * @param rounds earliest first
 * @param reviews by submission, of the newest rounds only; not every one has been reviewed
 */
public record FormRounds(Map<UnitCode, List<StoredSubmission>> rounds, Map<Long, StoredReview> reviews) {
    public static FormRounds of(FormCode form, ReferencePeriod period, Submissions submissions, Reviews reviews) {
        return of(form, period, List.of(), submissions, reviews);
    }

    /** @param held what waits because its period is sealed; it stands behind what counts */
    public static FormRounds of(
            FormCode form,
            ReferencePeriod period,
            Collection<StoredSubmission> held,
            Submissions submissions,
            Reviews reviews) {
        Map<UnitCode, List<StoredSubmission>> rounds = new TreeMap<>();
        submissions.rounds(form, period).forEach(one -> add(rounds, one));
        for (StoredSubmission one : held) {
            SubmissionKey key = one.certainKey();
            if (key.form().equals(form) && key.period().equals(period)) {
                add(rounds, one);
            }
        }
        return new FormRounds(
                rounds,
                reviews.newest(rounds.values().stream()
                        .map(own -> own.get(own.size() - 1).id())
                        .toList()));
    }

    private static void add(Map<UnitCode, List<StoredSubmission>> rounds, StoredSubmission one) {
        rounds.computeIfAbsent(one.certainKey().unit(), unit -> new ArrayList<>())
                .add(one);
    }

    /** When nothing has come, empty. */
    public Optional<StoredSubmission> first(UnitCode unit) {
        return rounds.getOrDefault(unit, List.of()).stream().findFirst();
    }

    public Optional<StoredSubmission> newest(UnitCode unit) {
        List<StoredSubmission> own = rounds.getOrDefault(unit, List.of());
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() - 1));
    }

    /** Of the newest round; empty when there is none, or nobody has looked at it yet. */
    public Optional<StoredReview> review(UnitCode unit) {
        return newest(unit).flatMap(one -> Optional.ofNullable(reviews.get(one.id())));
    }
}
