package xiangbao.jobs.reruns;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Reruns, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Reruns.class})
public class RerunsConfiguration {}
