package xiangbao.jobs.store.seals;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tables of 定案 and 更正, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Seals.class, Corrections.class})
public class SealTables {}
