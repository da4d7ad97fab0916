package xiangbao.jobs.doubts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.review.RerunScope;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** Explanations that came with a code or a place that no finding has. */
final class UnfiledExplanations {
    private final Explanations explanations;
    private final Submissions submissions;

    UnfiledExplanations(Explanations explanations, Submissions submissions) {
        this.explanations = explanations;
        this.submissions = submissions;
    }

    /** Those that came in files which hold a form of the county period, or none at all. */
    List<DoubtsAnswer.Unfiled> of(ReferencePeriod county, Optional<FormCode> form, Optional<UnitCode> unit) {
        return explanations.unfiled().stream()
                .filter(one -> concerns(one, county, form, unit))
                .map(one -> new DoubtsAnswer.Unfiled(
                        one.path(), one.written().code(), one.written().place(), one.text(), one.received()))
                .toList();
    }

    /** Whether a file holds a form of the period, or none at all. */
    private boolean concerns(
            StoredExplanation one, ReferencePeriod county, Optional<FormCode> form, Optional<UnitCode> unit) {
        List<SubmissionKey> keys = new ArrayList<>();
        for (StoredSubmission submission : submissions.ofFile(one.file())) {
            SubmissionKey key = submission.key();
            if (key != null) {
                keys.add(key);
            }
        }
        return keys.isEmpty()
                || keys.stream()
                        .anyMatch(key ->
                                RerunScope.endingWithin(county, key.period().frequency())
                                                .contains(key.period())
                                        && form.map(key.form()::equals).orElse(true)
                                        && unit.map(key.unit()::equals).orElse(true));
    }
}
