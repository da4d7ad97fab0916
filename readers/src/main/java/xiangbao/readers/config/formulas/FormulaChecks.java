package xiangbao.readers.config.formulas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaMistake;
import xiangbao.statistics.formula.Measures;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.relations.FormMeasures;
import xiangbao.statistics.relations.FormRules;

/** What is checked of the formulas once every form is known: that what they name exists, that none needs itself, and that their units fit together. */
public final class FormulaChecks {
    private final Gathering gathering;
    private final Map<FormCode, FormRules> forms;
    private final Vocabulary vocabulary;

    public FormulaChecks(Gathering gathering, Map<FormCode, FormRules> forms, Vocabulary vocabulary) {
        this.gathering = gathering;
        this.forms = forms;
        this.vocabulary = vocabulary;
    }

    public void check(Optional<Plan> plan) {
        Set<String> unknown = gathering.measureWords().check();
        Set<Formula> circular = new FormulaCircles(gathering, forms).check(vocabulary);
        List<PlacedFormula> sound = gathering.formulas().stream()
                .filter(placed -> !gathering.unread().concerns(placed.formula(), placed.home(vocabulary)))
                .toList();
        sound.forEach(placed -> placed.check(vocabulary));
        Map<Formula, Set<FormulaMistake>> unfit = unfitUnits(plan, unknown);
        for (PlacedFormula placed : sound) {
            if (!placed.mixedUnits() && !circular.contains(placed.formula()) && placed.isRight(vocabulary)) {
                // The same mistake in each column in which a relation runs is one.
                unfit.getOrDefault(placed.formula(), Set.of()).stream()
                        .findFirst()
                        .ifPresent(mistake -> placed.report(List.of(mistake)));
            }
        }
    }

    private Map<Formula, Set<FormulaMistake>> unfitUnits(Optional<Plan> plan, Set<String> unknown) {
        Measures measures = FormMeasures.measures(forms.values(), vocabulary, unknown);
        Map<Formula, Set<FormulaMistake>> unfit =
                new LinkedHashMap<>(FormMeasures.mistakes(forms.values(), vocabulary, measures));
        for (Target target : plan.map(Plan::targets).orElse(List.of())) {
            Stream.concat(
                            Stream.ofNullable(target.measure().actual()),
                            target.goal().comparators().stream().map(Comparator::formula))
                    .forEach(formula -> unfit.put(
                            formula,
                            new LinkedHashSet<>(measures.mistakes(
                                    formula, null, "", "", target.measure().actualUnit()))));
        }
        return unfit;
    }
}
