package xiangbao.jobs.doubts;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the statistician sees of doubts and decides, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    Doubts.class,
    Conclusions.class,
    DecisionTransaction.class,
    DoubtDecisions.class,
    WaivableRelations.class,
    Waiving.class,
    UnansweredDoubts.class
})
public class DoubtsConfiguration {}
