package xiangbao.reports.review;

import java.util.List;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;

/** 审核情况表: what the audit has found, by relation and by unit, and where to look first. */
public final class ReviewReport implements CountyReport {
    @Override
    public void write(CountyResult result, Desk desk) {
        if (!result.reportings().isEmpty()) {
            desk.put(ReviewWorkbook.TEMPLATE, () -> {
                try (Template template = Template.open(desk.template(ReviewWorkbook.TEMPLATE))) {
                    return new ReviewWorkbook(template, result).fill();
                }
            });
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        for (String sheet : ReviewWorkbook.SHEETS) {
            needs.sheet(ReviewWorkbook.TEMPLATE, sheet, List.of("rpt.rows"));
        }
        FileSources.check(needs, ReviewWorkbook.TEMPLATE);
    }
}
