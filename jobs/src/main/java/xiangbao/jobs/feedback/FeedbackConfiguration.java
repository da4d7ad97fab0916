package xiangbao.jobs.feedback;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.reports.returns.Feedback;
import xiangbao.reports.returns.ReceiptWorkbook;

/** What units get back, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    FileStates.class,
    ReturnDecisions.class,
    ReturnLetters.class,
    MarkedReturns.class,
    HeldReceipts.class,
    Returns.class,
    PersonalFiles.class
})
public class FeedbackConfiguration {
    @Bean
    Feedback feedback(OfficeSettings settings) {
        return new Feedback(settings.templates());
    }

    @Bean
    ReceiptWorkbook receiptWorkbook(OfficeSettings settings) {
        return new ReceiptWorkbook(settings.templates());
    }
}
