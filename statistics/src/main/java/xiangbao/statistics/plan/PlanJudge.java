package xiangbao.statistics.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Evaluation;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.aggregate.RollUp;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.formula.Missing;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.UnitCode;
import xiangbao.statistics.model.UnitOfMeasure;
import xiangbao.statistics.model.Units;
import xiangbao.statistics.model.Verdict;

/** Holds the figures of a county period against the plan. */
public final class PlanJudge {
    private final RollUp rollUp;
    private final Units units;
    private final int year;

    private PlanJudge(RollUp rollUp, Units units, int year) {
        this.rollUp = rollUp;
        this.units = units;
        this.year = year;
    }

    /** One per target, in the plan's order. */
    public static List<Progress> judge(Plan plan, RollUp rollUp, Units units) {
        PlanJudge judge = new PlanJudge(rollUp, units, plan.year());
        return plan.targets().stream().map(judge::judge).toList();
    }

    private Progress judge(Target target) {
        Judgement judgement = new Judgement(target, year, rollUp.period());
        List<String> notes = new ArrayList<>();
        if (target.unconfirmed()) {
            notes.add("口径待确认");
        }
        Formula formula = target.actual();
        Optional<UnitOfMeasure.Factor> factor = UnitOfMeasure.factor(target.actualUnit(), target.unit());
        if (formula == null || factor.isEmpty()) {
            notes.add(formula == null ? "尚无报表可取数" : "计量单位不能换算：" + target.actualUnit() + "、" + target.unit());
            return unmeasured(target, judgement, notes);
        }
        Evaluation evaluation = rollUp.evaluate(formula, rollUp.period(), Set.of());
        Fraction actual = converted(evaluation.value(), factor.get());
        Fraction goal = target.value() == null ? null : Fraction.of(target.value());
        if (target.aboveLastYear()) {
            goal = converted(lastYear(formula, evaluation, notes), factor.get());
        }
        List<ComparatorResult> comparators = comparators(target, factor.get(), actual);
        ProgressStatus status;
        Fraction completion = null;
        if (actual == null) {
            status = evaluation.status() == FigureStatus.NOT_APPLICABLE
                    ? ProgressStatus.NOT_APPLICABLE
                    : judgement.hasGoal() ? ProgressStatus.UNDECIDED : ProgressStatus.NO_TARGET;
            notes.addAll(told(evaluation.missing()));
        } else if (!judgement.hasGoal()) {
            status = ProgressStatus.NO_TARGET;
        } else {
            completion = judgement.completion(actual, goal);
            status = judgement.status(reached(judgement, target, actual, goal, comparators), completion);
        }
        if (target.wording() == Wording.INFORMATION) {
            status = ProgressStatus.INFORMATION;
        }
        List<UnitProgress> each = target.perUnit() ? units(target, judgement, formula, factor.get()) : List.of();
        if (!target.note().isBlank()) {
            notes.add(target.note());
        }
        Fraction elapsed = target.pace() == Pace.ELAPSED ? judgement.elapsed() : null;
        Fraction deviation = completion == null || elapsed == null ? null : completion.minus(elapsed);
        return new Progress(
                target,
                rollUp.period(),
                shown(target, actual, goal),
                actual == null ? null : actual.toBigDecimal(),
                shownGoal(target, actual, goal),
                completion == null ? null : Shown.against(completion, 1, Judgement.HUNDRED),
                elapsed == null ? null : elapsed.toBigDecimal(1),
                deviation == null ? null : shownDeviation(deviation),
                status,
                comparators,
                each,
                each.stream()
                        .filter(one -> one.status() == ProgressStatus.NOT_MET)
                        .map(UnitProgress::unit)
                        .toList(),
                evaluation.coverage(),
                evaluation.contributions(),
                evaluation.forecast(),
                evaluation.status() == FigureStatus.PROVISIONAL,
                String.join("；", notes));
    }

    private Progress unmeasured(Target target, Judgement judgement, List<String> notes) {
        if (!target.note().isBlank()) {
            notes.add(target.note());
        }
        ProgressStatus status = target.wording() == Wording.INFORMATION
                ? ProgressStatus.INFORMATION
                : judgement.hasGoal() ? ProgressStatus.UNDECIDED : ProgressStatus.NO_TARGET;
        return new Progress(
                target,
                rollUp.period(),
                null,
                null,
                target.value(),
                null,
                target.pace() == Pace.ELAPSED ? judgement.elapsed().toBigDecimal(1) : null,
                null,
                status,
                List.of(),
                List.of(),
                List.of(),
                Coverage.NONE,
                List.of(),
                false,
                false,
                String.join("；", notes));
    }

    /** Every part must be reached: what fails, fails, even while another part is unknown. */
    private static Verdict reached(
            Judgement judgement,
            Target target,
            Fraction actual,
            @Nullable Fraction goal,
            List<ComparatorResult> comparators) {
        List<Verdict> parts = new ArrayList<>();
        comparators.forEach(one -> parts.add(one.verdict()));
        if (target.value() != null || target.aboveLastYear()) {
            parts.add(judgement.reached(actual, goal));
        }
        if (parts.contains(Verdict.FAILS)) {
            return Verdict.FAILS;
        }
        return parts.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.PASSES;
    }

    private List<ComparatorResult> comparators(Target target, UnitOfMeasure.Factor factor, @Nullable Fraction actual) {
        List<ComparatorResult> results = new ArrayList<>();
        for (Comparator comparator : target.comparators()) {
            Fraction value = converted(
                    rollUp.evaluate(comparator.formula(), rollUp.period(), Set.of())
                            .value(),
                    factor);
            if (value == null || actual == null) {
                results.add(new ComparatorResult(
                        comparator.title(),
                        value == null ? null : value.toBigDecimal(target.decimals()),
                        null,
                        Verdict.UNDECIDED));
                continue;
            }
            Fraction lead = actual.minus(value);
            results.add(new ComparatorResult(
                    comparator.title(),
                    value.toBigDecimal(Shown.decimalsApart(actual, value, target.decimals())),
                    Shown.against(lead, target.decimals(), Fraction.ZERO),
                    lead.signum() > 0 ? Verdict.PASSES : Verdict.FAILS));
        }
        return results;
    }

    /** Last year's figure over the units that are in this year's; null, with a note, when one of them is not in last year's. */
    private @Nullable Fraction lastYear(Formula formula, Evaluation now, List<String> notes) {
        Set<UnitCode> leftOut = new TreeSet<>();
        now.coverage().notCounted().forEach(unit -> leftOut.add(unit.code()));
        ReferencePeriod period = rollUp.period().yearEarlier();
        Evaluation before = rollUp.evaluate(formula, period, leftOut);
        boolean whole = leftOut.isEmpty() && before.coverage().notCounted().isEmpty();
        Set<ReportingUnit> counted = new HashSet<>(now.coverage().accepted());
        counted.addAll(now.coverage().pending());
        boolean same = before.coverage().notCounted().isEmpty()
                && counted.equals(new HashSet<>(before.coverage().expected()));
        if (before.value() == null || !whole && !same || before.gaps() || now.gaps()) {
            notes.add("上年同期数不全，不可比");
            return null;
        }
        if (!leftOut.isEmpty()) {
            notes.add("与上年同期比较只含已报单位");
        }
        return before.value();
    }

    private List<UnitProgress> units(Target target, Judgement judgement, Formula formula, UnitOfMeasure.Factor factor) {
        List<UnitProgress> each = new ArrayList<>();
        for (ReportingUnit unit : units.select(target.appliesTo(), rollUp.period())) {
            Evaluation evaluation = rollUp.evaluate(formula, rollUp.period(), unit);
            Fraction actual = converted(evaluation.value(), factor);
            Fraction goal = target.value() == null ? null : Fraction.of(target.value());
            if (target.aboveLastYear()) {
                goal = converted(
                        rollUp.evaluate(formula, rollUp.period().yearEarlier(), unit)
                                .value(),
                        factor);
            }
            each.add(new UnitProgress(
                    unit,
                    shown(target, actual, goal),
                    unitStatus(target, judgement, evaluation.status(), actual, goal)));
        }
        return each;
    }

    /** A unit has no share of the calendar of its own: it is at the goal or not. */
    private static ProgressStatus unitStatus(
            Target target,
            Judgement judgement,
            FigureStatus figure,
            @Nullable Fraction actual,
            @Nullable Fraction goal) {
        if (target.wording() == Wording.INFORMATION) {
            return ProgressStatus.INFORMATION;
        }
        if (target.value() == null && !target.aboveLastYear()) {
            return ProgressStatus.NO_TARGET;
        }
        if (actual == null) {
            return figure == FigureStatus.NOT_APPLICABLE ? ProgressStatus.NOT_APPLICABLE : ProgressStatus.UNDECIDED;
        }
        Verdict reached = judgement.reached(actual, goal);
        if (reached == Verdict.UNDECIDED) {
            return ProgressStatus.UNDECIDED;
        }
        if (judgement.isBeforeJudgement()) {
            return ProgressStatus.NOT_YET_JUDGED;
        }
        if (reached == Verdict.PASSES) {
            return ProgressStatus.MET;
        }
        return target.wording() == Wording.EFFORT ? ProgressStatus.UNDER_WAY : ProgressStatus.NOT_MET;
    }

    private static @Nullable Fraction converted(@Nullable Fraction value, UnitOfMeasure.Factor factor) {
        return value == null
                ? null
                : value.times(Fraction.of(factor.numerator())).over(Fraction.of(factor.denominator()));
    }

    private static @Nullable BigDecimal shown(Target target, @Nullable Fraction actual, @Nullable Fraction goal) {
        if (actual == null) {
            return null;
        }
        if (goal == null) {
            return actual.toBigDecimal(target.decimals());
        }
        return target.aboveLastYear()
                ? actual.toBigDecimal(Shown.decimalsApart(actual, goal, target.decimals()))
                : Shown.against(actual, target.decimals(), goal);
    }

    private static @Nullable BigDecimal shownGoal(Target target, @Nullable Fraction actual, @Nullable Fraction goal) {
        if (target.value() != null || goal == null) {
            return target.value();
        }
        return goal.toBigDecimal(
                actual == null ? target.decimals() : Shown.decimalsApart(actual, goal, target.decimals()));
    }

    /** On the right side both of the calendar and of ten points behind it. */
    private static BigDecimal shownDeviation(Fraction deviation) {
        BigDecimal first = Shown.against(deviation, 1, Fraction.ZERO);
        return Shown.against(deviation, first.scale(), Fraction.of(-10));
    }

    private static List<String> told(List<Missing> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of("缺少 " + missing.stream().limit(3).map(Missing::toString).collect(Collectors.joining("、")));
    }
}
