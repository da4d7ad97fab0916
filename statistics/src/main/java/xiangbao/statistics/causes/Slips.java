package xiangbao.statistics.causes;

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
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Row;

/** What may have happened to several cells of a matrix at once: two rows or columns exchanged, a run of figures begun one row too low or too high. */
final class Slips {
    private static final double SWAPPED = Math.log(0.03);
    private static final double SHIFTED = Math.log(0.04);
    private static final int LONGEST = 9;
    private static final int FARTHEST = 4;

    private final Form form;
    private final Function<Spot, @Nullable Fraction> number;

    Slips(Form form, Function<Spot, @Nullable Fraction> number) {
        this.form = form;
        this.number = number;
    }

    static Slip swapped(String detail, Map<Spot, Fraction> right) {
        return new Slip(Kind.SWAPPED, right, List.of(), SWAPPED - 0.3 * right.size(), detail);
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
            for (int other = place + 1;
                    other <= Math.min(place + FARTHEST, form.rows().size() - 1);
                    other++) {
                Row two = form.rows().get(other);
                if (rows.contains(one.code()) || rows.contains(two.code())) {
                    rows(one, two, columns, slips);
                }
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
        aside(rows, slips);
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

    /**
     * A run of one column whose figures all stand one row too low or too high: the first of them left nothing behind, and the figure at the other end was
     * overwritten.
     */
    private void shifted(String column, Set<String> rows, List<Slip> slips) {
        List<Spot> spots = form.rows().stream()
                .map(row -> new Spot("", row.code() + "." + column))
                .filter(spot -> number.apply(spot) != null)
                .toList();
        for (int empty = 0; empty < spots.size(); empty++) {
            if (!isZero(spots.get(empty))) {
                continue;
            }
            for (int by : List.of(1, -1)) {
                List<Spot> run = new ArrayList<>(List.of(spots.get(empty)));
                for (int place = empty + by; place >= 0 && place < spots.size() && run.size() < LONGEST; place += by) {
                    run.add(spots.get(place));
                    if (run.stream().anyMatch(spot -> rows.contains(spot.row()))) {
                        moved(List.of(run), "行", slips);
                    }
                }
            }
        }
    }

    /** Rows whose figures all stand one column too far to the right. */
    private void aside(Set<String> rows, List<Slip> slips) {
        List<List<Spot>> runs = new ArrayList<>();
        for (Row row : form.rows()) {
            List<Spot> run = form.dataColumns().stream()
                    .map(column -> spot(row, column))
                    .filter(spot -> number.apply(spot) != null)
                    .toList();
            if (run.size() < 2
                    || !isZero(run.get(0))
                    || run.subList(1, run.size()).stream().allMatch(this::isZero)) {
                runs.clear();
                continue;
            }
            runs.add(run);
            for (int from = 0; from < runs.size(); from++) {
                List<List<Spot>> together = runs.subList(from, runs.size());
                if (together.stream().anyMatch(each -> rows.contains(each.get(0).row()))) {
                    moved(together, "栏", slips);
                }
            }
        }
    }

    private boolean isZero(Spot spot) {
        Fraction there = number.apply(spot);
        return there != null && there.isZero();
    }

    /** Each run back by one towards the cell that was left behind. */
    private void moved(List<List<Spot>> runs, String what, List<Slip> slips) {
        Map<Spot, Fraction> right = new LinkedHashMap<>();
        List<Spot> lost = new ArrayList<>();
        for (List<Spot> run : runs) {
            for (int place = 0; place + 1 < run.size(); place++) {
                Fraction there = number.apply(run.get(place + 1));
                if (there != null) {
                    right.put(run.get(place), there);
                }
            }
            lost.add(run.get(run.size() - 1));
        }
        slips.add(new Slip(
                Kind.SHIFTED,
                right,
                lost,
                SHIFTED - 0.3 * right.size(),
                what + "第 " + runs.get(0).get(0).row() + " 行"));
    }
}
