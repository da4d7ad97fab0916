package xiangbao.statistics.confrontation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.measures.UnitOfMeasure;

/**
 * 舍入: how far a reported figure may be from what it stands for. A figure is rounded to the decimals that its form declares before it is written, so it stands
 * for half a unit of the last one to either side; a count is exact. Immutable; safe for many threads.
 */
public final class Rounding {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<FormCode, Map<String, Fraction>> halves = new HashMap<>();

    public Rounding(Iterable<Form> forms) {
        for (Form form : forms) {
            Map<String, Fraction> byItem = new HashMap<>();
            for (Indicator indicator : form.indicators()) {
                if (declares(form, indicator.code())
                        && !UnitOfMeasure.isWhole(indicator.unit(), indicator.decimals())) {
                    byItem.put(indicator.code().item(), Fraction.of(HALF.scaleByPowerOfTen(-indicator.decimals())));
                }
            }
            halves.put(form.code(), byItem);
        }
    }

    /** Whether the form says how many decimals a figure has; where it does not, nobody was told to round. */
    private static boolean declares(Form form, IndicatorCode indicator) {
        return Stream.concat(
                        form.row(indicator.row()).map(Row::measure).stream(),
                        form.column(indicator.column()).map(Column::measure).stream())
                .anyMatch(measure -> measure.decimals() != null);
    }

    public Reading of(FormCode form, String item, Reading reported) {
        Fraction half = halves.getOrDefault(form, Map.of()).get(item);
        return half == null ? reported : reported.rounded(half);
    }

    /** The lines of a ledger with all that their figures may stand for. */
    public List<Line> of(Form ledger, List<Line> lines) {
        return lines.stream().map(line -> of(ledger.code(), line)).toList();
    }

    private Line of(FormCode ledger, Line line) {
        Map<String, Reading> cells = new LinkedHashMap<>();
        line.cells().forEach((column, reading) -> cells.put(column, of(ledger, column, reading)));
        return new Line(line.key(), cells);
    }
}
