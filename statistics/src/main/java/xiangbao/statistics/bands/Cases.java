package xiangbao.statistics.bands;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;

/** The figures of one form from which bands are learned: those above zero, since which an indicator means what it means today. */
final class Cases {
    /** Fewer units tell nothing of what is usual. */
    private static final int FEWEST_UNITS = 8;

    /** Fewer lines of a ledger tell nothing: they are of many kinds, and come and go. */
    private static final int FEWEST_LINES = 20;

    private final int fewest;
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Case> all = new ArrayList<>();
    private final Map<Place, Case> places = new HashMap<>();

    /**
     * A matrix, or a line of a ledger, of one unit about one period.
     *
     * @param line empty in a matrix
     * @param figures by item
     */
    record Case(ReportingUnit unit, String line, ReferencePeriod period, Map<String, Double> figures) {
        @Nullable
        Double figure(String item) {
            return figures.get(item);
        }

        /** Who it is, whatever the period: cases of one and the same say less than those of many. */
        String who() {
            return line.isEmpty() ? unit.code().text() : unit.code().text() + "\n" + line;
        }
    }

    private record Place(String who, ReferencePeriod period) {}

    Cases(Form form, List<PastReport> reports) {
        this.fewest = form.layout() == Layout.LEDGER ? FEWEST_LINES : FEWEST_UNITS;
        for (Indicator indicator : form.indicators()) {
            if (isNumber(form, indicator)) {
                indicators.add(indicator);
            }
        }
        for (PastReport report : reports) {
            Map<String, Case> lines = new LinkedHashMap<>();
            for (Observation observation : report.observations()) {
                BigDecimal number = observation.number();
                if (number != null
                        && number.signum() > 0
                        && observation.status().hasValue()
                        && form.isComparable(observation.indicator(), report.period())) {
                    lines.computeIfAbsent(
                                    observation.line(),
                                    line -> new Case(report.unit(), line, report.period(), new HashMap<>()))
                            .figures()
                            .putIfAbsent(observation.indicator().item(), number.doubleValue());
                }
            }
            for (Case one : lines.values()) {
                all.add(one);
                places.putIfAbsent(new Place(one.who(), one.period()), one);
            }
        }
    }

    private static boolean isNumber(Form form, Indicator indicator) {
        return indicator.overTime() != OverTime.NONE
                && form.column(indicator.code().column())
                        .map(Column::kind)
                        .filter(ColumnKind.NUMBER::equals)
                        .isPresent();
    }

    /** How many units or lines there must be, that anything is learned of a figure. */
    int fewest() {
        return fewest;
    }

    /** Those with figures, in print order. */
    List<Indicator> indicators() {
        return indicators;
    }

    List<Case> all() {
        return all;
    }

    /** The same unit or line in another period; null where it was not there. */
    @Nullable
    Case find(Case one, ReferencePeriod period) {
        return places.get(new Place(one.who(), period));
    }

    /** The number of the period in its year where figures follow the year; 0 for stocks, and for figures that come once a year. */
    static int season(Indicator indicator, ReferencePeriod period) {
        boolean alike = indicator.overTime() == OverTime.LAST || period.frequency() == Frequency.YEAR;
        return alike ? 0 : period.ordinal();
    }
}
