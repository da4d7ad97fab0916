package xiangbao.jobs.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The operator log, as a bean. */
@Configuration(proxyBeanMethods = false)
@Import({OperatorLog.class})
public class OperationsConfiguration {}
