package xiangbao.statistics.lines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;

/** Gathers what several screens say about one submission; a screen that is switched off says nothing. */
public final class LineResults {
    private final ScreenRules rules;
    private final List<LineDoubt> doubts = new ArrayList<>();
    private final Map<Screen, Verdict> verdicts = new EnumMap<>(Screen.class);

    LineResults(ScreenRules rules) {
        this.rules = rules;
    }

    boolean isOff(Screen screen, IndicatorCode indicator) {
        return rules.isOff(screen, indicator);
    }

    double gross(Screen screen, IndicatorCode indicator) {
        return rules.gross(screen, indicator);
    }

    /** The screen has something to look at, and knows what to hold it against or not. */
    void looked(Screen screen, boolean decided) {
        verdicts.merge(
                screen, decided ? Verdict.PASSES : Verdict.UNDECIDED, (was, is) -> was == Verdict.FAILS ? was : is);
    }

    void doubt(LineDoubt doubt) {
        doubts.add(doubt);
        verdicts.put(doubt.screen(), Verdict.FAILS);
    }

    boolean has(Screen screen) {
        return verdicts.get(screen) == Verdict.FAILS;
    }

    /** In the order in which they were found. */
    public List<LineDoubt> doubts() {
        return List.copyOf(doubts);
    }

    /** Of each screen that had something to look at, always in the order of the screens: a review is told by what it says in turn. */
    public Map<Screen, Verdict> verdicts() {
        return Collections.unmodifiableMap(new EnumMap<>(verdicts));
    }
}
