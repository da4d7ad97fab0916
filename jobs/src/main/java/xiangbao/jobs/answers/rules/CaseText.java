package xiangbao.jobs.answers.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.findings.Verdict;

/** How a case is told about. */
public final class CaseText {
    private CaseText() {}

    /** What is not as expected. */
    public static String told(CaseResult result) {
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

    /** In the order in which they are always listed. */
    public static List<String> titles(Set<Verdict> verdicts) {
        return Stream.of(Verdict.values())
                .filter(verdicts::contains)
                .map(CaseText::title)
                .toList();
    }

    static String title(Verdict verdict) {
        return switch (verdict) {
            case PASSES -> "通过";
            case FAILS -> "不通过";
            case UNDECIDED -> "无法判断";
        };
    }
}
