package xiangbao.jobs.review;

import java.util.List;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.submissions.SubmissionKey;

/** Tells which verdicts in sealed periods would now come out otherwise. */
public final class WithheldVerdicts {
    private final Definitions definitions;
    private final Submissions submissions;
    private final Seals seals;

    public WithheldVerdicts(Definitions definitions, Submissions submissions, Seals seals) {
        this.definitions = definitions;
        this.submissions = submissions;
        this.seals = seals;
    }

    /** Those that a claim's review came upon. */
    public List<WithheldAnswer> of(long claim) {
        return seals.withheldBy(claim).stream()
                .map(one -> {
                    StoredSubmission submission = submissions.get(one.submission());
                    SubmissionKey key = submission.certainKey();
                    return new WithheldAnswer(
                            key.unit(),
                            definitions.units().name(key.unit()),
                            key.form(),
                            key.period(),
                            submission.roundNumber(),
                            one.outcome(),
                            one.wouldBe(),
                            one.codes());
                })
                .toList();
    }
}
