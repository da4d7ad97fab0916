package xiangbao.statistics.relations;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaMistake;
import xiangbao.statistics.formula.Measures;
import xiangbao.statistics.formula.Vocabulary;

/** Holds the 计量单位 in all formulas of forms against each other, each formula wherever it runs: one over columns is about another unit in each. */
public final class FormMeasures {
    private final Vocabulary vocabulary;
    private final Measures measures;
    private final Map<Formula, Set<FormulaMistake>> mistakes = new LinkedHashMap<>();

    private FormMeasures(Vocabulary vocabulary, Measures measures) {
        this.vocabulary = vocabulary;
        this.measures = measures;
    }

    /** What does not fit together, by formula; those in which all fits are left out. */
    public static Map<Formula, Set<FormulaMistake>> mistakes(
            Collection<FormRules> forms, Vocabulary vocabulary, Measures measures) {
        FormMeasures all = new FormMeasures(vocabulary, measures);
        forms.forEach(all::form);
        return all.mistakes;
    }

    /**
     * In what the derived indicators of forms are measured.
     *
     * @param unknown words that stand where a unit should and are none
     */
    public static Measures measures(Collection<FormRules> forms, Vocabulary vocabulary, Set<String> unknown) {
        Map<IndicatorCode, String> units = new LinkedHashMap<>();
        forms.forEach(rules -> rules.derived()
                .forEach(derived -> units.put(
                        derived.indicator().code(), derived.indicator().unit())));
        return new Measures(vocabulary, units, unknown);
    }

    private void form(FormRules rules) {
        FormCode code = rules.form().code();
        for (AuditRelation relation : rules.relations()) {
            Instances instances = Instances.of(relation, rules.form(), vocabulary);
            if (instances.perLine()) {
                check(relation.formula(), code, "", "", null);
            }
            instances.places().forEach(place -> check(relation.formula(), code, place.row(), place.column(), null));
        }
        for (DerivedIndicator derived : rules.derived()) {
            Indicator indicator = derived.indicator();
            boolean cell = !indicator.code().row().isEmpty();
            check(
                    derived.formula(),
                    code,
                    indicator.code().row(),
                    cell ? indicator.code().column() : "",
                    indicator.unit());
        }
        for (UnitSuspicion suspicion : rules.suspicions()) {
            if (suspicion.reference() != null) {
                for (String row : suspicion.rows()) {
                    String unit = rules.form()
                            .indicator(IndicatorCode.ofCell(code, row, suspicion.column()))
                            .map(Indicator::unit)
                            .orElse(null);
                    check(suspicion.reference(), code, row, suspicion.column(), unit);
                }
            }
        }
    }

    private void check(Formula formula, FormCode form, String row, String column, @Nullable String unit) {
        Collection<FormulaMistake> found = measures.mistakes(formula, form, row, column, unit);
        if (!found.isEmpty()) {
            mistakes.computeIfAbsent(formula, any -> new LinkedHashSet<>()).addAll(found);
        }
    }
}
