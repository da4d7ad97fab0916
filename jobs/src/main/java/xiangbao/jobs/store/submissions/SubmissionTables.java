package xiangbao.jobs.store.submissions;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tables of what was read and judged, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Submissions.class, Findings.class, Reviews.class})
public class SubmissionTables {}
