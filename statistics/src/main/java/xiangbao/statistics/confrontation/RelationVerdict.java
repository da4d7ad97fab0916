package xiangbao.statistics.confrontation;

import java.util.List;
import xiangbao.statistics.findings.Verdict;

/**
 * What confronting one instance of a relation gave; kept with what it looked at.
 *
 * @param instance column, row or line on which it ran; empty where it runs once
 * @param missing what kept it undecided, such as {@code 平31-1:05.1@2026-Q2 未报送}
 * @param inputs the figures that it looked at, such as {@code 平31-1:04.1@2026-Q3=12958}
 */
public record RelationVerdict(
        String relation, String instance, Verdict verdict, List<String> missing, List<String> inputs) {
    public RelationVerdict {
        missing = List.copyOf(missing);
        inputs = List.copyOf(inputs);
    }
}
