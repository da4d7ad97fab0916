package xiangbao.jobs.inquiries;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Questions, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Inquiries.class, Traces.class, CountyTraces.class, TargetTraces.class, UnitTraces.class, Exports.class})
public class InquiriesConfiguration {}
