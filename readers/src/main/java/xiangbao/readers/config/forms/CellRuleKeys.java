package xiangbao.readers.config.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.lines.CellRules;
import xiangbao.statistics.lines.Range;

/** Reads what a form says about its cells: {@code fixed}, {@code advancing} and {@code range} of rows and columns, and when a ledger's line is {@code finished}. */
final class CellRuleKeys {
    static final String FIXED = "fixed";
    static final String ADVANCING = "advancing";
    static final String FINISHED = "finished";

    private final FormCode form;
    private final Gathering gathering;
    private final Map<String, Boolean> fixed = new HashMap<>();
    private final Map<String, Boolean> advancing = new HashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private @Nullable Formula finished;

    CellRuleKeys(FormCode form, Gathering gathering) {
        this.form = form;
        this.gathering = gathering;
    }

    CellRules rules() {
        return new CellRules(fixed, advancing, ranges, finished);
    }

    void column(Section column, String code, ColumnKind kind, Layout layout) {
        if (layout == Layout.MATRIX) {
            List.of(FIXED, ADVANCING).forEach(key -> column.refuse(key, "只有台账的栏才有"));
        } else if (kind != ColumnKind.NUMBER) {
            List.of(ADVANCING, RangeKey.NAME).forEach(key -> column.refuse(key, "只有数值栏才有"));
        }
        flag(column, FIXED).ifPresent(flag -> fixed.put(code, flag));
        flag(column, ADVANCING).ifPresent(flag -> advancing.put(code, flag));
        RangeKey.read(column).ifPresent(range -> ranges.put(CellRules.ofColumn(code), range));
    }

    void row(Section row, String code) {
        RangeKey.read(row).ifPresent(range -> ranges.put(CellRules.ofRow(code), range));
    }

    void finished(Section whole, Layout layout) {
        if (layout == Layout.MATRIX) {
            whole.refuse(FINISHED, "只有台账的行才会办结");
            return;
        }
        finished = whole.value(FINISHED)
                .flatMap(value ->
                        gathering.formula(value, vocabulary -> FormulaContext.relation(vocabulary, form, false)))
                .orElse(null);
    }

    private static Optional<Boolean> flag(Section given, String key) {
        return given.value(key).flatMap(YamlValue::flag);
    }
}
