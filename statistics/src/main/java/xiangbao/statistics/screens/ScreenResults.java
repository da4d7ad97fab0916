package xiangbao.statistics.screens;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.model.Verdict;

/**
 * What the screens of a form say about one submission.
 *
 * @param doubts one for a figure at most, in the order of the form
 * @param verdicts of each screen that has anything to look at: fails where a doubt is its, undecided where nothing earlier is known
 */
public record ScreenResults(List<Screened> doubts, Map<Screen, Verdict> verdicts) {
    public ScreenResults {
        doubts = List.copyOf(doubts);
        Map<Screen, Verdict> ordered = new EnumMap<>(Screen.class);
        ordered.putAll(verdicts);
        verdicts = Collections.unmodifiableMap(ordered);
    }
}
