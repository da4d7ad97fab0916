package xiangbao.statistics.consistency;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.evaluation.Confrontation;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.Instances;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** Whether a relation can be decided at all, once everybody has reported what he owes. */
final class Decidability {
    private static final int TRIALS = 4;

    private final Map<FormCode, FormRules> forms;
    private final Vocabulary vocabulary;
    private final Units units;
    private final int year;

    Decidability(Map<FormCode, FormRules> forms, Vocabulary vocabulary, Units units, int year) {
        this.forms = forms;
        this.vocabulary = vocabulary;
        this.units = units;
        this.year = year;
    }

    boolean isDecidable(RuleSet.Rule rule) {
        return isDecidable(rule, new LinkedHashSet<>());
    }

    /** What is missing in the last of the periods, for a unit that owes the form. */
    String why(RuleSet.Rule rule) {
        Set<String> missing = new LinkedHashSet<>();
        isDecidable(rule, missing);
        return missing.isEmpty()
                ? ""
                : "，缺" + String.join("、", missing.stream().limit(3).toList());
    }

    private boolean isDecidable(RuleSet.Rule rule, Set<String> missing) {
        Form form = Objects.requireNonNull(forms.get(rule.form())).form();
        Instances on = Instances.of(rule.relation(), form, vocabulary);
        boolean owed = false;
        for (int ordinal = form.frequency().perYear(); ordinal >= 1; ordinal--) {
            ReferencePeriod period = new ReferencePeriod(year, form.frequency(), ordinal);
            for (ReportingUnit unit : units.select(form.owedBy(), period)) {
                owed |= form.asks(unit, period);
                for (int trial = 0; trial < TRIALS && form.asks(unit, period); trial++) {
                    if (isDecided(rule, on, period, new AllReported(forms, unit, trial), missing)) {
                        return true;
                    }
                }
            }
        }
        // Who owes the form, or when, is not the relation's fault.
        return !owed;
    }

    private boolean isDecided(
            RuleSet.Rule rule, Instances on, ReferencePeriod period, AllReported figures, Set<String> missing) {
        FormCode form = rule.form();
        if (on.perLine()) {
            return figures.lines(form, period).orElse(List.of()).stream()
                    .anyMatch(line -> isDecided(rule, scope(figures, form, period, "", "", line), missing));
        }
        return on.places().stream()
                .anyMatch(place ->
                        isDecided(rule, scope(figures, form, period, place.row(), place.column(), null), missing));
    }

    private static boolean isDecided(RuleSet.Rule rule, Scope scope, Set<String> missing) {
        for (Formula side : rule.relation().formula().sides()) {
            Confrontation confronted = scope.confront(side);
            if (confronted.verdict() == Verdict.UNDECIDED) {
                confronted.missing().stream().map(Missing::toString).forEach(missing::add);
                return false;
            }
        }
        return true;
    }

    private Scope scope(
            AllReported figures,
            FormCode form,
            ReferencePeriod period,
            String row,
            String column,
            @Nullable Line line) {
        return new Scope(vocabulary, figures, form, period, row, column, line, false);
    }
}
