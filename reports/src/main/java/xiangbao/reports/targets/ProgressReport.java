package xiangbao.reports.targets;

import java.util.List;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;

/** 目标任务完成情况表: the plan's targets, where there are any. */
public final class ProgressReport implements CountyReport {
    @Override
    public void write(CountyResult result, Desk desk) {
        if (!result.progress().isEmpty()) {
            desk.put(ProgressWorkbook.TEMPLATE, () -> {
                try (Template template = Template.open(desk.template(ProgressWorkbook.TEMPLATE))) {
                    return new ProgressWorkbook(template, result).fill();
                }
            });
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.sheet(ProgressWorkbook.TEMPLATE, ProgressWorkbook.OVERVIEW, List.of());
        needs.tokens(ProgressWorkbook.TEMPLATE, ProgressWorkbook.OVERVIEW, ProgressWorkbook.OVERVIEW_TOKENS);
        needs.sheet(ProgressWorkbook.TEMPLATE, ProgressWorkbook.TABLE, TargetTable.ANCHORS);
        needs.tokens(ProgressWorkbook.TEMPLATE, ProgressWorkbook.TABLE, ProgressWorkbook.TABLE_TOKENS);
        needs.sheet(ProgressWorkbook.TEMPLATE, ProgressWorkbook.NUMBERS, ProgressWorkbook.NUMBER_ANCHORS);
        needs.tokens(ProgressWorkbook.TEMPLATE, ProgressWorkbook.NUMBERS, ProgressWorkbook.NUMBER_TOKENS);
        SourcesSheet.check(needs, ProgressWorkbook.TEMPLATE);
    }
}
