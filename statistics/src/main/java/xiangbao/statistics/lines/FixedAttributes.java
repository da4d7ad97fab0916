package xiangbao.statistics.lines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.tuning.Screen;

/** 一般不变的内容: what a line of a ledger plans, when it began, what and where it is, held against the last period. */
final class FixedAttributes {
    /** So many lines are told one by one; more of them have one cause, such as a column that slipped. */
    private static final int ONE_BY_ONE = 3;

    private static final int NAMED = 20;

    private final List<Column> columns;

    FixedAttributes(Form form, CellRules rules) {
        this.columns = form.dataColumns().stream().filter(rules::isFixed).toList();
    }

    /** @param distance natural logarithm of how many times the figure of the last period it is; zero for what is no figure */
    private record Change(Line line, Column column, Value was, Value is, double distance) {}

    void look(Ledger ledger, FormerUnits former, LineResults results) {
        List<List<Change>> changed = new ArrayList<>();
        for (Column column : columns) {
            if (!results.isOff(Screen.FIXED_CHANGED, ledger.code(column))
                    && !ledger.lines().isEmpty()) {
                results.looked(Screen.FIXED_CHANGED, ledger.isHistoryKnown());
            }
        }
        for (Line line : ledger.lines()) {
            Optional<Line> then = ledger.before(line);
            if (then.isEmpty()) {
                continue;
            }
            List<Change> changes = columns.stream()
                    .filter(column -> !results.isOff(Screen.FIXED_CHANGED, ledger.code(column)))
                    .flatMap(column -> change(line, then.get(), column).stream())
                    .filter(change -> !(change.was() instanceof Value.Text text && former.isMeantBy(text.text())))
                    .sorted(Comparator.comparingDouble((Change one) -> -Math.abs(one.distance())))
                    .toList();
            if (!changes.isEmpty()) {
                changed.add(changes);
            }
        }
        if (changed.size() > ONE_BY_ONE) {
            results.doubt(together(ledger, changed, results));
        } else {
            changed.forEach(changes -> results.doubt(ofLine(ledger, changes, results)));
        }
    }

    /** What is blank now is not changed: a blank where there must be none is told elsewhere. */
    private static Optional<Change> change(Line now, Line then, Column column) {
        Value is = Ledger.value(now, column).orElse(null);
        Value was = Ledger.value(then, column).orElse(null);
        if (is == null || was == null || same(is, was)) {
            return Optional.empty();
        }
        return Optional.of(new Change(now, column, was, is, distance(is, was)));
    }

    private static boolean same(Value one, Value other) {
        if (one instanceof Value.Numeric first && other instanceof Value.Numeric second) {
            return first.number().compareTo(second.number()) == 0;
        }
        if (one instanceof Value.Text first && other instanceof Value.Text second) {
            return plain(first.text()).equals(plain(second.text()));
        }
        return one.equals(other);
    }

    /** Blanks, punctuation and 第 are written or left out as people like. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}第]", "");
    }

    private static double distance(Value is, Value was) {
        if (is instanceof Value.Numeric first && was instanceof Value.Numeric second) {
            BigDecimal now = first.number().toBigDecimal();
            BigDecimal then = second.number().toBigDecimal();
            return now.signum() > 0 && then.signum() > 0
                    ? Math.log(now.doubleValue() / then.doubleValue())
                    : Double.POSITIVE_INFINITY;
        }
        return 0;
    }

    private static LineDoubt ofLine(Ledger ledger, List<Change> changes, LineResults results) {
        Change first = changes.get(0);
        boolean one = changes.size() == 1;
        return new LineDoubt(
                Screen.FIXED_CHANGED,
                false,
                isGross(ledger, changes, results),
                first.line().key(),
                changes.stream().map(FixedAttributes::spot).toList(),
                "“" + first.column().title() + "”" + (one ? "" : "等 " + changes.size() + " 栏") + "与上期不一致",
                one ? FigureText.plain(first.is()) : "",
                one ? FigureText.plain(first.was()) : "",
                "填报：" + changes.stream().map(change -> told(ledger, change)).collect(Collectors.joining("；")) + "。");
    }

    private static LineDoubt together(Ledger ledger, List<List<Change>> changed, LineResults results) {
        List<Change> all = changed.stream().flatMap(List::stream).toList();
        String columns = all.stream()
                .map(change -> "“" + change.column().title() + "”")
                .distinct()
                .collect(Collectors.joining("、"));
        List<Change> told = changed.stream()
                .map(changes -> changes.get(0))
                .limit(ONE_BY_ONE)
                .toList();
        return new LineDoubt(
                Screen.FIXED_CHANGED,
                false,
                isGross(ledger, all, results),
                "",
                all.stream().limit(NAMED).map(FixedAttributes::spot).toList(),
                "有 " + changed.size() + " 行的" + columns + "与上期不一致",
                "",
                "",
                "填报：" + changed.size() + " 行与" + ledger.then() + "不一致，如"
                        + told.stream()
                                .map(change -> "编号 " + change.line().key() + " 的" + told(ledger, change))
                                .collect(Collectors.joining("；"))
                        + "。可能是行或栏错了位。");
    }

    private static boolean isGross(Ledger ledger, List<Change> changes, LineResults results) {
        return changes.stream()
                .anyMatch(change -> Math.abs(change.distance())
                        >= Math.log(results.gross(Screen.FIXED_CHANGED, ledger.code(change.column()))));
    }

    private static LineDoubt.Spot spot(Change change) {
        return new LineDoubt.Spot(change.line().key(), change.column().code());
    }

    private static String told(Ledger ledger, Change change) {
        return change.column().title() + " [" + change.column().code() + "] = "
                + Ledger.shown(change.is(), change.column()) + "，" + ledger.then() + "为"
                + Ledger.shown(change.was(), change.column());
    }
}
