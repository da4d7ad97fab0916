package xiangbao.jobs.seals;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 定案 and 更正, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Sealing.class})
public class SealsConfiguration {}
