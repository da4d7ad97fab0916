package xiangbao.readers.config.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.relations.DerivedIndicator;

/** {@code derived} of a form, and the cells whose rows or columns are added up by a formula. */
final class DerivedSection {
    static final List<String> KEYS = List.of("title", "formula", "unit", "decimals", Gathering.MIXED_UNITS);

    private final Form form;
    private final Gathering gathering;
    private final List<DerivedIndicator> derived = new ArrayList<>();

    private DerivedSection(Form form, Gathering gathering) {
        this.form = form;
        this.gathering = gathering;
    }

    static List<DerivedIndicator> read(
            Section section,
            Form form,
            Map<String, Formula> rowFormulas,
            Map<String, Formula> columnFormulas,
            Gathering gathering) {
        DerivedSection derived = new DerivedSection(form, gathering);
        derived.cells(rowFormulas, columnFormulas);
        section.value("derived").map(YamlValue::entries).orElse(List.of()).forEach(derived::indicator);
        return derived.derived;
    }

    /** The formula of a row goes before that of a column. */
    private void cells(Map<String, Formula> rowFormulas, Map<String, Formula> columnFormulas) {
        for (Row row : form.rows()) {
            for (Column column : form.dataColumns()) {
                Formula formula = rowFormulas.get(row.code());
                if (formula == null && row.measure().overUnits() == null) {
                    formula = columnFormulas.get(column.code());
                }
                if (formula != null && row.has(column)) {
                    IndicatorCode cell = IndicatorCode.ofCell(form.code(), row.code(), column.code());
                    derived.add(new DerivedIndicator(form.indicator(cell).orElseThrow(), formula));
                }
            }
        }
    }

    private void indicator(YamlValue.Entry entry) {
        ItemCodes.check(entry, "派生指标");
        if (form.row(entry.key()).isPresent() || form.column(entry.key()).isPresent()) {
            entry.value().wrong("派生指标“" + entry.key() + "”与行或栏的代码相同");
        }
        Section given = new Section(entry.value(), KEYS);
        Indicator indicator = new Indicator(
                new IndicatorCode(form.code(), entry.key().isBlank() ? "?" : entry.key()),
                given.text("title", entry.key()),
                MeasureKeys.unit(given, gathering).orElse(""),
                given.integer("decimals", 0, 0, MeasureKeys.MOST_DECIMALS),
                OverUnits.NONE,
                OverTime.NONE);
        gathering
                .formula(given, vocabulary -> FormulaContext.derived(vocabulary, form.code()))
                .ifPresentOrElse(
                        formula -> derived.add(new DerivedIndicator(indicator, formula)),
                        () -> gathering.unread().indicator(indicator.code()));
    }
}
