package xiangbao.jobs.runs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.reports.notices.NoticeWorkbook;

/** Runs and their publications, as beans. */
@Configuration(proxyBeanMethods = false)
@Import({
    BasisReader.class,
    RunLookup.class,
    Reportings.class,
    ClaimPeriods.class,
    BasisSelection.class,
    RunFixing.class,
    RunResults.class,
    Aggregation.class,
    CountyReportFolders.class,
    Printing.class,
    CorrectionNotices.class,
    Publications.class
})
public class RunsConfiguration {
    @Bean
    NoticeWorkbook noticeWorkbook(OfficeSettings settings) {
        return new NoticeWorkbook(settings.templates());
    }
}
