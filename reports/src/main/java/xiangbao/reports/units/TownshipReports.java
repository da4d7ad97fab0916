package xiangbao.reports.units;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.targets.ProgressWorkbook;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/** A workbook for each township: what it has reported, its figures, its targets, what is open, and its pages to sign. */
public final class TownshipReports implements CountyReport {
    static final String TEMPLATE = "乡镇情况.xlsx";
    static final String FIGURES = "指标数据";
    static final String TARGETS = "目标任务";

    private static final Set<String> TITLE_TOKENS =
            TemplateNeeds.union(ProgressWorkbook.TITLE_TOKENS, Set.of("单位", "小结"));

    @Override
    public void write(CountyResult result, Desk desk) throws IOException {
        Set<ReportingUnit> units = new LinkedHashSet<>();
        result.reportings().forEach(one -> units.add(one.unit()));
        byte[] template = Files.readAllBytes(desk.template(TEMPLATE));
        for (ReportingUnit unit : result.definitions().units().all()) {
            if (units.contains(unit) && unit.kind() != UnitKind.DEPARTMENT) {
                String name = "乡镇/" + ReportFile.name(unit.name()) + "_情况.xlsx";
                desk.put(name, () -> workbook(template, result, name, unit));
            }
        }
    }

    private static byte[] workbook(byte[] bytes, CountyResult result, String report, ReportingUnit unit)
            throws IOException {
        try (Template template = Template.of(TEMPLATE, bytes)) {
            List<Reporting> owed = UnitSheets.owed(result, unit);
            UnitSheets sheets = new UnitSheets(template, result, unit.name(), unit);
            sheets.reported(owed);
            TemplateSheet figures = template.sheet(FIGURES);
            UnitFigureTable figureTable = new UnitFigureTable(result, unit);
            figureTable.fill(figures);
            sheets.title(figures, "");
            TemplateSheet targets = template.sheet(TARGETS);
            UnitTargetTable targetTable = new UnitTargetTable(targets, result.vintage(), unit);
            targetTable.fill(result.progress());
            sheets.title(targets, "");
            List<Sourced> sourced = new ArrayList<>(figureTable.sourced());
            sourced.addAll(targetTable.sourced());
            Map<String, String> sources = SourcesSheet.fillOf(
                    unit,
                    template,
                    result,
                    report,
                    unit.name() + "情况",
                    sheets.files(owed, Sourced.files(result, sourced)),
                    sourced);
            figureTable.link(figures, sources);
            targetTable.link(sources);
            return sheets.finish();
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.sheet(TEMPLATE, FIGURES, UnitFigureTable.ANCHORS);
        needs.tokens(TEMPLATE, FIGURES, TemplateNeeds.union(TITLE_TOKENS, UnitFigureTable.TOKENS));
        needs.sheet(TEMPLATE, TARGETS, UnitTargetTable.ANCHORS);
        needs.tokens(TEMPLATE, TARGETS, TemplateNeeds.union(TITLE_TOKENS, UnitTargetTable.TOKENS));
        UnitSheets.check(needs, TEMPLATE, TITLE_TOKENS);
    }
}
