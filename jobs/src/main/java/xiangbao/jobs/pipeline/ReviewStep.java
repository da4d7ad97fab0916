package xiangbao.jobs.pipeline;

import java.io.IOException;
import xiangbao.jobs.feedback.ReturnDecisions;
import xiangbao.jobs.intake.Intake;
import xiangbao.jobs.intake.RoundAllotment;
import xiangbao.jobs.review.ClaimReview;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.workspace.Configurations;

/** 审核: what was read becomes rounds, rounds get their verdicts, and verdicts decide what goes back. */
final class ReviewStep implements ClaimWork {
    private final ProgressBoard progress;
    private final Configurations configurations;
    private final Intake intake;
    private final RoundAllotment rounds;
    private final ClaimReview review;
    private final ReturnDecisions returns;

    ReviewStep(
            ProgressBoard progress,
            Configurations configurations,
            Intake intake,
            RoundAllotment rounds,
            ClaimReview review,
            ReturnDecisions returns) {
        this.progress = progress;
        this.configurations = configurations;
        this.intake = intake;
        this.rounds = rounds;
        this.review = review;
        this.returns = returns;
    }

    @Override
    public void on(long claim) throws IOException {
        progress.phase("review");
        configurations.keep();
        // everything is in the archive and in the store by now
        intake.clear(claim);
        rounds.allot(claim);
        review.review(claim);
        returns.decide(claim);
    }
}
