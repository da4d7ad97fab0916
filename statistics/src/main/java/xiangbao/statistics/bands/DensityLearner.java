package xiangbao.statistics.bands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.units.UnitCode;

/**
 * Learns how large the figures of a form usually are for each household, village or acre of master data, for each of another figure of the form, or as such:
 * whichever of these makes the units most alike on the log scale.
 */
final class DensityLearner {
    /** An attribute that explains less than a fifth explains nothing. */
    private static final double WORTH = 0.8;

    /** Another figure of the form may be the wrong one itself, so it has to tell clearly more than master data. */
    private static final double CLEARLY = 0.7;

    /** Two measures that leave the figures as far apart as this explain them alike. */
    private static final double ALIKE = 0.03;

    /** Unless the one explains them nearly wholly. */
    private static final double NEARLY = 0.3;

    /** What explains the figures but for rounding. */
    private static final double EXACT = 0.005;

    /** A measure of which some units have nothing measures only the others. */
    private static final double COVERING = 0.9;

    private final Form form;
    private final ScreenRules rules;
    private final Cases cases;
    private final boolean ledger;
    private final List<Indicator> scalable;
    private final Map<IndicatorCode, Map<Integer, Measurement>> byMaster = new HashMap<>();

    DensityLearner(Form form, ScreenRules rules, Cases cases) {
        this.form = form;
        this.rules = rules;
        this.cases = cases;
        this.ledger = form.layout() == Layout.LEDGER;
        this.scalable = cases.indicators().stream().filter(this::isScalable).toList();
    }

    /** A share lies between its own bounds, and what a line of a ledger counts begins at nothing, early or late. */
    private boolean isScalable(Indicator indicator) {
        return UnitOfMeasure.factor(indicator.unit(), "%").isEmpty()
                && (!ledger || indicator.overTime() == OverTime.LAST);
    }

    List<Band> learn() {
        List<String> attributes = ledger ? List.of() : attributes();
        for (Indicator indicator : scalable) {
            Map<Integer, Measurement> best = new TreeMap<>();
            for (int season : seasons(indicator)) {
                measurement(indicator, Against.ALONE, "", season)
                        .ifPresent(alone -> best.put(season, byAttribute(alone, attributes)));
            }
            byMaster.put(indicator.code(), best);
        }
        List<Band> bands = new ArrayList<>();
        for (Indicator indicator : scalable) {
            byMaster.getOrDefault(indicator.code(), Map.of())
                    .values()
                    .forEach(measurement -> byFigure(measurement).band().ifPresent(bands::add));
        }
        return bands;
    }

    /** The attributes, those that explain most of the form first: so that rows that several explain alike are all told by the same one. */
    private List<String> attributes() {
        Set<String> attributes = new TreeSet<>();
        cases.all().forEach(one -> attributes.addAll(one.unit().attributes().keySet()));
        attributes.removeIf(attribute -> !differs(attribute));
        Map<String, Double> unexplained = new HashMap<>();
        for (Indicator indicator : scalable) {
            for (int season : seasons(indicator)) {
                for (String attribute : attributes) {
                    double deviation = measurement(indicator, Against.ATTRIBUTE, attribute, season)
                            .map(one -> Math.min(1, one.deviation()))
                            .orElse(1.0);
                    unexplained.merge(attribute, deviation, Double::sum);
                }
            }
        }
        return attributes.stream()
                .sorted(Comparator.comparing(attribute -> unexplained.getOrDefault(attribute, 0.0)))
                .toList();
    }

    /** What is one in nearly every unit measures nothing, however well it seems to do. */
    private boolean differs(String attribute) {
        Map<UnitCode, Double> logs = new HashMap<>();
        for (Cases.Case one : cases.all()) {
            one.unit()
                    .attribute(attribute)
                    .filter(value -> value.signum() > 0)
                    .ifPresent(value -> logs.put(one.unit().code(), Math.log(value.doubleValue())));
        }
        return !logs.isEmpty() && Spread.of(logs.values()).deviation() > ALIKE;
    }

    private Measurement byAttribute(Measurement alone, List<String> attributes) {
        Measurement best = alone;
        for (String attribute : attributes) {
            double wanted = best == alone ? alone.deviation() * WORTH : better(best);
            best = measurement(alone.indicator(), Against.ATTRIBUTE, attribute, alone.season())
                    .filter(next -> next.cases() >= COVERING * alone.cases() && next.deviation() < wanted)
                    .orElse(best);
        }
        return best;
    }

    /** By another figure: in a matrix one that is close to its own measure, in a ledger one further left on the line. */
    private Measurement byFigure(Measurement master) {
        if (!ledger && master.isFirm()) {
            return master;
        }
        Measurement best = master;
        for (Indicator other : scalable) {
            boolean itself = other.code().equals(master.indicator().code());
            if (itself && ledger) {
                break;
            }
            if (!itself && measures(other)) {
                double wanted = best == master ? master.deviation() * CLEARLY : better(best);
                best = measurement(
                                master.indicator(), Against.FIGURE, other.code().item(), master.season())
                        .filter(next -> next.cases() >= COVERING * master.cases() && next.deviation() < wanted)
                        .orElse(best);
            }
        }
        return best;
    }

    private boolean measures(Indicator other) {
        Measurement own = byMaster.getOrDefault(other.code(), Map.of()).get(0);
        return other.overTime() == OverTime.LAST && (ledger || own != null && own.isFirm());
    }

    /** How far apart another measure of the same kind may leave the figures at most, to be taken instead. */
    private static double better(Measurement best) {
        double deviation = best.deviation();
        return deviation < EXACT ? 0 : Math.max(deviation - ALIKE, deviation * NEARLY);
    }

    private Set<Integer> seasons(Indicator indicator) {
        Set<Integer> seasons = new TreeSet<>();
        cases.all().forEach(one -> seasons.add(Cases.season(indicator, one.period())));
        return seasons;
    }

    private Optional<Measurement> measurement(Indicator indicator, Against against, String base, int season) {
        return Measurement.of(
                form, cases, rules.setting(Screen.DENSITY, indicator.code()), indicator, against, base, season);
    }
}
