package xiangbao.reports.units;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.targets.ProgressWorkbook;
import xiangbao.reports.targets.TargetLine;
import xiangbao.reports.targets.TargetTable;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.TargetCounts;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/** A workbook for each responsible department: its targets, what it owes and has reported, what is open, and its pages to sign. */
public final class DepartmentReports implements CountyReport {
    static final String TEMPLATE = "责任单位.xlsx";
    static final String TARGETS = "目标任务";

    private static final Set<String> TITLE_TOKENS =
            TemplateNeeds.union(ProgressWorkbook.TITLE_TOKENS, Set.of("单位", "小结"));

    /** A department of the register, or one that the plan names and the register does not have. */
    private record Department(String name, @Nullable ReportingUnit unit) {}

    @Override
    public void write(CountyResult result, Desk desk) throws IOException {
        byte[] template = Files.readAllBytes(desk.template(TEMPLATE));
        for (Map.Entry<Department, List<Progress>> each : departments(result).entrySet()) {
            String name = "责任单位/" + ReportFile.name(each.getKey().name()) + "_目标任务.xlsx";
            desk.put(name, () -> workbook(template, result, name, each.getKey(), each.getValue()));
        }
    }

    /** In register order, and behind them those that the register does not have in the plan's order; each with its targets. */
    private static Map<Department, List<Progress>> departments(CountyResult result) {
        Map<Department, List<Progress>> found = new LinkedHashMap<>();
        for (ReportingUnit unit : result.definitions().units().all()) {
            if (unit.kind() == UnitKind.DEPARTMENT
                    && unit.validity().covers(result.period().lastDay())) {
                found.put(new Department(unit.name(), unit), new ArrayList<>());
            }
        }
        for (Progress one : result.progress()) {
            Set<Department> responsible = new LinkedHashSet<>();
            for (String name : one.target().passage().responsible()) {
                department(result, name).ifPresent(responsible::add);
            }
            responsible.forEach(department ->
                    found.computeIfAbsent(department, any -> new ArrayList<>()).add(one));
        }
        found.entrySet()
                .removeIf(each -> each.getValue().isEmpty()
                        && UnitSheets.owed(result, each.getKey().unit()).isEmpty());
        return found;
    }

    /** Empty for 各乡镇（街道）, which is nobody in particular. */
    private static Optional<Department> department(CountyResult result, String named) {
        String name = named.strip().replaceFirst("等$", "");
        if (name.isEmpty() || name.startsWith("各")) {
            return Optional.empty();
        }
        return Optional.of(result.definitions().units().all().stream()
                .filter(unit -> unit.kind() == UnitKind.DEPARTMENT && unit.isCalled(name))
                .findFirst()
                .map(unit -> new Department(unit.name(), unit))
                .orElseGet(() -> new Department(name, null)));
    }

    private static byte[] workbook(
            byte[] bytes, CountyResult result, String report, Department department, List<Progress> progress)
            throws IOException {
        try (Template template = Template.of(TEMPLATE, bytes)) {
            List<Reporting> owed = UnitSheets.owed(result, department.unit());
            TemplateSheet targets = template.sheet(TARGETS);
            TargetTable table = new TargetTable(targets, result.vintage(), department.name());
            table.fill(progress);
            UnitSheets sheets = new UnitSheets(template, result, department.name(), department.unit());
            sheets.reported(owed);
            sheets.title(
                    targets,
                    progress.isEmpty()
                            ? "方案没有把本单位列为责任单位。"
                            : TargetCounts.of(progress).told() + "。");
            List<Sourced> figures = Sourced.of(progress);
            table.link(SourcesSheet.fill(
                    template,
                    result,
                    report,
                    department.name() + TARGETS,
                    sheets.files(owed, Sourced.files(result, figures)),
                    figures));
            return sheets.finish();
        }
    }

    @Override
    public void check(TemplateNeeds needs) {
        needs.sheet(TEMPLATE, TARGETS, TargetTable.ANCHORS);
        needs.tokens(TEMPLATE, TARGETS, TemplateNeeds.union(TITLE_TOKENS, TargetTable.GROUP_TOKENS, TargetLine.TOKENS));
        UnitSheets.check(needs, TEMPLATE, TITLE_TOKENS);
    }
}
