package xiangbao.jobs.store.runs;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tables of runs, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Runs.class})
public class ResultTables {}
