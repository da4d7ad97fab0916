package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Evaluation;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;

/** Judges the units to which a target applies, one by one, by the same rules as the county. */
final class UnitJudge {
    private final Target target;
    private final Judgement judgement;
    private final CheckDate at;
    private final Formula formula;
    private final UnitOfMeasure.Factor factor;

    private UnitJudge(Target target, Judgement judgement, CheckDate at, Formula formula, UnitOfMeasure.Factor factor) {
        this.target = target;
        this.judgement = judgement;
        this.at = at;
        this.formula = formula;
        this.factor = factor;
    }

    /** In register order. */
    static List<UnitProgress> judge(
            Target target, Judgement judgement, CheckDate at, Formula formula, UnitOfMeasure.Factor factor) {
        UnitJudge judge = new UnitJudge(target, judgement, at, formula, factor);
        List<UnitProgress> each = new ArrayList<>();
        for (ReportingUnit unit : at.units().select(target.scope().appliesTo(), at.period())) {
            each.add(judge.judge(unit));
        }
        return each;
    }

    private UnitProgress judge(ReportingUnit unit) {
        Evaluation evaluation = at.rollUp().evaluate(formula, at.period(), unit);
        Fraction actual = Amounts.converted(evaluation.value(), factor);
        BigDecimal task = at.plan().tasks().task(target, unit.code());
        Fraction goal = task == null ? goal(unit) : Fraction.of(task);
        Verdict reached = judgement.reached(actual, goal);
        Fraction completion = judgement.completion(actual, goal);
        Fraction deviation = judgement.deviation(completion);
        return new UnitProgress(
                unit,
                Amounts.shown(target, actual, goal),
                task == null ? shownGoal(actual, goal) : task,
                completion == null ? null : Shown.against(completion, 1, CheckDate.HUNDRED),
                deviation == null
                        ? null
                        : Amounts.shownDeviation(deviation, at.plan().lights()),
                status(evaluation.status(), actual, goal, reached, completion),
                reached,
                completion,
                deviation);
    }

    private @Nullable Fraction goal(ReportingUnit unit) {
        if (target.goal().aboveLastYear()) {
            return Amounts.converted(
                    at.rollUp()
                            .comparable(formula, unit, at.period(), at.period().yearEarlier())
                            .orElse(null),
                    factor);
        }
        return target.goal().value() == null || at.plan().tasks().divide(target)
                ? null
                : Fraction.of(target.goal().value());
    }

    private @Nullable BigDecimal shownGoal(@Nullable Fraction actual, @Nullable Fraction goal) {
        return goal == null ? null : Amounts.shownGoal(target, actual, goal);
    }

    private ProgressStatus status(
            FigureStatus figure,
            @Nullable Fraction actual,
            @Nullable Fraction goal,
            Verdict reached,
            @Nullable Fraction completion) {
        if (target.wording() == Wording.INFORMATION) {
            return ProgressStatus.INFORMATION;
        }
        if (goal == null && !target.goal().aboveLastYear()) {
            return ProgressStatus.NO_TARGET;
        }
        if (actual == null && figure == FigureStatus.NOT_APPLICABLE) {
            return ProgressStatus.NOT_APPLICABLE;
        }
        return judgement.status(reached, completion);
    }
}
