package xiangbao.jobs.store.claims;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tables of what was handed in, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Claims.class, Manifest.class, Workers.class})
public class ClaimTables {}
