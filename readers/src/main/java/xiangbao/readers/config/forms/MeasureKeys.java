package xiangbao.readers.config.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;

/** What rows and columns say about how they are measured: {@code unit}, {@code decimals}, {@code over-units}, {@code over-time}. */
final class MeasureKeys {
    static final Map<String, OverTime> OVER_TIME = new LinkedHashMap<>();
    static final Map<String, OverUnits> OVER_UNITS =
            YamlValue.titled(OverUnits.values(), overUnits -> overUnits == OverUnits.SUM ? "合计" : "不汇总");
    static final int MOST_DECIMALS = 9;

    static {
        OVER_TIME.put("累计", OverTime.CUMULATIVE);
        OVER_TIME.put("时点", OverTime.LAST);
        OVER_TIME.put("流量", OverTime.SUM);
        OVER_TIME.put("不汇总", OverTime.NONE);
    }

    private final FormCode code;
    private final Layout layout;
    private final Gathering gathering;
    private final Map<String, Formula> formulas = new LinkedHashMap<>();

    MeasureKeys(FormCode code, Layout layout, Gathering gathering) {
        this.code = code;
        this.layout = layout;
        this.gathering = gathering;
    }

    /** The formulas by which rows or columns are added up, by their codes. */
    Map<String, Formula> formulas() {
        return formulas;
    }

    /** What a row or a column says; a formula over the cells is kept under its code. */
    Measure read(Section given, String itsCode) {
        return new Measure(
                unit(given, gathering).orElse(null),
                given.value("decimals")
                        .flatMap(value -> value.integer(0, MOST_DECIMALS))
                        .orElse(null),
                given.value("over-units")
                        .flatMap(value -> overUnits(value, itsCode))
                        .orElse(null),
                given.value("over-time")
                        .flatMap(value -> value.choice(OVER_TIME))
                        .orElse(null));
    }

    /** A 计量单位, which is checked once all are known. */
    static Optional<String> unit(Section given, Gathering gathering) {
        Optional<YamlValue> value = given.value("unit");
        Optional<String> unit = value.flatMap(YamlValue::text);
        unit.ifPresent(text -> gathering.measureWords().keep(value.orElseThrow(), text));
        return unit;
    }

    private Optional<OverUnits> overUnits(YamlValue value, String itsCode) {
        Optional<String> text = value.text();
        if (text.isEmpty() || !text.get().startsWith("=")) {
            return text.flatMap(rule -> value.choice(OVER_UNITS));
        }
        if (layout == Layout.LEDGER) {
            value.wrong("台账的栏不能用公式汇总，请在“derived”下另立指标");
            return Optional.of(OverUnits.NONE);
        }
        gathering
                .formula(value, text.get().substring(1).strip(), vocabulary -> FormulaContext.cell(vocabulary, code))
                .ifPresent(formula -> formulas.put(itsCode, formula));
        return Optional.of(OverUnits.NONE);
    }
}
