package xiangbao.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.findings.Verdict;

/** What trying the cases gave, for people and as JSON. */
final class CaseScreen {
    private CaseScreen() {}

    /** Those that are not as expected, each with its place; then how many there are. */
    static List<String> lines(List<CaseResult> results, CaseCoverage coverage) {
        List<String> lines = new ArrayList<>();
        List<CaseResult> wrong =
                results.stream().filter(one -> !one.isAsExpected()).toList();
        for (CaseResult one : wrong) {
            AuditCase tried = one.tried();
            lines.add("config/" + tried.file() + ":" + tried.line() + ": [" + tried.code() + "] " + told(one));
            lines.add("    " + tried.text());
            one.messages().stream().limit(1).forEach(message -> lines.add("    " + message.replace("\n", "\n    ")));
        }
        lines.add("审核样例 " + results.size() + " 个，" + (wrong.isEmpty() ? "都符合。" : wrong.size() + " 个不符合。"));
        if (!coverage.lacking().isEmpty()) {
            lines.add("还缺样例的关系 " + coverage.lacking().size() + " 条："
                    + coverage.lacking().stream()
                            .map(lack -> lack.relation() + "（" + titles(lack.verdicts()) + "）")
                            .collect(Collectors.joining("、"))
                    + "。");
        }
        return lines;
    }

    private static String told(CaseResult result) {
        AuditCase tried = result.tried();
        if (result.verdict() != tried.verdict()) {
            return "应为“" + title(tried.verdict()) + "”，实际“" + title(result.verdict()) + "”"
                    + (result.missing().isEmpty() ? "" : "（缺 " + String.join("、", result.missing()) + "）") + "。";
        }
        if (!result.isMarkedAsExpected()) {
            return "首格应为 " + tried.firstCell() + "，实际"
                    + (result.firstCell().isEmpty() ? "没有标格" : "为 " + result.firstCell()) + "。";
        }
        return "没有写明“" + String.join("”“", result.unsaid()) + "”。";
    }

    static Map<String, Object> json(List<CaseResult> results, CaseCoverage coverage, int exit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exit", exit);
        json.put("cases", results.size());
        json.put(
                "failed",
                results.stream()
                        .filter(one -> !one.isAsExpected())
                        .map(CaseScreen::json)
                        .toList());
        json.put(
                "lacking",
                coverage.lacking().stream()
                        .map(lack -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("form", lack.form().text());
                            one.put("code", lack.relation());
                            one.put(
                                    "verdicts",
                                    ordered(lack.verdicts())
                                            .map(CaseScreen::title)
                                            .toList());
                            return one;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> json(CaseResult result) {
        AuditCase tried = result.tried();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", "config/" + tried.file());
        json.put("line", tried.line());
        json.put("code", tried.code());
        json.put("case", tried.text());
        json.put("expected", title(tried.verdict()));
        json.put("actual", title(result.verdict()));
        json.put("cell", result.firstCell());
        json.put("message", told(result));
        return json;
    }

    private static String titles(Set<Verdict> verdicts) {
        return ordered(verdicts).map(CaseScreen::title).collect(Collectors.joining("、"));
    }

    private static Stream<Verdict> ordered(Set<Verdict> verdicts) {
        return Stream.of(Verdict.values()).filter(verdicts::contains);
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case PASSES -> "通过";
            case FAILS -> "不通过";
            case UNDECIDED -> "无法判断";
        };
    }
}
