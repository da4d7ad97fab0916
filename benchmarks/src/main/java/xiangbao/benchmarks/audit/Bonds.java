package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.forms.Form;

/**
 * Which figures are bound to others exactly, by what the rows mean (合计 and its parts, 期初 and 期末, area and yield and output, what the register or the last
 * report has said already). Written from the forms' titles and notes, apart from the audit's relations: it says what can be known, not what is looked at.
 */
final class Bonds {
    /** Total first, parts behind it; of a matrix by rows, of a ledger by columns. */
    private static final Map<String, List<String>> SUMS = Map.ofEntries(
            Map.entry("平01-1", List.of("04 05 06", "10 11 12")),
            Map.entry(
                    "平11-1",
                    List.of(
                            "01 02 06 07",
                            "02 03 04 05",
                            "07 08 14 16",
                            "08 09 12 13",
                            "09 10 11",
                            "18 06 09",
                            "19 03 06 08")),
            Map.entry("平13-1", List.of("03 04 05 06", "08 09 10", "14 14a 14b 14c", "17d 17a 17b 17c")),
            Map.entry(
                    "平21-1",
                    List.of(
                            "02 03 04 05",
                            "02 06 11",
                            "06 07 08 09 10",
                            "02 12 15 16",
                            "12 13 14",
                            "18 19 20 21 22 23")),
            Map.entry("平22-1", List.of("10 09")),
            Map.entry("平23-1", List.of("02 03 04 05 06", "08 09 10 11")),
            Map.entry("平31-1", List.of("02 03 04", "04 05 13 14", "05 06 07 08 09 10 11 12")),
            Map.entry("平42-1", List.of("02 03 04 05", "01 06 07 08 09 10")),
            Map.entry("平43-1", List.of("06 01 02 03 04 05", "16 11 12 13 14 15")),
            Map.entry("平62-1", List.of("13 14 15", "23 24 25", "34 31 32 33")),
            Map.entry("平62-2", List.of("21 22 23")),
            Map.entry("平71-2", List.of("01 02 03 04 05", "22 23 24 25")));

    /** Rows in which the third column is the product of the other two. */
    private static final Map<String, Set<String>> PRODUCTS = Map.of(
            "平11-1", Set.of("03", "04", "05", "06", "10", "11", "12", "13", "15", "17"),
            "平12-1", Set.of("01", "06"));

    /** What the register, another form or the last report has as well. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("平01-1", Set.of("01", "02")),
            Map.entry("平11-1", Set.of("20a", "20b", "20c")),
            Map.entry("平12-1", Set.of("09", "10", "11")),
            Map.entry("平13-1", Set.of("01", "18a", "19a")),
            Map.entry("平13-3", Set.of("11")),
            Map.entry("平31-1", Set.of("01")),
            Map.entry("平32-1", Set.of("01")),
            Map.entry("平32-2", Set.of("01")),
            Map.entry("平22-1", Set.of("07", "12")),
            Map.entry("平23-2", Set.of("05")),
            Map.entry("平71-3", Set.of("04")),
            Map.entry("平71-4", Set.of("04", "07")),
            Map.entry("平71-5", Set.of("07")));

    private Bonds() {}

    private static List<String> sums(Form form) {
        return SUMS.getOrDefault(form.code().text(), List.of());
    }

    /** Whether a row of a matrix is a total. */
    static boolean isTotal(Form form, int line) {
        return !form.rows().isEmpty()
                && sums(form).stream()
                        .anyMatch(sum -> sum.startsWith(form.rows().get(line).code() + " "));
    }

    /** The rows that are totals of a row. */
    static List<Integer> totalsOf(Form form, int line) {
        List<Integer> totals = new ArrayList<>();
        if (form.rows().isEmpty()) {
            return totals;
        }
        String code = form.rows().get(line).code();
        for (String sum : sums(form)) {
            List<String> rows = Arrays.asList(sum.split(" "));
            for (int index = 0; index < form.rows().size(); index++) {
                if (rows.indexOf(code) > 0
                        && rows.get(0).equals(form.rows().get(index).code())) {
                    totals.add(index);
                }
            }
        }
        return totals;
    }

    /** By how much a figure may be wrong without breaking anything exact; without bounds where nothing binds it. */
    static double slack(Report report, int line, int column) {
        String form = report.form.code().text();
        String code = report.isLedger()
                ? report.columns.get(column).code()
                : report.form.rows().get(line).code();
        String columnCode = report.columns.get(column).code();
        double step = Math.pow(10, -report.decimals(line, column));
        boolean yield = !report.isLedger() && columnCode.equals("2") && PRODUCTS.containsKey(form);
        if (KNOWN.getOrDefault(form, Set.of()).contains(code)) {
            return form.equals("平11-1") ? 3 * step : 0;
        }
        if (!yield
                && sums(report.form).stream()
                        .anyMatch(sum -> Arrays.asList(sum.split(" ")).contains(code))) {
            // each of the parts may be rounded
            return report.measure(line, column).isEmpty()
                            || step == 1 && !report.measure(line, column).equals("亩")
                    ? 0
                    : 4 * step;
        }
        if (!report.isLedger() && PRODUCTS.getOrDefault(form, Set.of()).contains(code)) {
            BigDecimal number = report.number(line, column);
            double value = number == null ? 0 : number.doubleValue();
            return Math.max(3 * step, Math.abs(value) * 0.02);
        }
        return Double.POSITIVE_INFINITY;
    }
}
