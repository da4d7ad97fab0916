package xiangbao.jobs.seals;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 定案, 更正 and 解除定案, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    SealEvents.class,
    SealDecisions.class,
    LackingForms.class,
    Sealing.class,
    Admission.class,
    Unsealing.class,
    NoticeIssue.class,
    CorrectionAttempts.class,
    CorrectionAnswers.class,
    Correcting.class
})
public class SealsConfiguration {}
