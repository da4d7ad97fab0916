package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;

/** The default screens of one form. Immutable; safe for many threads. */
public final class FormScreens {
    /** What is within twice what the unit's own past expects is how this unit is. */
    private static final double FAMILIAR = Math.log(2);

    private final Map<String, Watched> watched = new HashMap<>();
    private final ScreenRules rules;
    private final Bands bands;
    private final DensityScreen densities;

    public FormScreens(Form form, ScreenRules rules, Bands bands) {
        this.rules = rules;
        this.bands = bands;
        this.densities = new DensityScreen(form, rules, bands);
        form.indicators()
                .forEach(indicator -> watched.put(indicator.code().item(), Watched.of(form, indicator, rules)));
    }

    /** An earlier period: so many periods, and then so many years before. */
    public record Back(int periods, int years) {}

    /** The earlier periods that the screens look at, beside the last one and last year's. */
    public static Set<Back> looksBack(Form form) {
        Set<Back> back = new LinkedHashSet<>();
        boolean cumulative =
                form.indicators().stream().anyMatch(indicator -> indicator.overTime() == OverTime.CUMULATIVE);
        if (cumulative) {
            int farthest = Math.min(FallScreen.FARTHEST, form.frequency().perYear() - 1);
            for (int periods = 2; periods <= farthest; periods++) {
                back.add(new Back(periods, 0));
            }
            if (farthest > 0 && form.layout() == Layout.MATRIX) {
                back.add(new Back(1, 1));
            }
        }
        return back;
    }

    public ScreenRules rules() {
        return rules;
    }

    /** Holds the figures of a submission against the unit's past. */
    public ScreenResults screen(ReferencePeriod period, List<Observation> observations, Past past) {
        Session session = new Session(period, past);
        for (Observation observation : observations) {
            Watched figure = watched.get(observation.indicator().item());
            BigDecimal number = observation.number();
            if (figure != null && number != null) {
                session.look(figure, observation.line(), number);
            }
        }
        session.densities(observations);
        return new ScreenResults(session.doubts, session.verdicts);
    }

    /** One submission. */
    private final class Session {
        private final ReferencePeriod period;
        private final Past past;
        private final Set<DensityScreen.Cell> doubted = new HashSet<>();
        private final Set<DensityScreen.Cell> familiar = new HashSet<>();
        private final FallScreen falls;
        private final Comparisons comparisons;
        private final List<Screened> doubts = new ArrayList<>();
        private final Map<Screen, Verdict> verdicts = new EnumMap<>(Screen.class);

        Session(ReferencePeriod period, Past past) {
            this.period = period;
            this.past = past;
            this.falls = new FallScreen(period, past);
            this.comparisons = new Comparisons(period, past, bands);
        }

        void look(Watched figure, String line, BigDecimal actual) {
            Optional<Screened> doubt = fell(figure, line, actual).or(() -> changed(figure, line, actual));
            if (doubt.isPresent()) {
                doubts.add(doubt.get());
                doubted.add(cell(figure, line));
            }
        }

        private DensityScreen.Cell cell(Watched figure, String line) {
            return new DensityScreen.Cell(line, figure.indicator().code().item());
        }

        /** What a unit is like tells of figures that its own past does not tell of. */
        void densities(List<Observation> observations) {
            DensityScreen.Result result = densities.screen(period, observations, past, doubted, familiar);
            doubts.addAll(result.doubts());
            result.verdict().ifPresent(verdict -> verdicts.put(Screen.DENSITY, verdict));
        }

        private Optional<Screened> fell(Watched figure, String line, BigDecimal actual) {
            if (!falls.asks(figure)) {
                return Optional.empty();
            }
            Optional<Held> before = falls.before(figure, line);
            if (before.filter(held -> actual.compareTo(held.value()) < 0).isPresent()) {
                return before.map(held -> FallScreen.doubt(figure, line, actual, held));
            }
            record(Screen.CUMULATIVE_FELL, before.isPresent());
            return Optional.empty();
        }

        private Optional<Screened> changed(Watched figure, String line, BigDecimal actual) {
            List<Comparison> known = comparisons.of(figure, line, actual);
            if (known.stream().anyMatch(one -> one.agrees() && one.weight() <= FAMILIAR)) {
                familiar.add(cell(figure, line));
            }
            Optional<Screened> doubt = ChangeScreen.doubt(figure, line, actual, known);
            for (Screen screen : List.of(Screen.POWER_OF_TEN, Screen.CHANGE_YEAR, Screen.CHANGE_PERIOD)) {
                boolean fails = doubt.filter(one -> one.screen() == screen).isPresent();
                if (figure.looks(screen) && !fails) {
                    record(screen, known.stream().anyMatch(one -> ChangeScreen.isAbout(screen, one)));
                }
            }
            return doubt;
        }

        private void record(Screen screen, boolean decided) {
            verdicts.merge(
                    screen,
                    decided ? Verdict.PASSES : Verdict.UNDECIDED,
                    (one, other) -> one == Verdict.PASSES ? one : other);
        }
    }
}
