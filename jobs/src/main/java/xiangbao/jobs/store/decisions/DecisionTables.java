package xiangbao.jobs.store.decisions;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tables of what people said, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Explanations.class, Decisions.class, Waivers.class})
public class DecisionTables {}
