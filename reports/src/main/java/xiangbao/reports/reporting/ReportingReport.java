package xiangbao.reports.reporting;

import java.util.List;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;

/** 报送情况表: who sent what when, and what it scores. */
public final class ReportingReport implements CountyReport {
    static final String TEMPLATE = "报送情况表.xlsx";

    @Override
    public void write(CountyResult result, Desk desk) {
        if (!result.reportings().isEmpty()) {
            desk.put(TEMPLATE, () -> {
                try (Template template = Template.open(desk.template(TEMPLATE))) {
                    return new ReportingWorkbook(template, result).fill();
                }
            });
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.sheet(TEMPLATE, ReportingWorkbook.TABLE, ReportingWorkbook.ANCHORS);
        needs.sheet(TEMPLATE, ReportingWorkbook.LIST, List.of("rpt.rows"));
        needs.sheet(TEMPLATE, ReportingWorkbook.RANKING, List.of("rpt.group", "rpt.rows"));
        needs.sheet(TEMPLATE, ReportingWorkbook.EVIDENCE, List.of("rpt.rows"));
        FileSources.check(needs, TEMPLATE);
    }
}
