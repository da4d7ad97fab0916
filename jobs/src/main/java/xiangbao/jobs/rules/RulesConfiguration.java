package xiangbao.jobs.rules;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How the rules of the audit do, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Backtests.class, Outliers.class, RuleHealth.class, BandLearning.class})
public class RulesConfiguration {}
