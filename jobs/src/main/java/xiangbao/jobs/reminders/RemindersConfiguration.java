package xiangbao.jobs.reminders;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 催报, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    DueForms.class,
    RoundFeedback.class,
    Debts.class,
    ToldItems.class,
    ReminderMail.class,
    ReminderDelivery.class,
    Reminding.class
})
public class RemindersConfiguration {}
