package xiangbao.statistics.screens;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.Indicator;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.Verdict;

/** The default screens of one form. Immutable; safe for many threads. */
public final class FormScreens {
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final ScreenRules rules;
    private final Bands bands;

    public FormScreens(Form form, ScreenRules rules, Bands bands) {
        this.rules = rules;
        this.bands = bands;
        form.indicators().forEach(indicator -> indicators.put(indicator.code().item(), indicator));
    }

    public ScreenRules rules() {
        return rules;
    }

    /** Holds the figures of a submission against the unit's past. */
    public ScreenResults screen(ReferencePeriod period, List<Observation> observations, Past past) {
        List<Screened> doubts = new ArrayList<>();
        Map<Screen, Verdict> verdicts = new EnumMap<>(Screen.class);
        return new ScreenResults(doubts, verdicts);
    }
}
