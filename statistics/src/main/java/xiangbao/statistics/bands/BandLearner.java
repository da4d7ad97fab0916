package xiangbao.statistics.bands;

import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.tuning.ScreenRules;

/** Learns from what counted in earlier periods what is usual of each figure of a form. Whatever the order of the reports, the bands are the same. */
public final class BandLearner {
    private BandLearner() {}

    /**
     * The bands of a form, in print order.
     *
     * @param rules how closely larger figures are held
     */
    public static List<Band> learn(Form form, ScreenRules rules, List<PastReport> reports) {
        Cases cases = new Cases(form, reports);
        ChangeLearner changes = new ChangeLearner(cases, rules);
        List<Band> densities = new DensityLearner(form, rules, cases).learn();
        List<Band> bands = new ArrayList<>();
        for (Indicator indicator : cases.indicators()) {
            bands.addAll(changes.learn(indicator));
            densities.stream()
                    .filter(band -> band.indicator().equals(indicator.code()))
                    .forEach(bands::add);
        }
        return bands;
    }
}
