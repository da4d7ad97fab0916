package xiangbao.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.jobs.answers.rules.CaseText;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseResult;

/** What trying the cases gave, as people read it. */
final class CaseScreen {
    private CaseScreen() {}

    /** Those that are not as expected, each with its place; then how many there are. */
    static List<String> lines(List<CaseResult> results, CaseCoverage coverage) {
        List<String> lines = new ArrayList<>();
        List<CaseResult> wrong =
                results.stream().filter(one -> !one.isAsExpected()).toList();
        for (CaseResult one : wrong) {
            AuditCase tried = one.tried();
            lines.add("config/" + tried.file() + ":" + tried.line() + ": [" + tried.code() + "] " + CaseText.told(one));
            lines.add("    " + tried.text());
            one.messages().stream().limit(1).forEach(message -> lines.add("    " + message.replace("\n", "\n    ")));
        }
        lines.add("审核样例 " + results.size() + " 个，" + (wrong.isEmpty() ? "都符合。" : wrong.size() + " 个不符合。"));
        if (!coverage.lacking().isEmpty()) {
            lines.add("还缺样例的关系 " + coverage.lacking().size() + " 条："
                    + coverage.lacking().stream()
                            .map(lack ->
                                    lack.relation() + "（" + String.join("、", CaseText.titles(lack.verdicts())) + "）")
                            .collect(Collectors.joining("、"))
                    + "。");
        }
        return lines;
    }
}
