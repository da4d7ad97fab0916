package xiangbao.statistics.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.tuning.Screen;

/** 只增不减的进度: what a line of a ledger has reached does not fall, across the years too. */
final class FallingProgress {
    private static final int ONE_BY_ONE = 3;
    private static final int NAMED = 20;

    private final List<Column> columns;

    FallingProgress(Form form, CellRules rules) {
        this.columns = form.dataColumns().stream().filter(rules::isAdvancing).toList();
    }

    private record Fall(Line line, Value.Numeric is, Value.Numeric was) {}

    void look(Ledger ledger, LineResults results) {
        for (Column column : columns) {
            if (ledger.lines().isEmpty() || results.isOff(Screen.PROGRESS_FELL, ledger.code(column))) {
                continue;
            }
            results.looked(Screen.PROGRESS_FELL, ledger.isHistoryKnown());
            List<Fall> falls = new ArrayList<>();
            for (Line line : ledger.lines()) {
                ledger.before(line).ifPresent(then -> {
                    if (Ledger.value(line, column).orElse(null) instanceof Value.Numeric is
                            && Ledger.value(then, column).orElse(null) instanceof Value.Numeric was
                            && is.high().compareTo(was.low()) < 0) {
                        falls.add(new Fall(line, is, was));
                    }
                });
            }
            tell(ledger, column, falls, results);
        }
    }

    private static void tell(Ledger ledger, Column column, List<Fall> falls, LineResults results) {
        if (falls.size() > ONE_BY_ONE) {
            results.doubt(doubt(ledger, column, falls, column.code()));
        } else {
            falls.forEach(fall -> results.doubt(
                    doubt(ledger, column, List.of(fall), fall.line().key() + "." + column.code())));
        }
    }

    private static LineDoubt doubt(Ledger ledger, Column column, List<Fall> falls, String instance) {
        boolean one = falls.size() == 1;
        return new LineDoubt(
                Screen.PROGRESS_FELL,
                false,
                false,
                instance,
                falls.stream()
                        .limit(NAMED)
                        .map(fall -> new LineDoubt.Spot(fall.line().key(), column.code()))
                        .toList(),
                one ? column.title() + "比上期低" : "有 " + falls.size() + " 行的" + column.title() + "比上期低",
                one ? FigureText.plain(falls.get(0).is()) : "",
                one ? FigureText.plain(falls.get(0).was()) : "",
                "填报："
                        + falls.stream()
                                .limit(ONE_BY_ONE)
                                .map(fall -> (one ? "" : "编号 " + fall.line().key() + " 的") + column.title() + " ["
                                        + column.code() + "] = " + Ledger.shown(fall.is(), column) + "，"
                                        + ledger.then() + "为" + Ledger.shown(fall.was(), column))
                                .collect(Collectors.joining("；"))
                        + "。");
    }
}
