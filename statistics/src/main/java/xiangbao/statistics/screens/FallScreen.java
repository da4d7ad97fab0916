package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Screen;

/** Doubts what is counted from January on and is less than it was: it never falls within a year. A forecast is no base to fall from. */
final class FallScreen {
    /** So many periods it looks back within the year, until one is known. */
    static final int FARTHEST = 3;

    private final ReferencePeriod period;
    private final Past past;

    FallScreen(ReferencePeriod period, Past past) {
        this.period = period;
        this.past = past;
    }

    /** Whether it has anything to look at: not in the first period of a year. */
    boolean asks(Watched watched) {
        return watched.indicator().overTime() == OverTime.CUMULATIVE
                && !watched.signed()
                && period.ordinal() > 1
                && watched.looks(Screen.CUMULATIVE_FELL);
    }

    /** The last period of the year that is known; a forecast is none. */
    Optional<Held> before(Watched watched, String line) {
        ReferencePeriod then = period;
        for (int back = 1; back <= FARTHEST && then.ordinal() > 1; back++) {
            then = then.previous();
            Optional<BigDecimal> value =
                    watched.isForecast(then) ? Optional.empty() : past.figure(watched.indicator(), line, then);
            if (value.isPresent()) {
                String title = back == 1 ? Comparisons.LAST_PERIOD : then.title();
                return Optional.of(new Held(title, then, value.get()));
            }
        }
        return Optional.empty();
    }

    static Screened doubt(Watched watched, String line, BigDecimal actual, Held before) {
        double distance = actual.signum() <= 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(actual.doubleValue() / before.value().doubleValue());
        return new Screened(
                Screen.CUMULATIVE_FELL,
                line,
                watched.indicator(),
                actual,
                distance,
                false,
                List.of(before),
                ScreenWords.fell(watched.indicator(), before),
                "本年累计数一般不减少");
    }
}
