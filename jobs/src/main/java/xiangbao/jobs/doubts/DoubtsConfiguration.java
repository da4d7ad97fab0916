package xiangbao.jobs.doubts;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the statistician sees of doubts and decides, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    Doubts.class,
    DoubtAnswers.class,
    UnfiledExplanations.class,
    DoubtInquiries.class,
    Conclusions.class,
    DecisionTransaction.class,
    DecisionEffects.class,
    DoubtDecisions.class,
    WaivableRelations.class,
    Waiving.class,
    UnansweredDoubts.class
})
public class DoubtsConfiguration {}
