package xiangbao.reports.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.TargetCounts;
import xiangbao.statistics.publication.Vintage;

/** Targets line by line: grouped by field with a count in each heading, parts below their whole. */
public final class TargetTable {
    public static final List<String> ANCHORS = List.of("rpt.group", "rpt.rows", "rpt.part");

    /** Of the heading of a field. */
    public static final Set<String> GROUP_TOKENS = Set.of("领域", "项数");

    private final TemplateSheet sheet;
    private final Vintage vintage;
    private final String department;
    private final List<PrintedLine> lines = new ArrayList<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private int number;
    private int actual = -1;

    public TargetTable(TemplateSheet sheet, Vintage vintage) {
        this(sheet, vintage, "");
    }

    /** @param department for which the table is, whose name need not stand in every line */
    public TargetTable(TemplateSheet sheet, Vintage vintage, String department) {
        this.sheet = sheet;
        this.vintage = vintage;
        this.department = department;
    }

    public void fill(List<Progress> progress) {
        Set<String> parts = TargetCounts.parts(progress);
        Map<String, List<Progress>> fields = new LinkedHashMap<>();
        for (Progress one : progress) {
            fields.computeIfAbsent(one.target().passage().field(), field -> new ArrayList<>())
                    .add(one);
        }
        fields.forEach((field, group) -> {
            line(
                    "rpt.group",
                    Map.of(
                            "领域",
                            Printed.text(field),
                            "项数",
                            Printed.text(TargetCounts.of(group, progress).told())));
            for (Progress one : group) {
                boolean part = parts.contains(one.target().code());
                Map<String, Printed> line =
                        new HashMap<>(TargetLine.of(one, vintage, part ? Printed.text("") : Printed.number(++number)));
                line.put("共同责任单位", Printed.text(others(one)));
                rows.put(one.target().code(), lines.size());
                line(part ? "rpt.part" : "rpt.rows", line);
            }
        });
        if (progress.isEmpty()) {
            line("rpt.group", Map.of("领域", Printed.text("没有目标任务"), "项数", Printed.text("")));
        }
        actual = sheet.column("rpt.rows", "实际");
        int first = RowHeight.lay(sheet, ANCHORS, lines);
        rows.replaceAll((code, line) -> first + line);
    }

    /** Makes each actual a link to its sources; after {@link #fill}. */
    public void link(Map<String, String> sources) {
        rows.forEach((code, row) -> {
            String source = sources.get(code);
            if (source != null && actual >= 0) {
                sheet.link(row, actual, source);
            }
        });
    }

    private String others(Progress progress) {
        String others = progress.target().passage().responsible().stream()
                .filter(name -> !name.equals(department))
                .collect(Collectors.joining("、"));
        return others.isEmpty() ? "—" : others;
    }

    private void line(String anchor, Map<String, Printed> values) {
        lines.add(new PrintedLine(anchor, values));
    }
}
