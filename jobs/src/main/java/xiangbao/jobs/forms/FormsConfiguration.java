package xiangbao.jobs.forms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.reports.blank.BlankForms;

/** Blank forms, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({FormsToFill.class})
public class FormsConfiguration {
    @Bean
    BlankForms blankForms(OfficeSettings settings) {
        return new BlankForms(settings.templates());
    }
}
