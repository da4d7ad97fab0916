package xiangbao.statistics.bands;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;

/** Learns how the figures of a form usually change (Hidiroglou and Berthelot): the middle of the ratios, and how far they scatter in a unit of middling size. */
final class ChangeLearner {
    private static final double LEAST = 0.05;

    /** One year tells how units differ, and nothing of how years do. */
    private static final double LEAST_OF_ONE_YEAR = 0.2;

    /** What is there stays, from one period to the next. */
    private static final double LEAST_OF_STOCK = 0.1;

    private final Cases cases;
    private final ScreenRules rules;

    /** Two figures of one unit. */
    private record Pair(String who, int year, double now, double then) {
        double larger() {
            return Math.max(now, then);
        }
    }

    ChangeLearner(Cases cases, ScreenRules rules) {
        this.cases = cases;
        this.rules = rules;
    }

    List<Band> learn(Indicator indicator) {
        List<Band> bands = new ArrayList<>();
        TreeMap<Integer, List<Pair>> sinceLast = new TreeMap<>();
        List<Pair> sinceLastYear = new ArrayList<>();
        for (Cases.Case one : cases.all()) {
            ReferencePeriod period = one.period();
            if (period.frequency() != Frequency.YEAR && !(counts(indicator) && period.ordinal() == 1)) {
                pair(indicator, one, period.previous())
                        .ifPresent(pair -> sinceLast
                                .computeIfAbsent(Cases.season(indicator, period), any -> new ArrayList<>())
                                .add(pair));
            }
            pair(indicator, one, period.yearEarlier()).ifPresent(sinceLastYear::add);
        }
        sinceLast.forEach((season, pairs) ->
                band(indicator, Against.PREVIOUS, season, pairs).ifPresent(bands::add));
        band(indicator, Against.LAST_YEAR, 0, sinceLastYear).ifPresent(bands::add);
        return bands;
    }

    private static boolean counts(Indicator indicator) {
        return indicator.overTime() == OverTime.CUMULATIVE;
    }

    private Optional<Pair> pair(Indicator indicator, Cases.Case one, ReferencePeriod then) {
        String item = indicator.code().item();
        Double now = one.figure(item);
        Cases.Case before = cases.find(one, then);
        Double held = before == null ? null : before.figure(item);
        return now == null || held == null
                ? Optional.empty()
                : Optional.of(new Pair(one.who(), one.period().year(), now, held));
    }

    private Optional<Band> band(Indicator indicator, Against against, int season, List<Pair> pairs) {
        Set<String> who = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        for (Pair pair : pairs) {
            who.add(pair.who());
            years.add(pair.year());
        }
        if (who.size() < cases.fewest()) {
            return Optional.empty();
        }
        Screen screen = against == Against.PREVIOUS ? Screen.CHANGE_PERIOD : Screen.CHANGE_YEAR;
        double u = rules.setting(screen, indicator.code()).u();
        double size = Math.exp(Spread.of(pairs.stream()
                        .mapToDouble(pair -> Math.log(pair.larger()))
                        .toArray())
                .median());
        double centre = Spread.of(pairs.stream()
                        .mapToDouble(pair -> Math.log(pair.now() / pair.then()))
                        .toArray())
                .median();
        Spread scatter = Spread.of(pairs.stream()
                .mapToDouble(pair -> (Math.log(pair.now() / pair.then()) - centre) * Math.pow(pair.larger() / size, u))
                .toArray());
        boolean stock = against == Against.PREVIOUS && indicator.overTime() == OverTime.LAST;
        double least = years.size() > 1 ? LEAST : stock ? LEAST_OF_STOCK : LEAST_OF_ONE_YEAR;
        // quartiles of what is scaled need not lie about zero
        double below = Math.max(least, scatter.below() - scatter.median());
        double above = Math.max(least, scatter.above() + scatter.median());
        return Optional.of(new Band(
                indicator.code(),
                against,
                "",
                season,
                Spread.written(Math.exp(centre)),
                Spread.written(Math.exp(centre - below)),
                Spread.written(Math.exp(centre + above)),
                Spread.written(size),
                who.size(),
                Set.of()));
    }
}
