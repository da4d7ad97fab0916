package xiangbao.statistics.cases;

import java.util.List;
import xiangbao.statistics.findings.Verdict;

/**
 * What trying a case gave.
 *
 * @param verdict FAILS where one instance fails, UNDECIDED where none fails and one misses something
 * @param firstCell the cell marked first by the first finding, or empty
 * @param messages of the findings under this code
 * @param missing what kept it undecided
 */
public record CaseResult(
        AuditCase tried, Verdict verdict, String firstCell, List<String> messages, List<String> missing) {
    public CaseResult {
        messages = List.copyOf(messages);
        missing = List.copyOf(missing);
    }

    public boolean isAsExpected() {
        return verdict == tried.verdict() && isMarkedAsExpected() && unsaid().isEmpty();
    }

    public boolean isMarkedAsExpected() {
        return tried.firstCell().isEmpty() || tried.firstCell().equals(firstCell);
    }

    /** What no finding says, although the case expects it. */
    public List<String> unsaid() {
        return tried.mentions().stream()
                .filter(mention -> messages.stream().noneMatch(message -> message.contains(mention)))
                .toList();
    }
}
