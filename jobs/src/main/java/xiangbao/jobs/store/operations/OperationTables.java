package xiangbao.jobs.store.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tables of what the office did, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({OperatorLogTable.class, Outbox.class, Reminders.class, SchedulerStates.class, StandingCounts.class})
public class OperationTables {}
