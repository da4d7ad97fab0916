package xiangbao.statistics.lines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.tuning.Screen;

/**
 * 不该不见的行: a line of the last period that is not in the ledger any more, or is there under another number. What was done with may leave when the year is over;
 * until then the figures of the year need it.
 */
final class DroppedLines {
    private static final int ONE_BY_ONE = 3;
    private static final int NAMED = 10;

    /** Fewer things than these may be the same of two lines. */
    private static final int DESCRIBED = 2;

    private final List<Column> described;
    private final List<Column> names;

    DroppedLines(Form form, CellRules rules) {
        this.described = form.dataColumns().stream().filter(rules::isFixed).toList();
        this.names = described.stream()
                .filter(column -> column.kind() == ColumnKind.TEXT)
                .limit(1)
                .toList();
    }

    void look(Ledger ledger, Predicate<Line> finished, LineResults results) {
        if (results.isOff(Screen.LINE_DROPPED, ledger.keyColumn())) {
            return;
        }
        results.looked(Screen.LINE_DROPPED, ledger.isHistoryKnown());
        Set<String> kept = new HashSet<>();
        ledger.lines().forEach(line -> kept.add(line.key()));
        Map<List<Object>, Line> fresh = new HashMap<>();
        for (Line line : ledger.lines()) {
            if (!ledger.before().containsKey(line.key())) {
                fresh.putIfAbsent(description(line), line);
            }
        }
        List<Line> gone = ledger.before().values().stream()
                .filter(line -> !kept.contains(line.key()))
                .filter(line -> !ledger.isNewYear() || !finished.test(line) || renumbered(line, fresh) != null)
                .sorted(Comparator.comparing(Line::key))
                .toList();
        if (gone.size() > ONE_BY_ONE) {
            results.doubt(together(ledger, gone));
        } else {
            gone.forEach(line -> results.doubt(one(ledger, line, fresh)));
        }
    }

    /** What stays as it is says which line it was, whatever number it has now. */
    private List<Object> description(Line line) {
        List<Object> description = new ArrayList<>();
        described.forEach(column -> description.add(Ledger.value(line, column)));
        return description;
    }

    private LineDoubt one(Ledger ledger, Line gone, Map<List<Object>, Line> fresh) {
        Line renumbered = renumbered(gone, fresh);
        return new LineDoubt(
                Screen.LINE_DROPPED,
                false,
                false,
                gone.key(),
                renumbered == null ? List.of() : List.of(ledger.keyOf(renumbered)),
                renumbered == null
                        ? "编号“" + gone.key() + "”上期有，本期没有了"
                        : "编号“" + gone.key() + "”本期没有了，像是改成了“" + renumbered.key() + "”",
                renumbered == null ? "" : renumbered.key(),
                "",
                "填报：没有编号 " + named(gone) + "；" + ledger.then()
                        + (renumbered == null
                                ? "有。"
                                : "有。本期新出现的编号 " + renumbered.key() + " 与它的" + titles() + "都相同，可能是编号写错了。"));
    }

    private @Nullable Line renumbered(Line gone, Map<List<Object>, Line> fresh) {
        long known = described.stream()
                .filter(column -> Ledger.value(gone, column).isPresent())
                .count();
        boolean named =
                names.stream().anyMatch(column -> Ledger.text(gone, column).isPresent());
        return named || known >= DESCRIBED ? fresh.get(description(gone)) : null;
    }

    private LineDoubt together(Ledger ledger, List<Line> gone) {
        return new LineDoubt(
                Screen.LINE_DROPPED,
                false,
                false,
                "",
                List.of(),
                "上期有的 " + gone.size() + " 行，本期没有了",
                "",
                "",
                "填报：没有编号 " + gone.stream().limit(NAMED).map(this::named).collect(Collectors.joining("、"))
                        + (gone.size() > NAMED ? "等 " + gone.size() + " 行" : "") + "；" + ledger.then()
                        + "有。可能是少填了行，或者用了别的台账。");
    }

    private String named(Line line) {
        return line.key()
                + names.stream()
                        .flatMap(column -> Ledger.text(line, column).stream())
                        .map(name -> "（" + name + "）")
                        .collect(Collectors.joining());
    }

    private String titles() {
        return described.stream().map(Column::title).collect(Collectors.joining("、"));
    }
}
