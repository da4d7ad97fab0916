package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.Setting;

/** Holds one figure against the unit's own past: the last period, and the same period of last year. */
final class Comparisons {
    static final String LAST_PERIOD = "上期";
    static final String LAST_YEAR = "上年同期";
    private static final String YEAR_BEFORE = "上年";
    private static final int EARLIEST = 1950;

    /** From here on a count, or a figure in its own unit, is worth a question where there was nothing before. */
    private static final double LARGE = 100;

    /** Less than this is nothing much where it is gone. */
    private static final double SMALL = 20;

    /** A cumulative figure may grow by so many times C the usual increment. */
    private static final double INCREMENTS = 2;

    private final ReferencePeriod period;
    private final Past past;
    private final Bands bands;

    Comparisons(ReferencePeriod period, Past past, Bands bands) {
        this.period = period;
        this.past = past;
        this.bands = bands;
    }

    /** What tells most first. */
    List<Comparison> of(Watched watched, String line, BigDecimal actual) {
        List<Comparison> comparisons = new ArrayList<>();
        if (watched.signed() || actual.signum() < 0 || period.year() <= EARLIEST) {
            return comparisons;
        }
        OverTime overTime = watched.indicator().overTime();
        if (overTime != OverTime.LAST) {
            lastYear(watched, line, actual).ifPresent(comparisons::add);
        }
        lastPeriod(watched, line, actual).ifPresent(comparisons::add);
        if (overTime == OverTime.LAST) {
            lastYear(watched, line, actual).ifPresent(comparisons::add);
        }
        return comparisons;
    }

    private Optional<Comparison> lastYear(Watched watched, String line, BigDecimal actual) {
        boolean yearly = period.frequency().perYear() == 1;
        if (watched.ledger() && !yearly) {
            return Optional.empty();
        }
        ReferencePeriod then = period.yearEarlier();
        String title = yearly ? YEAR_BEFORE : LAST_YEAR;
        return past.figure(watched.indicator(), line, then)
                .filter(value -> value.signum() >= 0)
                .flatMap(value -> change(watched, line, actual, new Held(title, then, value), Against.LAST_YEAR));
    }

    private Optional<Comparison> lastPeriod(Watched watched, String line, BigDecimal actual) {
        OverTime overTime = watched.indicator().overTime();
        ReferencePeriod then = period.previous();
        if (period.frequency().perYear() == 1
                || overTime == OverTime.CUMULATIVE && then.year() != period.year()
                || watched.ledger() && (overTime != OverTime.LAST || watched.percentage())) {
            return Optional.empty();
        }
        Optional<Held> held = past.figure(watched.indicator(), line, then)
                .filter(value -> value.signum() >= 0)
                .map(value -> new Held(LAST_PERIOD, then, value));
        if (overTime == OverTime.CUMULATIVE
                && band(watched.indicator(), Against.PREVIOUS).isEmpty()) {
            return held.flatMap(known -> growth(watched, line, actual, known));
        }
        return held.flatMap(known -> change(watched, line, actual, known, Against.PREVIOUS));
    }

    private Optional<Band> band(Indicator indicator, Against against) {
        return bands.change(indicator.code(), against, period.ordinal()).filter(Usual::isTelling);
    }

    /** Where the growth of last year is known, it tells more than the mere figure of last year. */
    private Usual usual(Watched watched, String line, Against against, Setting setting) {
        boolean cumulative = watched.indicator().overTime() == OverTime.CUMULATIVE;
        return cumulative
                        && period.ordinal() > 1
                        && known(watched, line, period.previous()) > 0
                        && growthLastYear(watched, line) > 0
                ? Usual.caughtUp(period, setting)
                : Usual.assumed(watched, against, period, setting);
    }

    private Optional<Comparison> change(Watched watched, String line, BigDecimal actual, Held held, Against against) {
        double now = actual.doubleValue();
        double before = held.value().doubleValue();
        Screen screen = against == Against.LAST_YEAR ? Screen.CHANGE_YEAR : Screen.CHANGE_PERIOD;
        Setting setting = watched.setting(screen);
        Optional<Band> band = band(watched.indicator(), against);
        if (now == 0 || before == 0) {
            return ends(watched, now, before, held, against, band);
        }
        Usual usual = band.map(known -> Usual.learned(known, setting, Math.max(now, before)))
                .orElseGet(() -> usual(watched, line, against, setting));
        double expected = usual.expected(before);
        double distance = Math.log(now / expected);
        boolean agrees = usual.holds(distance) || Noise.explains(watched, now, expected);
        return Optional.of(new Comparison(
                held, against, Math.log(now / before), distance, agrees, ScreenWords.usual(held.title(), usual)));
    }

    /** A cumulative figure of the same year: it grows as it did last year, or by increments like those before, or not at all. */
    private Optional<Comparison> growth(Watched watched, String line, BigDecimal actual, Held held) {
        double now = actual.doubleValue();
        double before = held.value().doubleValue();
        if (before == 0 || now < before) {
            return Optional.empty();
        }
        Setting setting = watched.setting(Screen.CHANGE_PERIOD);
        double rate = growthLastYear(watched, line);
        double increment = before / (period.ordinal() - 1);
        double expected = rate > 0 ? before * rate : before + increment;
        double distance = Math.log(now / expected);
        Usual usual = rate > 0
                ? Usual.grown(rate, period, setting)
                : Usual.upTo(expected / before, 1 + INCREMENTS * setting.c() / (period.ordinal() - 1));
        boolean agrees = usual.holds(distance) || Noise.explains(watched, now, expected);
        return Optional.of(new Comparison(
                held, Against.PREVIOUS, Math.log(now / before), distance, agrees, ScreenWords.growth(rate, usual)));
    }

    /** How many times last year's figure grew in the same period; zero where that is not known or says little. */
    private double growthLastYear(Watched watched, String line) {
        ReferencePeriod then = period.yearEarlier();
        double grown = known(watched, line, then);
        double before = known(watched, line, then.previous());
        boolean telling = before > 0 && grown >= before && !Noise.explains(watched, before, 0);
        return telling ? grown / before : 0;
    }

    private double known(Watched watched, String line, ReferencePeriod then) {
        return past.figure(watched.indicator(), line, then)
                .map(BigDecimal::doubleValue)
                .orElse(0.0);
    }

    /** What was nothing and is much, or was much and is nothing. */
    private Optional<Comparison> ends(
            Watched watched, double now, double before, Held held, Against against, Optional<Band> band) {
        if (now == before) {
            return Optional.of(new Comparison(held, against, 0, 0, true, ""));
        }
        double there = Math.max(now, before);
        boolean lasting = watched.indicator().overTime() == OverTime.LAST;
        double small = lasting && watched.whole() ? 0 : SMALL;
        boolean much =
                there >= band.map(known -> Math.max(small, known.size() / 2)).orElse(now == 0 ? small : LARGE)
                        && !Noise.explains(watched, now, before);
        boolean comes = before == 0 && (lasting || band.isPresent() && against == Against.LAST_YEAR);
        boolean goes = now == 0 && (lasting || against == Against.LAST_YEAR) && !startsLate(watched);
        double log = now == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return much && !comes && !goes
                ? Optional.empty()
                : Optional.of(new Comparison(held, against, log, log, !much, ""));
    }

    /** What is counted from January on may not have begun yet. */
    private boolean startsLate(Watched watched) {
        return watched.indicator().overTime() == OverTime.CUMULATIVE
                && period.ordinal() * 2 <= period.frequency().perYear();
    }
}
