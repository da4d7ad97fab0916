package xiangbao.readers.config.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.relations.UnitSuspicion;

/** {@code unit-suspicion} of a form: in which rows a figure is probably in a wrong 计量单位, and by what it is told. */
final class SuspicionsSection {
    static final List<String> KEYS = List.of("code", "rows", "column", "reference", "suspects");

    private final Form form;
    private final Gathering gathering;

    SuspicionsSection(Form form, Gathering gathering) {
        this.form = form;
        this.gathering = gathering;
    }

    List<UnitSuspicion> read(Section section) {
        List<UnitSuspicion> suspicions = new ArrayList<>();
        List<YamlValue> items =
                section.value("unit-suspicion").map(YamlValue::list).orElse(List.of());
        if (form.layout() == Layout.LEDGER) {
            section.refuse("unit-suspicion", "台账没有固定的行");
            return suspicions;
        }
        items.forEach(item -> suspicions.add(suspicion(new Section(item, KEYS))));
        return suspicions;
    }

    private UnitSuspicion suspicion(Section given) {
        String code = RelationsSection.code(given, gathering);
        Set<String> rows = given.required("rows")
                .map(value -> ItemCodes.known(value, ItemCodes.ofRows(form), "行"))
                .orElse(Set.of());
        List<String> columns = ItemCodes.ofDataColumns(form);
        String column = given.required("column")
                .flatMap(value -> value.text().filter(text -> ItemCodes.isKnown(value, text, columns, "栏")))
                .orElse("");
        Optional<YamlValue> reference = given.required("reference");
        Map<String, BigDecimal> references = reference
                .filter(YamlValue::isMapping)
                .map(value -> references(value, rows))
                .orElse(Map.of());
        Formula formula = reference
                .filter(value -> !value.isMapping())
                .flatMap(value -> gathering.formula(value, vocabulary -> FormulaContext.cell(vocabulary, form.code())))
                .orElse(null);
        List<String> suspects = given.required("suspects").map(YamlValue::texts).orElse(List.of());
        suspects.forEach(suspect -> given.value("suspects")
                .ifPresent(value -> gathering.measureWords().keep(value, suspect)));
        if (!column.isEmpty()) {
            checkSuspects(given, rows, column, suspects);
        }
        return new UnitSuspicion(code, List.copyOf(rows), column, formula, references, suspects);
    }

    private static Map<String, BigDecimal> references(YamlValue value, Set<String> rows) {
        Map<String, BigDecimal> references = new LinkedHashMap<>();
        for (YamlValue.Entry entry : value.entries()) {
            if (ItemCodes.isKnown(entry.value(), entry.key(), rows, "行")) {
                entry.value().number().ifPresent(number -> {
                    references.put(entry.key(), number);
                    if (number.signum() <= 0) {
                        entry.value().wrong("参考数应大于0");
                    }
                });
            }
        }
        for (String row : rows) {
            if (value.entries().stream().noneMatch(entry -> entry.key().equals(row))) {
                value.wrong("“reference”缺少行“" + row + "”的参考数");
            }
        }
        return references;
    }

    /** A unit that does not convert, or that is the right one, can never be suspected. */
    private void checkSuspects(Section given, Set<String> rows, String column, List<String> suspects) {
        for (String row : rows) {
            Optional<Indicator> cell = form.indicator(IndicatorCode.ofCell(form.code(), row, column));
            if (cell.isEmpty()) {
                given.value("rows").ifPresent(value -> value.wrong("行“" + row + "”没有栏“" + column + "”"));
                continue;
            }
            for (String suspect : suspects) {
                checkConversion(given, row, suspect, cell.get().unit());
            }
        }
    }

    private void checkConversion(Section given, String row, String suspect, String unit) {
        boolean known = gathering.measureWords().isUnit(suspect)
                && gathering.measureWords().isUnit(unit);
        if (known
                && UnitOfMeasure.factor(suspect, unit)
                        .filter(factor -> !factor.isOne())
                        .isEmpty()) {
            given.value("suspects")
                    .ifPresent(
                            value -> value.wrong("“" + suspect + "”不能与行“" + row + "”的计量单位“" + unit + "”换算，或者就是同一单位"));
        }
    }
}
