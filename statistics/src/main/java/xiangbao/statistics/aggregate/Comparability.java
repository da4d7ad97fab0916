package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.Lineage;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** 同口径: what the units that make up a figure had in an earlier period, as the units that they came of, where the indicator meant the same. */
final class Comparability {
    private final Tallies tallies;
    private final Evaluator evaluator;
    private final IndicatorFigures figures;
    private final Lineage lineage;
    private final Continuity continuity;

    Comparability(
            Tallies tallies, Evaluator evaluator, IndicatorFigures figures, Lineage lineage, Continuity continuity) {
        this.tallies = tallies;
        this.evaluator = evaluator;
        this.figures = figures;
        this.lineage = lineage;
        this.continuity = continuity;
    }

    /**
     * What the units that make up a figure had in an earlier period (同口径): the whole county when both periods are complete, otherwise those counted now,
     * each as the units that it came of; null when any of them has no such figure or the indicator meant something else.
     */
    @Nullable
    BigDecimal comparable(Form form, Figure figure, ReferencePeriod before) {
        if (continuity.isBroken(figure.indicator().code(), figure.period(), before)) {
            return null;
        }
        if (!figure.unit().equals(tallies.units().county().code())) {
            ReportingUnit unit = tallies.units().get(figure.unit());
            return lineage.before(List.of(unit), figure.period(), before)
                    .map(units -> together(form, figure.indicator(), before, units))
                    .orElse(null);
        }
        Figure whole = figures.county(form, figure.indicator(), before, false, Set.of());
        if (whole.value() == null) {
            return null;
        }
        if (figure.coverage().notCounted().isEmpty()
                && whole.coverage().notCounted().isEmpty()) {
            return whole.value();
        }
        return lineage.before(counted(figure.coverage()), figure.period(), before)
                .map(units -> over(form, figure.indicator(), before, units))
                .orElse(null);
    }

    private static Set<ReportingUnit> counted(Coverage coverage) {
        Set<ReportingUnit> counted = new LinkedHashSet<>(coverage.accepted());
        counted.addAll(coverage.pending());
        return counted;
    }

    /** The figure of one unit, or of several that have become one. */
    private @Nullable BigDecimal together(Form form, Indicator indicator, ReferencePeriod period, Set<UnitCode> units) {
        boolean about = form.layout() == Layout.LEDGER && form.lineUnit().isPresent();
        if (units.size() > 1 && !about) {
            return over(form, indicator, period, units);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (ReportingUnit unit : lineage.named(units)) {
            BigDecimal value = figures.unit(form, indicator, unit, period, false)
                    .map(Figure::value)
                    .orElse(null);
            if (value == null
                    || units.size() > 1 && tallies.derived(indicator.code()).isPresent()) {
                return null;
            }
            sum = sum.add(value);
        }
        return Exact.plain(sum);
    }

    /** The county's figure over some units only; null unless all of them owe it and have it. */
    private @Nullable BigDecimal over(Form form, Indicator indicator, ReferencePeriod period, Set<UnitCode> units) {
        Figure same = figures.county(form, indicator, period, false, lineage.others(units));
        boolean all = same.coverage().notCounted().isEmpty()
                && same.coverage().expected().size() == units.size();
        return all ? same.value() : null;
    }

    /**
     * What the units that are counted in a figure of the plan had in an earlier period, like with like; empty where there is no such figure.
     *
     * @param leftOut the units that the figure left out from the start
     */
    Optional<Evaluation> comparable(
            Formula formula, Evaluation now, ReferencePeriod at, ReferencePeriod before, Set<UnitCode> leftOut) {
        if (now.gaps() || continuity.isBroken(formula, at, before)) {
            return Optional.empty();
        }
        Set<UnitCode> out = new TreeSet<>(leftOut);
        lineage.named(leftOut).forEach(unit -> out.addAll(lineage.before(unit, at, before)));
        Evaluation whole = evaluator.plan(formula, before, out);
        if (now.coverage().notCounted().isEmpty() && isFull(whole)) {
            return Optional.of(whole);
        }
        return lineage.before(counted(now.coverage()), at, before).flatMap(units -> {
            Evaluation same = evaluator.plan(formula, before, lineage.others(units));
            boolean all = same.coverage().expected().size() == units.size();
            return all && isFull(same) ? Optional.of(same) : Optional.empty();
        });
    }

    /** What a unit, or those that it came of, had in an earlier period of a figure of the plan; empty where that is not known or not comparable. */
    Optional<Fraction> comparable(Formula formula, ReportingUnit unit, ReferencePeriod at, ReferencePeriod before) {
        if (continuity.isBroken(formula, at, before)) {
            return Optional.empty();
        }
        return lineage.before(List.of(unit), at, before).flatMap(units -> {
            Evaluation then = units.size() == 1
                    ? evaluator.plan(formula, before, lineage.named(units).get(0))
                    : evaluator.plan(formula, before, lineage.others(units));
            boolean all = units.size() == 1
                    || isFull(then) && then.coverage().expected().size() == units.size();
            return all ? Optional.ofNullable(then.value()) : Optional.empty();
        });
    }

    private static boolean isFull(Evaluation evaluation) {
        return evaluation.value() != null
                && !evaluation.gaps()
                && evaluation.coverage().notCounted().isEmpty();
    }
}
