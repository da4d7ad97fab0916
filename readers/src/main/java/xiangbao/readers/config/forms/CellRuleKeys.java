package xiangbao.readers.config.forms;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    static final String RANGE = "range";
    static final String FINISHED = "finished";

    private static final String BOUND = "([-+]?\\d+(?:\\.\\d+)?)?";
    private static final Pattern BOUNDS = Pattern.compile("\\s*" + BOUND + "\\s*(?:\\.\\.|至)\\s*" + BOUND + "\\s*");

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
            List.of(ADVANCING, RANGE).forEach(key -> column.refuse(key, "只有数值栏才有"));
        }
        flag(column, FIXED).ifPresent(flag -> fixed.put(code, flag));
        flag(column, ADVANCING).ifPresent(flag -> advancing.put(code, flag));
        range(column).ifPresent(range -> ranges.put(CellRules.ofColumn(code), range));
    }

    void row(Section row, String code) {
        range(row).ifPresent(range -> ranges.put(CellRules.ofRow(code), range));
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

    private static Optional<Range> range(Section given) {
        YamlValue value = given.value(RANGE).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.text().orElse("");
        Matcher bounds = BOUNDS.matcher(text);
        if (!bounds.matches() || bounds.group(1) == null && bounds.group(2) == null) {
            value.wrong("合理范围写作“最小..最大”，一头不限的可以不写，如 2..200、0..、..100；而这里是“" + text + "”");
            return Optional.empty();
        }
        BigDecimal least = bounds.group(1) == null ? null : new BigDecimal(bounds.group(1));
        BigDecimal most = bounds.group(2) == null ? null : new BigDecimal(bounds.group(2));
        if (least != null && most != null && least.compareTo(most) > 0) {
            value.wrong("合理范围的最小值大于最大值：" + text);
            return Optional.empty();
        }
        return Optional.of(new Range(least, most));
    }
}
