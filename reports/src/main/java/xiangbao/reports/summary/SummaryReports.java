package xiangbao.reports.summary;

import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.statistics.aggregate.FormSummary;

/** 汇总表: one for each form. */
public final class SummaryReports implements CountyReport {
    static final String TEMPLATE = "汇总表.xlsx";

    @Override
    public void write(CountyResult result, Desk desk) {
        for (FormSummary summary : result.summaries()) {
            // a ledger of dates and states has nothing to add up
            if (summary.columns().isEmpty()) {
                continue;
            }
            String name = summary.form().code() + "_" + summary.form().title() + "_汇总表.xlsx";
            desk.put(name, () -> {
                try (Template template = Template.open(desk.template(TEMPLATE))) {
                    return new SummaryWorkbook(template, result, summary, name).fill();
                }
            });
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.sheet(TEMPLATE, SummaryWorkbook.TABLE, SummaryWorkbook.ANCHORS);
        needs.sheet(TEMPLATE, SummaryWorkbook.EVERYTHING, SummaryWorkbook.ANCHORS);
        needs.sheet(TEMPLATE, YearComparison.NAME, YearComparison.ANCHORS);
        SourcesSheet.check(needs, TEMPLATE);
        needs.without(TEMPLATE, SummaryWorkbook.CHOSEN, "请把所选的指标写到 config/forms/表号.yaml 的 summary，再删去这个工作表");
    }
}
