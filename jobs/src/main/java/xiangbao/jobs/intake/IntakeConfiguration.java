package xiangbao.jobs.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.readers.forms.heading.Attribution;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.PeriodAudit;

/** The intake, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({Intake.class, RoundAllotment.class})
public class IntakeConfiguration {
    @Bean
    FileReading fileReading(Definitions definitions) {
        return new FileReading(
                new WorkbookReader(definitions), new PeriodAudit(definitions), new Attribution(definitions));
    }
}
