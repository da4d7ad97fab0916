package xiangbao.reports.sources;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * What is printed of a figure in 数据来源: the cells that it was made of, one line for an indicator of a unit. Cells that another figure has listed are named
 * after it and not repeated.
 *
 * @param named where such cells stand
 */
record FigureParts(Sourced figure, Map<Part, List<Contribution>> parts, Set<String> named) {
    /** The cells of one indicator that one unit reported about itself or another, in one period. */
    record Part(IndicatorCode indicator, ReferencePeriod period, UnitCode reporter, UnitCode subject) {
        private static Part of(Contribution one) {
            return new Part(
                    one.observation().indicator(),
                    one.key().period(),
                    one.reporter(),
                    one.observation().subject());
        }
    }

    /** What a figure has of one indicator in one period. */
    private record Operand(IndicatorCode indicator, ReferencePeriod period) {}

    /** Cells that stand below a figure. */
    private record Listed(String code, List<Contribution> cells) {}

    /** In the order of the figures. */
    static List<FigureParts> of(List<Sourced> figures) {
        Map<String, Sourced> known = new HashMap<>();
        figures.forEach(figure -> known.put(figure.code() + " " + figure.period(), figure));
        Map<Operand, List<Listed>> listed = new HashMap<>();
        List<FigureParts> all = new ArrayList<>();
        for (Sourced figure : figures) {
            Map<Part, List<Contribution>> parts = new LinkedHashMap<>();
            Set<String> named = new LinkedHashSet<>();
            operands(figure).forEach((operand, cells) -> {
                Sourced other = known.get(operand.indicator() + " " + operand.period());
                List<Listed> before = listed.computeIfAbsent(operand, any -> new ArrayList<>());
                Optional<Listed> same =
                        before.stream().filter(one -> one.cells().equals(cells)).findFirst();
                if (other != null && !other.equals(figure)) {
                    named.add(other.code());
                } else if (same.isPresent()) {
                    named.add(same.get().code() + "（" + operand.indicator() + "）");
                } else {
                    before.add(new Listed(figure.code(), cells));
                    cells.forEach(one -> parts.computeIfAbsent(Part.of(one), part -> new ArrayList<>())
                            .add(one));
                }
            });
            all.add(new FigureParts(figure, parts, named));
        }
        return all;
    }

    private static Map<Operand, List<Contribution>> operands(Sourced figure) {
        Map<Operand, List<Contribution>> operands = new LinkedHashMap<>();
        for (Contribution one : figure.contributions()) {
            Operand operand =
                    new Operand(one.observation().indicator(), one.key().period());
            operands.computeIfAbsent(operand, any -> new ArrayList<>()).add(one);
        }
        return operands;
    }

    /** Whether the line of its cells says all that there is to say. */
    boolean isReported() {
        if (!named.isEmpty() || parts.size() != 1) {
            return false;
        }
        Map.Entry<Part, List<Contribution>> only = parts.entrySet().iterator().next();
        BigDecimal sum = sum(only.getValue());
        BigDecimal value = figure.value();
        return only.getKey().indicator().toString().equals(figure.code())
                && sum != null
                && value != null
                && sum.compareTo(value) == 0;
    }

    /** Null where none of them holds a number. */
    static @Nullable BigDecimal sum(List<Contribution> cells) {
        BigDecimal sum = null;
        for (Contribution one : cells) {
            BigDecimal number = one.observation().number();
            if (number != null) {
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum;
    }
}
