package xiangbao.reports.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.findings.Outcome;

/** What a unit owes, and what has come of it. */
final class ReportingTable {
    static final List<String> ANCHORS = List.of("rpt.rows");
    static final Set<String> TOKENS = Set.of("序号", "表号", "报表", "报告期次", "报送期限", "首次收到", "及时", "次数", "审核", "计入汇总", "文件");

    private ReportingTable() {}

    static void fill(TemplateSheet sheet, List<Reporting> owed) {
        List<PrintedLine> lines = new ArrayList<>();
        for (Reporting one : owed) {
            lines.add(new PrintedLine("rpt.rows", line(one, lines.size() + 1)));
        }
        if (lines.isEmpty()) {
            lines.add(RowHeight.nothing("rpt.rows", TOKENS, "报表", "本期没有应报的报表"));
        }
        RowHeight.lay(sheet, ANCHORS, lines);
    }

    private static Map<String, Printed> line(Reporting one, int number) {
        Map<String, Printed> line = new HashMap<>();
        line.put("序号", Printed.number(number));
        line.put("表号", Printed.text(one.form().code().text()));
        line.put("报表", Printed.text(one.form().title()));
        line.put("报告期次", Printed.text(one.period().title()));
        line.put("报送期限", Printed.text(Written.day(one.due())));
        boolean came = !one.rounds().isEmpty();
        line.put("首次收到", came ? Printed.text(Written.time(one.rounds().get(0).received())) : Printed.NONE);
        line.put("及时", Printed.text(!came ? "未报" : one.isLate() ? "迟报" : "按时"));
        line.put(
                "次数",
                one.newest()
                        .map(round -> Printed.text("第" + round.number() + "次"))
                        .orElse(Printed.NONE));
        line.put(
                "审核",
                one.newest().map(round -> Printed.text(round.outcome().title())).orElse(Printed.NONE));
        line.put(
                "计入汇总",
                one.counted()
                        .map(round -> Printed.text(
                                "第" + round.number() + "次" + (round.outcome() == Outcome.ACCEPTED ? "" : "（待核实）")))
                        .orElse(Printed.text(came ? "未计入" : "—")));
        line.put("文件", one.newest().map(round -> Printed.text(round.file())).orElse(Printed.NONE));
        return line;
    }
}
