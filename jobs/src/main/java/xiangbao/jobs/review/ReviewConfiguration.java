package xiangbao.jobs.review;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Verdicts, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    RerunScope.class,
    WaivedRelations.class,
    DecidedDoubts.class,
    StandingReviews.class,
    ExplanationFiling.class,
    VerdictChanges.class,
    WithheldVerdicts.class,
    Reviewing.class,
    ClaimReview.class
})
public class ReviewConfiguration {}
