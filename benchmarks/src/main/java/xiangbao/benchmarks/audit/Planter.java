package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.submissions.SubmissionKey;

/** Plants one error of a kind into a correct report, at a cell drawn by lot among those that lend themselves to it. */
final class Planter {
    private final TrueCounty county;
    private final Report truth;
    private final SplittableRandom random;
    private final Typist typist;
    private final Report wrong;

    private Planter(TrueCounty county, Report truth, SplittableRandom random) {
        this.county = county;
        this.truth = truth;
        this.random = random;
        this.typist = new Typist(random);
        this.wrong = truth.copy();
    }

    /** Nothing where the report has no place for the error, or chance chose one where nothing would change. */
    static Optional<Mistake> plant(Kind kind, TrueCounty county, Report truth, SplittableRandom random) {
        return new Planter(county, truth, random).plant(kind);
    }

    /** A number in the grid. */
    private record Place(int line, int column) {}

    private Optional<Mistake> plant(Kind kind) {
        if (kind.ofLedgers() != truth.isLedger() && (kind.ofLedgers() || !ofNumbers(kind))) {
            return Optional.empty();
        }
        return switch (kind) {
            case DIGIT -> one(kind, true, (place, number) -> typist.digit(number));
            case TRANSPOSED -> one(kind, true, (place, number) -> typist.transposed(number));
            case DIGIT_MISSING -> one(kind, true, (place, number) -> typist.missing(number));
            case DIGIT_EXTRA -> one(kind, true, (place, number) -> typist.extra(number));
            case ZERO_EXTRA, TIMES_10 -> times(kind, 10);
            case ZERO_MISSING -> one(kind, true, (place, number) -> typist.zeroMissing(number));
            case SIGN -> one(kind, true, (place, number) -> number.negate());
            case POINT_LOST -> one(kind, true, (place, number) -> typist.pointLost(number));
            case TIMES_100 -> times(kind, 100);
            case TIMES_1000 -> times(kind, 1000);
            case TIMES_10000 -> times(kind, 10_000);
            case OVER_10 -> times(kind, 0.1);
            case OVER_100 -> times(kind, 0.01);
            case OVER_1000 -> times(kind, 0.001);
            case OVER_10000 -> times(kind, 0.0001);
            case TIMES_15 -> measured(kind, 15, "亩");
            case OVER_15 -> measured(kind, 1 / 15.0, "亩");
            case TIMES_2 -> measured(kind, 2, "公斤", "吨");
            case OVER_2 -> measured(kind, 0.5, "公斤", "吨");
            case YUAN -> measured(kind, 10_000, "万元");
            case FRACTION -> measured(kind, 0.01, "%");
            case COLUMN_UNIT -> block(kind, false);
            case ROW_UNIT -> block(kind, true);
            case CELL_SHIFTED -> cellShifted();
            case BLOCK_SHIFTED -> blockShifted();
            case COLUMN_SHIFTED -> columnShifted();
            case ROWS_SWAPPED -> rowsSwapped();
            case COLUMNS_SWAPPED -> columnsSwapped();
            case CELL_COPIED -> copied(kind, 1);
            case BLOCK_COPIED -> copied(kind, 3 + random.nextInt(5));
            case FORM_COPIED -> previous().flatMap(before -> formOf(kind, before));
            case OTHER_TOWNSHIP -> another().flatMap(other -> formOf(kind, other));
            case TOTAL -> total();
            case PART_CHANGED -> partChanged();
            case YEAR_AS_PERIOD -> yearAsPeriod();
            case PERIOD_AS_YEAR -> overPrevious(kind, BigDecimal::subtract);
            case FALLS ->
                overPrevious(
                        kind,
                        (now, before) -> before.multiply(BigDecimal.valueOf(0.4 + 0.5 * random.nextDouble()))
                                .setScale(now.scale(), RoundingMode.HALF_UP));
            case ZERO_FOR_VALUE -> one(kind, true, (place, number) -> BigDecimal.ZERO);
            case VALUE_FOR_ZERO -> valueForZero();
            case BLANK_FOR_ZERO -> blankForZero();
            case ATTRIBUTE_CHANGED -> attributeChanged();
            case OTHER_LINE -> otherLine();
            case KEY_CHANGED -> keyChanged();
            case LINE_DROPPED -> lineDropped();
            case LINE_TWICE -> lineTwice();
            case PROGRESS_OVER -> progress(true);
            case PROGRESS_FALLS -> progress(false);
            case COST_10 -> cost();
        };
    }

    /** Errors of single numbers happen in ledgers, too. */
    private static boolean ofNumbers(Kind kind) {
        return kind.ordinal() <= Kind.OVER_2.ordinal()
                || kind == Kind.YUAN
                || kind == Kind.FRACTION
                || kind == Kind.ZERO_FOR_VALUE;
    }

    // ---- single numbers -----------------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Change {
        @Nullable
        BigDecimal of(Place place, BigDecimal number);
    }

    private Optional<Mistake> one(Kind kind, boolean worth, Change change) {
        return at(kind, drawn(worth, (line, column) -> true), change);
    }

    private Optional<Mistake> at(Kind kind, Optional<Place> drawn, Change change) {
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Place place = drawn.get();
        BigDecimal number = Objects.requireNonNull(truth.number(place.line, place.column));
        BigDecimal typed = change.of(place, number);
        if (typed == null || typed.compareTo(number) == 0) {
            return Optional.empty();
        }
        wrong.set(place.line, place.column, typed);
        return changed(kind, List.of(), "", false);
    }

    private Optional<Mistake> times(Kind kind, double factor) {
        return one(kind, true, (place, number) -> scaled(place, number, factor));
    }

    private Optional<Mistake> measured(Kind kind, double factor, String... units) {
        Set<String> wanted = Set.of(units);
        return at(
                kind,
                drawn(true, (line, column) -> wanted.contains(truth.measure(line, column))),
                (place, number) -> scaled(place, number, factor));
    }

    /** Who divides writes as many decimals as the form has, or two more. */
    private @Nullable BigDecimal scaled(Place place, BigDecimal number, double factor) {
        int decimals = Math.max(number.scale(), truth.decimals(place.line, place.column));
        return Typist.scaled(number, factor, factor < 1 && random.nextBoolean() ? decimals + 2 : decimals);
    }

    @FunctionalInterface
    private interface Fit {
        boolean is(int line, int column);
    }

    private Optional<Place> drawn(boolean worth, Fit fit) {
        List<Place> places = places(worth, fit);
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(random.nextInt(places.size())));
    }

    private List<Place> places(boolean worth, Fit fit) {
        List<Place> places = new ArrayList<>();
        for (int line = 0; line < truth.lines.size(); line++) {
            for (int column = 0; column < truth.columns.size(); column++) {
                BigDecimal number = truth.number(line, column);
                if (number != null
                        && truth.owes(line, column)
                        && number.signum() != 0 == worth
                        && fit.is(line, column)) {
                    places.add(new Place(line, column));
                }
            }
        }
        return places;
    }

    // ---- several numbers ----------------------------------------------------------------------------------------

    private static final Map<String, double[]> OTHER_UNITS = Map.of(
            "亩", new double[] {1 / 15.0, 0.0001},
            "吨", new double[] {1000, 2000, 0.0001},
            "公斤", new double[] {2, 0.001},
            "公斤/亩", new double[] {2, 15},
            "公里", new double[] {1000},
            "万元", new double[] {10_000, 0.0001},
            "元", new double[] {0.0001});

    /** All figures of one measure in a column, or in a line, are in another unit. */
    private Optional<Mistake> block(Kind kind, boolean ofLine) {
        Optional<Place> drawn = drawn(true, (line, column) -> OTHER_UNITS.containsKey(truth.measure(line, column)));
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        String unit = truth.measure(drawn.get().line, drawn.get().column);
        double[] factors = Objects.requireNonNull(OTHER_UNITS.get(unit));
        double factor = factors[random.nextInt(factors.length)];
        List<Place> group = places(
                true,
                (line, column) -> truth.measure(line, column).equals(unit)
                        && (ofLine ? line == drawn.get().line : column == drawn.get().column));
        if (group.size() < (ofLine ? 1 : 2)) {
            return Optional.empty();
        }
        for (Place place : group) {
            BigDecimal number = Objects.requireNonNull(truth.number(place.line, place.column));
            int decimals = Math.max(number.scale(), truth.decimals(place.line, place.column));
            BigDecimal typed = number.multiply(BigDecimal.valueOf(factor))
                    .setScale(
                            factor < 0.01 ? Math.max(4, decimals) : factor < 1 ? decimals + 1 : decimals,
                            RoundingMode.HALF_UP);
            wrong.set(place.line, place.column, typed);
        }
        return changed(kind, List.of(), "", false);
    }

    /** Lines in which a column is owed, in their order. */
    private List<Integer> linesOf(int column) {
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < truth.lines.size(); line++) {
            if (truth.owes(line, column) && truth.number(line, column) != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private void put(int line, int column, @Nullable BigDecimal value) {
        wrong.set(line, column, value == null ? BigDecimal.ZERO : value);
    }

    private Optional<Mistake> cellShifted() {
        int column = random.nextInt(truth.columns.size());
        List<Integer> lines = linesOf(column);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        int at = random.nextInt(lines.size() - 1);
        BigDecimal value = truth.number(lines.get(at), column);
        if (value == null || value.signum() == 0) {
            return Optional.empty();
        }
        put(lines.get(at + 1), column, value);
        put(lines.get(at), column, BigDecimal.ZERO);
        return changed(Kind.CELL_SHIFTED, List.of(), "", false);
    }

    private Optional<Mistake> blockShifted() {
        int column = random.nextInt(truth.columns.size());
        List<Integer> lines = linesOf(column);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int length = 3 + random.nextInt(Math.min(6, lines.size() - 3));
        int first = random.nextInt(lines.size() - length + 1);
        boolean down = random.nextBoolean();
        for (int index = 0; index < length; index++) {
            int from = down ? index - 1 : index + 1;
            put(
                    lines.get(first + index),
                    column,
                    from < 0 || from >= length ? BigDecimal.ZERO : truth.number(lines.get(first + from), column));
        }
        return changed(Kind.BLOCK_SHIFTED, List.of(), "", false);
    }

    /** One line, or several below each other, one column to the right: the last figure falls off the form. */
    private Optional<Mistake> columnShifted() {
        if (truth.columns.size() < 2) {
            return Optional.empty();
        }
        int length = random.nextBoolean() ? 1 : 2 + random.nextInt(4);
        int first = random.nextInt(truth.lines.size());
        for (int line = first; line < Math.min(truth.lines.size(), first + length); line++) {
            BigDecimal carried = BigDecimal.ZERO;
            for (int column = 0; column < truth.columns.size(); column++) {
                BigDecimal number = truth.number(line, column);
                if (number != null) {
                    put(line, column, carried);
                    carried = number;
                }
            }
        }
        return changed(Kind.COLUMN_SHIFTED, List.of(), "", false);
    }

    private Optional<Mistake> rowsSwapped() {
        int first = random.nextInt(truth.lines.size());
        int second = Math.min(truth.lines.size() - 1, first + 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0));
        if (first == second) {
            return Optional.empty();
        }
        for (int column = 0; column < truth.columns.size(); column++) {
            BigDecimal one = truth.number(first, column);
            BigDecimal other = truth.number(second, column);
            if (one == null != (other == null)) {
                return Optional.empty();
            }
            if (one != null) {
                put(first, column, other);
                put(second, column, one);
            }
        }
        return changed(Kind.ROWS_SWAPPED, List.of(), "", false);
    }

    private Optional<Mistake> columnsSwapped() {
        if (truth.columns.size() < 2) {
            return Optional.empty();
        }
        int first = random.nextInt(truth.columns.size() - 1);
        for (int line = 0; line < truth.lines.size(); line++) {
            BigDecimal one = truth.number(line, first);
            BigDecimal other = truth.number(line, first + 1);
            if (one != null && other != null) {
                put(line, first, other);
                put(line, first + 1, one);
            }
        }
        return changed(Kind.COLUMNS_SWAPPED, List.of(), "", false);
    }

    // ---- other periods and units --------------------------------------------------------------------------------

    private Optional<Report> previous() {
        return county.report(truth.key.previous());
    }

    private Optional<Mistake> copied(Kind kind, int length) {
        Optional<Report> before = previous();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        int column = random.nextInt(truth.columns.size());
        List<Integer> lines = linesOf(column);
        if (lines.size() < length) {
            return Optional.empty();
        }
        int first = random.nextInt(lines.size() - length + 1);
        for (int index = first; index < first + length; index++) {
            BigDecimal then = before.get().number(lines.get(index), column);
            if (then == null) {
                return Optional.empty();
            }
            put(lines.get(index), column, then);
        }
        return changed(kind, List.of(), "", false);
    }

    private Optional<Report> another() {
        List<Report> others = county
                .owed(Objects.requireNonNull(county.definitions().forms().get(truth.form.code())), truth.key.period())
                .stream()
                .filter(other ->
                        !other.unit.equals(truth.unit) && other.unit.kind().isMemberOfCounty())
                .toList();
        return others.isEmpty() || !truth.unit.kind().isMemberOfCounty()
                ? Optional.empty()
                : Optional.of(others.get(random.nextInt(others.size())));
    }

    private Optional<Mistake> formOf(Kind kind, Report other) {
        for (int line = 0; line < truth.lines.size(); line++) {
            for (int column = 0; column < truth.columns.size(); column++) {
                if (truth.owes(line, column)) {
                    put(line, column, other.number(line, column));
                }
            }
        }
        return changed(kind, List.of(), "", true);
    }

    private Optional<Mistake> yearAsPeriod() {
        Optional<Place> place = drawn(true, (line, column) -> over(line, column) == OverTime.SUM);
        if (place.isEmpty() || truth.key.period().ordinal() == 1) {
            return Optional.empty();
        }
        return at(Kind.YEAR_AS_PERIOD, place, (at, number) -> {
            BigDecimal sum = number;
            for (SubmissionKey key = truth.key; key.period().ordinal() > 1; ) {
                key = key.previous();
                sum = sum.add(county.report(key)
                        .map(report -> report.number(at.line, at.column))
                        .orElse(BigDecimal.ZERO));
            }
            return sum;
        });
    }

    private interface OverTimeChange {
        BigDecimal of(BigDecimal now, BigDecimal before);
    }

    /** What becomes of a cumulative figure by looking at the one before in the same year. */
    private Optional<Mistake> overPrevious(Kind kind, OverTimeChange change) {
        if (truth.key.period().ordinal() == 1 || previous().isEmpty()) {
            return Optional.empty();
        }
        Report before = previous().get();
        Optional<Place> place = drawn(
                true,
                (line, column) -> over(line, column) == OverTime.CUMULATIVE
                        && !truth.columns.get(column).code().equals("2")
                        && before.number(line, column) != null
                        && Objects.requireNonNull(before.number(line, column)).signum() > 0);
        return at(
                kind,
                place,
                (at, number) -> change.of(number, Objects.requireNonNull(before.number(at.line, at.column))));
    }

    private OverTime over(int line, int column) {
        return truth.form.indicator(truth.indicator(line, column)).orElseThrow().overTime();
    }

    // ---- totals -------------------------------------------------------------------------------------------------

    private Optional<Mistake> total() {
        Optional<Place> place = drawn(true, (line, column) -> Bonds.isTotal(truth.form, line));
        return at(
                Kind.TOTAL,
                place,
                (at, number) -> random.nextBoolean() ? typist.digit(number) : typist.transposed(number));
    }

    /** A part is put right, or changed for another reason, by up to a third, and the total stays. */
    private Optional<Mistake> partChanged() {
        Optional<Place> drawn =
                drawn(true, (line, column) -> !Bonds.totalsOf(truth.form, line).isEmpty());
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Place place = drawn.get();
        BigDecimal number = Objects.requireNonNull(truth.number(place.line, place.column));
        BigDecimal changed = number.multiply(BigDecimal.valueOf(0.7 + 0.6 * random.nextDouble()))
                .setScale(number.scale(), RoundingMode.HALF_UP);
        if (changed.compareTo(number) == 0) {
            return Optional.empty();
        }
        wrong.set(place.line, place.column, changed);
        List<Mistake.Spot> also = new ArrayList<>();
        for (int line : Bonds.totalsOf(truth.form, place.line)) {
            also.add(new Mistake.Spot(line, place.column, "", ""));
        }
        return changed(Kind.PART_CHANGED, also, "", false);
    }

    // ---- zeros --------------------------------------------------------------------------------------------------

    /** Something that belongs elsewhere: a figure of the same column. */
    private Optional<Mistake> valueForZero() {
        Optional<Place> place = drawn(false, (line, column) -> true);
        return at(Kind.VALUE_FOR_ZERO, place, (at, number) -> {
            List<Place> others = places(true, (line, column) -> column == at.column);
            return others.isEmpty() ? null : truth.number(others.get(random.nextInt(others.size())).line, at.column);
        });
    }

    private Optional<Mistake> blankForZero() {
        Optional<Place> place = drawn(false, (line, column) -> true);
        place.ifPresent(at -> wrong.set(at.line, at.column, null));
        return place.isEmpty() ? Optional.empty() : changed(Kind.BLANK_FOR_ZERO, List.of(), "", false);
    }

    // ---- ledgers ------------------------------------------------------------------------------------------------

    private Optional<Integer> drawnLine() {
        return truth.lines.isEmpty() ? Optional.empty() : Optional.of(random.nextInt(truth.lines.size()));
    }

    /** What does not change in the life of a line. */
    private static final Map<String, List<String>> FIXED = Map.of(
            "平13-2", List.of("02", "03", "04"),
            "平22-1", List.of("02", "03", "04", "07", "08", "12"),
            "平23-2", List.of("02", "03", "04", "05"),
            "平51-2", List.of("02", "03", "04", "09"),
            "平51-4", List.of("02", "03", "04"),
            "平61-1", List.of("02", "05"),
            "平71-3", List.of("02", "04", "09"),
            "平71-4", List.of("02", "03", "04", "07"),
            "平71-5", List.of("02", "03", "04", "07", "08"),
            "平71-6", List.of("02", "03", "04", "05"));

    private Optional<Mistake> attributeChanged() {
        List<String> fixed = FIXED.getOrDefault(truth.form.code().text(), List.of());
        Optional<Integer> drawn = drawnLine();
        if (drawn.isEmpty() || fixed.isEmpty()) {
            return Optional.empty();
        }
        int line = drawn.get();
        int column = truth.columns.indexOf(
                truth.form.column(fixed.get(random.nextInt(fixed.size()))).orElseThrow());
        Object value = truth.get(line, column);
        if (value == null) {
            return Optional.empty();
        }
        Column place = truth.columns.get(column);
        Object other;
        if (value instanceof BigDecimal number) {
            other = number.multiply(BigDecimal.valueOf(
                            random.nextBoolean() ? 1.15 + random.nextDouble() / 2 : 0.5 + random.nextDouble() / 3))
                    .setScale(number.scale(), RoundingMode.HALF_UP);
        } else if (value instanceof java.time.LocalDate day) {
            other = day.minusDays(20L + random.nextInt(200));
        } else if (place.kind() == ColumnKind.CHOICE) {
            other = place.choices().get(random.nextInt(place.choices().size()));
        } else {
            other = value + "（改）";
        }
        wrong.set(line, column, other);
        return changed(Kind.ATTRIBUTE_CHANGED, List.of(), truth.lineKey(line), false);
    }

    private Optional<Mistake> otherLine() {
        Optional<Report> other = another().filter(report -> !report.lines.isEmpty());
        if (other.isEmpty() || truth.lines.isEmpty()) {
            return Optional.empty();
        }
        int from = random.nextInt(other.get().lines.size());
        wrong.lines.add(new LinkedHashMap<>(other.get().lines.get(from)));
        int at = wrong.lines.size() - 1;
        return Optional.of(lineMistake(Kind.OTHER_LINE, at, wrong.lineKey(at)));
    }

    private Mistake lineMistake(Kind kind, int line, String key) {
        List<Mistake.Spot> spots = new ArrayList<>();
        for (int column = 0; column < wrong.columns.size(); column++) {
            spots.add(new Mistake.Spot(line, column, "", text(wrong.get(line, column))));
        }
        return new Mistake(kind, wrong, truth, spots, List.of(), key, false);
    }

    private Optional<Mistake> keyChanged() {
        Optional<Integer> line = drawnLine();
        Optional<Column> key = truth.form.lineKey().filter(column -> column.kind() == ColumnKind.KEY);
        if (line.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        int column = truth.columns.indexOf(key.get());
        StringBuilder text = new StringBuilder(truth.lineKey(line.get()));
        int last = text.length() - 1;
        char digit = (char) ('0' + random.nextInt(10));
        if (!Character.isDigit(text.charAt(last)) || text.charAt(last) == digit) {
            return Optional.empty();
        }
        text.setCharAt(last, digit);
        for (int other = 0; other < truth.lines.size(); other++) {
            if (truth.lineKey(other).contentEquals(text)) {
                return Optional.empty();
            }
        }
        wrong.set(line.get(), column, text.toString());
        return changed(Kind.KEY_CHANGED, List.of(), truth.lineKey(line.get()), false);
    }

    private Optional<Mistake> lineDropped() {
        if (truth.lines.size() < 2) {
            return Optional.empty();
        }
        int line = random.nextInt(truth.lines.size());
        wrong.lines.remove(line);
        return Optional.of(
                new Mistake(Kind.LINE_DROPPED, wrong, truth, List.of(), List.of(), truth.lineKey(line), true));
    }

    private Optional<Mistake> lineTwice() {
        Optional<Integer> line = drawnLine();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        wrong.lines.add(new LinkedHashMap<>(truth.lines.get(line.get())));
        Mistake twice = lineMistake(Kind.LINE_TWICE, wrong.lines.size() - 1, truth.lineKey(line.get()));
        List<Mistake.Spot> first = new ArrayList<>();
        for (int column = 0; column < wrong.columns.size(); column++) {
            first.add(new Mistake.Spot(line.get(), column, "", ""));
        }
        return Optional.of(new Mistake(Kind.LINE_TWICE, wrong, truth, twice.spots(), first, twice.key(), false));
    }

    private Optional<Mistake> progress(boolean over) {
        Optional<Place> place =
                drawn(true, (line, column) -> truth.measure(line, column).equals("%"));
        Kind kind = over ? Kind.PROGRESS_OVER : Kind.PROGRESS_FALLS;
        if (over) {
            return at(
                    kind,
                    place,
                    (at, number) ->
                            BigDecimal.valueOf(101 + random.nextInt(900)).setScale(1));
        }
        Optional<Report> before = previous();
        return at(kind, place, (at, number) -> {
            BigDecimal then = before.flatMap(report ->
                            lineOf(report, truth.lineKey(at.line)).map(line -> report.number(line, at.column)))
                    .orElse(null);
            return then == null || then.compareTo(BigDecimal.valueOf(20)) < 0
                    ? null
                    : then.multiply(BigDecimal.valueOf(0.4 + 0.4 * random.nextDouble()))
                            .setScale(1, RoundingMode.HALF_UP);
        });
    }

    static Optional<Integer> lineOf(Report report, String key) {
        for (int line = 0; line < report.lines.size(); line++) {
            if (report.lineKey(line).equals(key)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private Optional<Mistake> cost() {
        return at(
                Kind.COST_10,
                drawn(true, (line, column) -> truth.measure(line, column).equals("万元")),
                (at, number) -> number.movePointRight(1));
    }

    // ---- what it came to ----------------------------------------------------------------------------------------

    private Optional<Mistake> changed(Kind kind, List<Mistake.Spot> also, String key, boolean whole) {
        List<Mistake.Spot> spots = new ArrayList<>();
        for (int line = 0; line < truth.lines.size(); line++) {
            for (int column = 0; column < truth.columns.size(); column++) {
                Object before = truth.get(line, column);
                Object after = wrong.get(line, column);
                boolean same = before instanceof BigDecimal one && after instanceof BigDecimal other
                        ? one.compareTo(other) == 0
                        : Objects.equals(before, after);
                if (!same) {
                    spots.add(new Mistake.Spot(line, column, text(before), text(after)));
                }
            }
        }
        return spots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mistake(kind, wrong, truth, Collections.unmodifiableList(spots), also, key, whole));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "（空）" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
