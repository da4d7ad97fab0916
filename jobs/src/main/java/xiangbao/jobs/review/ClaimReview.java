package xiangbao.jobs.review;

import xiangbao.jobs.store.claims.ClaimOrder;
import xiangbao.jobs.store.claims.Manifest;

/** Judges what a claim brought, what it orders to be judged again, and files the explanations that came with it. */
public final class ClaimReview {
    private final Manifest manifest;
    private final RerunScope scope;
    private final Reviewing reviews;
    private final ExplanationFiling filing;

    ClaimReview(Manifest manifest, RerunScope scope, Reviewing reviews, ExplanationFiling filing) {
        this.manifest = manifest;
        this.scope = scope;
        this.reviews = reviews;
        this.filing = filing;
    }

    public void review(long claim) {
        reviews.review(claim);
        ClaimOrder order = manifest.claim(claim).order();
        if (order.judgesAgain()) {
            reviews.review(claim, scope.of(order));
        }
        filing.file(claim);
    }
}
