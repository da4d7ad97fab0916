package xiangbao.jobs.runs.comparison;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The history of runs, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({RunComparison.class, RunHistory.class})
public class ComparisonConfiguration {}
