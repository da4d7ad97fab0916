package xiangbao.reports.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.returns.LikelyCause;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.workbooks.ReturnMarks;

/** 待处理问题: what a unit has still to correct or to explain, from the newest round of each form. */
final class OpenFindingTable {
    static final List<String> ANCHORS = List.of("rpt.mandatory", "rpt.query");
    static final Set<String> TOKENS =
            Set.of("序号", "性质", "关系", "报表", "次数", "问题", "位置", "填报数", "参考", "相差", "上期数", "可能原因", "怎么改");

    private OpenFindingTable() {}

    private record Open(Reporting reporting, Reporting.Round round, Finding finding) {}

    /** Answers how many there are. */
    static int fill(TemplateSheet sheet, List<Reporting> owed) {
        List<Open> open = open(owed);
        List<PrintedLine> lines = new ArrayList<>();
        for (Open one : open) {
            lines.add(new PrintedLine(
                    one.finding().returns() ? "rpt.mandatory" : "rpt.query", line(one, lines.size() + 1)));
        }
        if (lines.isEmpty()) {
            lines.add(RowHeight.nothing("rpt.query", TOKENS, "问题", "没有待处理的问题"));
        }
        RowHeight.lay(sheet, ANCHORS, lines);
        return open.size();
    }

    /** Those that send a form back first. What passed has nothing open; 提示性 ones ask for nothing. */
    private static List<Open> open(List<Reporting> owed) {
        List<Open> open = new ArrayList<>();
        for (Severity severity : List.of(Severity.MANDATORY, Severity.QUERY)) {
            for (Reporting one : owed) {
                one.newest()
                        .filter(round ->
                                round.outcome() == Outcome.RETURNED || round.outcome() == Outcome.PENDING_EXPLANATION)
                        .ifPresent(round -> round.findings().stream()
                                .filter(finding ->
                                        finding.severity() == severity && !finding.explained() && !finding.folds())
                                .forEach(finding -> open.add(new Open(one, round, finding))));
            }
        }
        return open;
    }

    private static Map<String, Printed> line(Open open, int number) {
        Finding finding = open.finding();
        Map<String, Printed> line = new HashMap<>();
        line.put("序号", Printed.number(number));
        line.put(
                "性质",
                Printed.text(finding.refused() ? "须改正" : finding.severity().title()));
        line.put("关系", Printed.text(finding.code()));
        line.put(
                "报表",
                Printed.text(open.reporting().form().code() + " "
                        + open.reporting().form().title() + "（"
                        + open.reporting().period().title() + "）"));
        line.put("次数", Printed.text("第" + open.round().number() + "次"));
        line.put("问题", Printed.text(finding.title().isEmpty() ? finding.message() : finding.title()));
        line.put("位置", Printed.text(ReturnMarks.place(finding, "整张表")));
        line.put("填报数", Printed.text(FigureText.grouped(finding.comparison().actual())));
        line.put("参考", Printed.text(FigureText.grouped(finding.comparison().expected())));
        line.put("相差", Printed.text(FigureText.grouped(finding.comparison().difference())));
        line.put("上期数", Printed.text(FigureText.grouped(finding.comparison().previous())));
        line.put("可能原因", Printed.text(LikelyCause.of(finding)));
        line.put("怎么改", Printed.text(finding.remedy()));
        return line;
    }
}
