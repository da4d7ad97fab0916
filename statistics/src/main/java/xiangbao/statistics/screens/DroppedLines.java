package xiangbao.statistics.screens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xiangbao.statistics.formula.Line;
import xiangbao.statistics.model.Column;
import xiangbao.statistics.model.ColumnKind;
import xiangbao.statistics.model.Form;

/** 没有完成就不见了的行: a line of the last period that was not finished and is not in the ledger any more; of last year's lines nothing is known. */
final class DroppedLines {
    private static final int ONE_BY_ONE = 3;
    private static final int NAMED = 10;

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
        if (results.isOff(Screen.LINE_DROPPED, ledger.keyColumn()) || ledger.isNewYear()) {
            return;
        }
        results.looked(Screen.LINE_DROPPED, ledger.isHistoryKnown());
        Set<String> kept = new HashSet<>();
        ledger.lines().forEach(line -> kept.add(line.key()));
        List<Line> gone = ledger.before().values().stream()
                .filter(line -> !kept.contains(line.key()) && !finished.test(line))
                .sorted(java.util.Comparator.comparing(Line::key))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        Map<List<Object>, Line> fresh = new HashMap<>();
        for (Line line : ledger.lines()) {
            if (!ledger.before().containsKey(line.key())) {
                fresh.putIfAbsent(description(line), line);
            }
        }
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
        Line renumbered = described.isEmpty() ? null : fresh.get(description(gone));
        return new LineDoubt(
                Screen.LINE_DROPPED,
                false,
                false,
                gone.key(),
                renumbered == null ? List.of() : List.of(ledger.keyOf(renumbered)),
                "编号“" + gone.key() + "”上期没有完成，本期没有了",
                renumbered == null ? "" : renumbered.key(),
                "",
                "填报：没有编号 " + named(gone) + "；" + ledger.then() + "有，当时没有完成。"
                        + (renumbered == null
                                ? ""
                                : "本期新出现的编号 " + renumbered.key() + " 与它的" + titles() + "都相同，可能是编号写错了。"));
    }

    private LineDoubt together(Ledger ledger, List<Line> gone) {
        return new LineDoubt(
                Screen.LINE_DROPPED,
                false,
                false,
                "",
                List.of(),
                "上期没有完成的 " + gone.size() + " 行，本期没有了",
                "",
                "",
                "填报：没有编号 " + gone.stream().limit(NAMED).map(this::named).collect(Collectors.joining("、"))
                        + (gone.size() > NAMED ? "等 " + gone.size() + " 行" : "") + "；" + ledger.then()
                        + "有，当时没有完成。可能是少填了行，或者用了别的台账。");
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
