package xiangbao.jobs.reminders;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 催报, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Reminding.class})
public class RemindersConfiguration {}
