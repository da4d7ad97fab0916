package xiangbao.statistics.relations;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.lines.CellRules;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/**
 * A form with everything that is said about it in {@code config/forms}.
 *
 * @param enabled a disabled form is known, is never owed, and a submission of it is returned saying so
 */
public record FormRules(
        Form form,
        boolean enabled,
        List<AuditRelation> relations,
        List<DerivedIndicator> derived,
        List<UnitSuspicion> suspicions,
        SummaryChoice summary,
        ScreenRules screens,
        CellRules cells) {
    public FormRules {
        relations = List.copyOf(relations);
        derived = List.copyOf(derived);
        suspicions = List.copyOf(suspicions);
    }

    public FormRules(Form form, boolean enabled, List<AuditRelation> relations, List<DerivedIndicator> derived) {
        this(form, enabled, relations, derived, List.of());
    }

    public FormRules(
            Form form,
            boolean enabled,
            List<AuditRelation> relations,
            List<DerivedIndicator> derived,
            List<UnitSuspicion> suspicions) {
        this(form, enabled, relations, derived, suspicions, SummaryChoice.NONE, ScreenRules.DEFAULT, CellRules.DEFAULT);
    }

    /**
     * How the county's figure is computed from others; empty for a sum of what was reported, and for what the form does not have.
     *
     * @see #computationOfUnit
     */
    public Optional<DerivedIndicator> computation(IndicatorCode indicator) {
        return derived.stream()
                .filter(one -> one.indicator().code().equals(indicator))
                .findFirst();
    }

    /** How the figure of one unit is computed from others; a cell of the form is not, the unit has reported it. */
    public Optional<DerivedIndicator> computationOfUnit(IndicatorCode indicator) {
        return form.indicator(indicator).isPresent() ? Optional.empty() : computation(indicator);
    }

    /** The relation of a code, if the form has it. */
    public Optional<AuditRelation> relation(String code) {
        return relations.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** How many lines a ledger of the unit must have by a 强制性 relation and its master data; empty where that is open. */
    public OptionalInt linesOf(ReportingUnit unit) {
        return relations.stream()
                .filter(relation -> relation.severity() == Severity.MANDATORY)
                .flatMap(relation -> relation.formula().lineCount().stream())
                .flatMap(attribute -> unit.attribute(attribute).stream())
                .mapToInt(BigDecimal::intValue)
                .findFirst();
    }

    /** What the formulas of these forms, and of the plan, may speak of. */
    public static Vocabulary vocabulary(Collection<FormRules> forms, Units units) {
        Map<FormCode, Form> byCode = new LinkedHashMap<>();
        Map<FormCode, Map<String, Formula>> derived = new LinkedHashMap<>();
        for (FormRules rules : forms) {
            byCode.put(rules.form().code(), rules.form());
            Map<String, Formula> formulas = new LinkedHashMap<>();
            for (DerivedIndicator indicator : rules.derived()) {
                formulas.put(indicator.indicator().code().item(), indicator.formula());
            }
            derived.put(rules.form().code(), formulas);
        }
        Set<String> attributes = new TreeSet<>();
        units.all().forEach(unit -> attributes.addAll(unit.attributes().keySet()));
        attributes.add(Units.TOWNSHIPS);
        return new Vocabulary(byCode, derived, attributes);
    }
}
