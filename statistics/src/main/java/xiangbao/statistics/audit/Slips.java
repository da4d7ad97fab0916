package xiangbao.statistics.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.diagnosis.Kind;
import xiangbao.statistics.diagnosis.Slip;
import xiangbao.statistics.diagnosis.Spot;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.model.Column;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.Row;

/** What may have happened to several cells of a matrix at once: two rows or columns exchanged, a run of figures begun one row too low or too high. */
final class Slips {
    private static final double SWAPPED = Math.log(0.03);
    private static final double SHIFTED = Math.log(0.01);
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    private final Form form;
    private final Function<Spot, @Nullable Fraction> number;

    Slips(Form form, Function<Spot, @Nullable Fraction> number) {
        this.form = form;
        this.number = number;
    }

    static Slip swapped(String detail, Map<Spot, Fraction> right) {
        return new Slip(Kind.SWAPPED, right, null, SWAPPED - right.size(), detail);
    }

    List<Slip> of(List<Spot> spots) {
        Set<String> rows = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        spots.forEach(spot -> {
            rows.add(spot.row());
            columns.add(spot.column());
        });
        List<Slip> slips = new ArrayList<>();
        for (int place = 0; place + 1 < form.rows().size(); place++) {
            Row one = form.rows().get(place);
            Row two = form.rows().get(place + 1);
            if (rows.contains(one.code()) || rows.contains(two.code())) {
                rows(one, two, columns, slips);
            }
        }
        List<Column> data = form.dataColumns();
        for (int place = 0; place + 1 < data.size(); place++) {
            Column one = data.get(place);
            Column two = data.get(place + 1);
            if (columns.contains(one.code()) || columns.contains(two.code())) {
                columns(one, two, rows, slips);
            }
        }
        columns.forEach(column -> shifted(column, rows, slips));
        return slips;
    }

    /** In one column, and in all of them. */
    private void rows(Row one, Row two, Set<String> columns, List<Slip> slips) {
        String detail = "第 " + one.code() + "、" + two.code() + " 行";
        Map<Spot, Fraction> whole = new LinkedHashMap<>();
        for (Column column : form.dataColumns()) {
            Map<Spot, Fraction> pair = pair(spot(one, column), spot(two, column));
            whole.putAll(pair);
            if (columns.contains(column.code()) && !pair.isEmpty()) {
                slips.add(swapped(detail, pair));
            }
        }
        if (whole.size() > 2) {
            slips.add(swapped(detail, whole));
        }
    }

    private void columns(Column one, Column two, Set<String> rows, List<Slip> slips) {
        String detail = "“" + one.title() + "”与“" + two.title() + "”两栏";
        Map<Spot, Fraction> whole = new LinkedHashMap<>();
        for (Row row : form.rows()) {
            Map<Spot, Fraction> pair = pair(spot(row, one), spot(row, two));
            whole.putAll(pair);
            if (rows.contains(row.code()) && !pair.isEmpty()) {
                slips.add(swapped(detail, pair));
            }
        }
        if (whole.size() > 2) {
            slips.add(swapped(detail, whole));
        }
    }

    private static Spot spot(Row row, Column column) {
        return new Spot("", row.code() + "." + column.code());
    }

    /** The two exchanged; empty where one of them is blank or both are equal. */
    private Map<Spot, Fraction> pair(Spot one, Spot two) {
        Fraction first = number.apply(one);
        Fraction second = number.apply(two);
        Map<Spot, Fraction> pair = new LinkedHashMap<>();
        if (first != null && second != null && !first.equals(second)) {
            pair.put(one, second);
            pair.put(two, first);
        }
        return pair;
    }

    /** A run of one column whose figures all stand one row too low or too high; the one at its end was overwritten. */
    private void shifted(String column, Set<String> rows, List<Slip> slips) {
        List<Spot> spots = form.rows().stream()
                .map(row -> new Spot("", row.code() + "." + column))
                .filter(spot -> number.apply(spot) != null)
                .toList();
        for (int from = 0; from < spots.size(); from++) {
            for (int length = SHORTEST; length <= LONGEST && from + length < spots.size(); length++) {
                List<Spot> run = spots.subList(from, from + length + 1);
                if (run.stream().anyMatch(spot -> rows.contains(spot.row()))) {
                    moved(run, 1, slips);
                    moved(run, -1, slips);
                }
            }
        }
    }

    private void moved(List<Spot> run, int by, List<Slip> slips) {
        Map<Spot, Fraction> right = new LinkedHashMap<>();
        Spot lost = run.get(by > 0 ? run.size() - 1 : 0);
        for (int place = 0; place < run.size(); place++) {
            int from = place + by;
            Fraction there = from < 0 || from >= run.size() ? null : number.apply(run.get(from));
            if (there == null) {
                continue;
            }
            if (there.equals(number.apply(run.get(place)))) {
                return;
            }
            right.put(run.get(place), there);
        }
        slips.add(new Slip(
                Kind.SHIFTED,
                right,
                lost,
                SHIFTED - right.size(),
                "第 " + run.get(0).row() + " 行"));
    }
}
