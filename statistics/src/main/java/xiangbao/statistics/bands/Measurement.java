package xiangbao.statistics.bands;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.tuning.Setting;
import xiangbao.statistics.units.UnitCode;

/**
 * One way to look at an indicator in one season: by an attribute, by another figure, or as such; with all that is known of it. Spreads are natural
 * logarithms.
 */
final class Measurement {
    /** Figures of units are never so alike that a fifth more or less tells anything. */
    private static final double LEAST = 0.2;

    /** What was seen in a year or two only tells gross errors. */
    private static final double LEAST_AT_FIRST = 0.35;

    /** And fewer of them where nothing measures the figures, for units are of many sizes, and of parts of other rows, for what is made up of what differs. */
    private static final double LEAST_LOOSE = 0.5;

    private static final int SOME_YEARS = 3;

    /** Where the usual bounds would leave out a thousand times, they tell nothing. */
    private static final double FARTHEST = Math.log(1000);

    /** A figure that lies so close to what measures it may measure others. */
    private static final double FIRM = 0.35;

    /** Of units that are known by name some may be exceptions; of lines of a ledger, which come and go, hardly any. */
    private static final double UNITS_WITHIN = 0.9;

    private static final double LINES_WITHIN = 0.98;

    private final Indicator indicator;
    private final Against against;
    private final String base;
    private final int season;
    private final List<Point> points;
    private final Setting setting;
    private final boolean ledger;
    private final boolean loose;
    private final Spread spread;
    private final Set<String> who = new HashSet<>();
    private final Set<Integer> years = new HashSet<>();

    /** One figure for each of its measure. */
    private record Point(Cases.Case of, double log, double measure) {}

    private Measurement(
            Indicator indicator,
            Against against,
            String base,
            int season,
            List<Point> points,
            Setting setting,
            Form form) {
        this.indicator = indicator;
        this.against = against;
        this.base = base;
        this.season = season;
        this.points = points;
        this.setting = setting;
        this.ledger = form.layout() == Layout.LEDGER;
        this.loose = against == Against.ALONE
                || form.row(indicator.code().row())
                        .filter(row -> row.indent() > 0)
                        .isPresent();
        this.spread = Spread.of(points.stream().mapToDouble(Point::log).toArray());
        points.forEach(point -> {
            who.add(point.of().who());
            years.add(point.of().period().year());
        });
    }

    /** Empty where there are too few cases. */
    static Optional<Measurement> of(
            Form form, Cases cases, Setting setting, Indicator indicator, Against against, String base, int season) {
        List<Point> points = new ArrayList<>();
        Set<String> who = new HashSet<>();
        for (Cases.Case one : cases.all()) {
            Double figure = one.figure(indicator.code().item());
            Double measure = measure(one, against, base);
            if (figure != null && measure != null && season == Cases.season(indicator, one.period())) {
                points.add(new Point(one, Math.log(figure / measure), measure));
                who.add(one.who());
            }
        }
        return who.size() < cases.fewest()
                ? Optional.empty()
                : Optional.of(new Measurement(indicator, against, base, season, points, setting, form));
    }

    private static @Nullable Double measure(Cases.Case one, Against against, String base) {
        return switch (against) {
            case ATTRIBUTE ->
                one.unit()
                        .attribute(base)
                        .filter(value -> value.signum() > 0)
                        .map(BigDecimal::doubleValue)
                        .orElse(null);
            case FIGURE -> one.figure(base);
            default -> 1.0;
        };
    }

    Indicator indicator() {
        return indicator;
    }

    Against against() {
        return against;
    }

    int season() {
        return season;
    }

    /** How far apart it leaves the units. */
    double deviation() {
        return spread.deviation();
    }

    /** How many units, or lines of a ledger, have the figure and the measure. */
    int cases() {
        return who.size();
    }

    boolean isFirm() {
        return deviation() <= FIRM;
    }

    /** Empty where even this tells nothing. */
    Optional<Band> band() {
        double within = spread();
        if (setting.c() * Spread.NORMAL * within > FARTHEST) {
            return Optional.empty();
        }
        return Optional.of(new Band(
                indicator.code(),
                against,
                base,
                season,
                Spread.written(Math.exp(spread.median())),
                Spread.written(Math.exp(spread.median() - within)),
                Spread.written(Math.exp(spread.median() + within)),
                0,
                who.size(),
                ledger ? Set.of() : outside(within)));
    }

    /** The least spread that is known, that of half of the cases, or as much as nearly all need to be within reach. */
    private double spread() {
        double least = Math.max(least(), deviation());
        double[] needed = points.stream().mapToDouble(point -> distance(point)).toArray();
        double most = Spread.quantile(needed, ledger ? LINES_WITHIN : UNITS_WITHIN);
        return Math.max(least, most / (setting.c() * Spread.NORMAL));
    }

    private double least() {
        if (years.size() >= SOME_YEARS) {
            return LEAST;
        }
        return loose ? LEAST_LOOSE : LEAST_AT_FIRST;
    }

    private double distance(Point point) {
        return Math.abs(point.log() - spread.median());
    }

    /** The units that are otherwise, such as a county's seat among its villages: they are named, so that nobody asks them again and everybody sees them. */
    private Set<UnitCode> outside(double within) {
        Set<UnitCode> outside = new TreeSet<>();
        for (Point point : points) {
            double expected = Math.exp(spread.median()) * point.measure();
            if (distance(point) > Reach.of(setting, indicator, within, expected)) {
                outside.add(point.of().unit().code());
            }
        }
        return outside;
    }
}
