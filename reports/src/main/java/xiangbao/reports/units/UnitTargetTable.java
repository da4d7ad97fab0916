package xiangbao.reports.units;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.targets.TargetLine;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.plan.Counting;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressText;
import xiangbao.statistics.progress.UnitProgress;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.ReportingUnit;

/** The targets that are judged township by township: how one of them stands, beside the county. */
final class UnitTargetTable {
    static final List<String> ANCHORS = List.of("rpt.rows");
    static final Set<String> TOKENS =
            Set.of("序号", "目标任务", "依据", "计量单位", "目标", "实际", "完成率", "偏差", "状态", "全县目标", "全县实际", "全县状态", "备注");

    private final TemplateSheet sheet;
    private final Vintage vintage;
    private final ReportingUnit unit;
    private final List<Sourced> sourced = new ArrayList<>();
    private int first;
    private int actual = -1;

    UnitTargetTable(TemplateSheet sheet, Vintage vintage, ReportingUnit unit) {
        this.sheet = sheet;
        this.vintage = vintage;
        this.unit = unit;
    }

    void fill(List<Progress> progress) {
        List<PrintedLine> lines = new ArrayList<>();
        for (Progress one : progress) {
            one.byUnit().units().stream()
                    .filter(each -> each.unit().equals(unit))
                    .findFirst()
                    .ifPresent(own -> {
                        lines.add(new PrintedLine("rpt.rows", line(one, own, vintage, lines.size() + 1)));
                        sourced.add(Sourced.of(one, own));
                    });
        }
        if (lines.isEmpty()) {
            lines.add(RowHeight.nothing("rpt.rows", TOKENS, "目标任务", "没有逐乡镇判定的目标任务"));
        }
        actual = sheet.column("rpt.rows", "实际");
        first = RowHeight.lay(sheet, ANCHORS, lines);
    }

    /** What the unit has come to of each target, in the order of the table; after {@link #fill}. */
    List<Sourced> sourced() {
        return sourced.stream().filter(one -> !one.contributions().isEmpty()).toList();
    }

    /** Makes each of them a link to its sources. */
    void link(Map<String, String> sources) {
        for (int line = 0; line < sourced.size(); line++) {
            String source = sources.get(sourced.get(line).code());
            if (source != null && actual >= 0) {
                sheet.link(first + line, actual, source);
            }
        }
    }

    private static Map<String, Printed> line(Progress progress, UnitProgress own, Vintage vintage, int number) {
        Map<String, Printed> county = TargetLine.of(progress, vintage, Printed.number(number));
        Map<String, Printed> line = new HashMap<>();
        for (String same : List.of("序号", "目标任务", "依据", "备注")) {
            line.put(same, county.getOrDefault(same, Printed.NONE));
        }
        for (String its : List.of("目标", "实际", "状态")) {
            line.put("全县" + its, county.getOrDefault(its, Printed.NONE));
        }
        String measure = progress.target().measure().unit();
        line.put("计量单位", Printed.text(measure.isEmpty() ? "—" : measure));
        BigDecimal actual = own.actual();
        line.put(
                "实际",
                actual == null || progress.target().counting() == Counting.NODES
                        ? Printed.text(ProgressText.actual(progress, own))
                        : Printed.number(actual, Math.max(actual.scale(), 0)));
        line.put("目标", Printed.text(ProgressText.goal(progress, own)));
        line.put("完成率", TargetLine.share(own.completion()));
        line.put("偏差", TargetLine.share(own.deviation()));
        line.put("状态", Printed.text(own.status().shape() + " " + own.status().title()));
        return line;
    }
}
