package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;

/**
 * The figures of a matrix in the making: what is true, finer than it can be written, and what is told of it, rounded as the form says. Totals are told in one of
 * two ways: the sum of the told parts, or the true sum rounded by itself.
 */
final class Figures {
    private final Form form;
    private final boolean roundsEach;
    private final Map<String, Double> truth = new HashMap<>();
    private final Map<String, BigDecimal> told = new LinkedHashMap<>();

    Figures(Form form, boolean roundsEach) {
        this.form = form;
        this.roundsEach = roundsEach;
    }

    Form form() {
        return form;
    }

    /** @param item such as {@code 05.1}; {@code 05} is the first column */
    Figures put(String item, double value) {
        String full = full(item);
        double fine = roundsEach ? value : round(full, value).doubleValue();
        truth.put(full, fine);
        told.put(full, round(full, value));
        return this;
    }

    /** One of several totals: of the same parts in the same column. */
    Figures sum(String item, String... parts) {
        String full = full(item);
        double fine = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : parts) {
            fine += fine(part);
            sum = sum.add(told(part));
        }
        truth.put(full, fine);
        told.put(full, roundsEach ? round(full, fine) : sum);
        return this;
    }

    double fine(String item) {
        return truth.getOrDefault(full(item), 0.0);
    }

    BigDecimal told(String item) {
        return told.getOrDefault(full(item), BigDecimal.ZERO);
    }

    long whole(String item) {
        return told(item).longValue();
    }

    private static String full(String item) {
        return item.indexOf('.') < 0 ? item + ".1" : item;
    }

    private BigDecimal round(String item, double value) {
        int decimals = form.indicator(new IndicatorCode(form.code(), item))
                .orElseThrow(() -> new IllegalArgumentException(form.code() + " has no " + item))
                .decimals();
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Line by line, as a report has them; cells that are not owed are left out there. */
    List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Row row : form.rows()) {
            Map<String, Object> line = new LinkedHashMap<>();
            for (Column column : form.dataColumns()) {
                BigDecimal value = told.get(row.code() + "." + column.code());
                if (value != null && row.has(column)) {
                    line.put(column.code(), value);
                }
            }
            lines.add(line);
        }
        return lines;
    }
}
