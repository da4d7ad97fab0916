package xiangbao.statistics.screens;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.tuning.Screen;

/**
 * What the screens of a form say about one submission.
 *
 * @param doubts one for a figure at most; those that are farthest off first, what is or was zero last
 * @param verdicts of each screen about the other figures: passes, or is undecided where nothing is known that one of them could be held against
 */
public record ScreenResults(List<Screened> doubts, Map<Screen, Verdict> verdicts) {
    private static final Comparator<Screened> STRONGEST_FIRST = Comparator.comparing(
                    (Screened doubt) -> Double.isInfinite(doubt.distance()))
            .thenComparing(Screened::weight, Comparator.reverseOrder());

    public ScreenResults {
        doubts = doubts.stream().sorted(STRONGEST_FIRST).toList();
        Map<Screen, Verdict> ordered = new EnumMap<>(Screen.class);
        ordered.putAll(verdicts);
        verdicts = Collections.unmodifiableMap(ordered);
    }
}
