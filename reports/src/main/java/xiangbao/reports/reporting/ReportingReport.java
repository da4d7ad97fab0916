package xiangbao.reports.reporting;

import java.util.List;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;

/** 报送情况表: who sent what when, and what it scores. */
public final class ReportingReport implements CountyReport {
    @Override
    public void write(CountyResult result, Desk desk) {
        if (!result.reportings().isEmpty()) {
            desk.put(ReportingWorkbook.TEMPLATE, () -> {
                try (Template template = Template.open(desk.template(ReportingWorkbook.TEMPLATE))) {
                    return new ReportingWorkbook(template, result).fill();
                }
            });
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.sheet(ReportingWorkbook.TEMPLATE, ReportingMatrix.SHEET, ReportingMatrix.ANCHORS);
        needs.sheet(ReportingWorkbook.TEMPLATE, ReportingList.SHEET, List.of("rpt.rows"));
        needs.sheet(ReportingWorkbook.TEMPLATE, ScoreSheets.RANKING, List.of("rpt.group", "rpt.rows"));
        needs.sheet(ReportingWorkbook.TEMPLATE, ScoreSheets.EVIDENCE, List.of("rpt.rows"));
        FileSources.check(needs, ReportingWorkbook.TEMPLATE);
    }
}
