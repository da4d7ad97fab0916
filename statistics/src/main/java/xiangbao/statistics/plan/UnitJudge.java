package xiangbao.statistics.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Evaluation;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.UnitOfMeasure;
import xiangbao.statistics.model.Verdict;

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
        for (ReportingUnit unit : at.units().select(target.appliesTo(), at.period())) {
            each.add(judge.judge(unit));
        }
        return each;
    }

    private UnitProgress judge(ReportingUnit unit) {
        Evaluation evaluation = at.rollUp().evaluate(formula, at.period(), unit);
        Fraction actual = Amounts.converted(evaluation.value(), factor);
        Fraction goal = goal(unit);
        Verdict reached = judgement.reached(actual, goal);
        Fraction completion = judgement.completion(actual, goal);
        Fraction deviation = judgement.deviation(completion);
        return new UnitProgress(
                unit,
                Amounts.shown(target, actual, goal),
                Amounts.shownGoal(target, actual, goal),
                completion == null ? null : Shown.against(completion, 1, CheckDate.HUNDRED),
                deviation == null
                        ? null
                        : Amounts.shownDeviation(deviation, at.plan().lights()),
                status(evaluation.status(), actual, reached, completion),
                reached);
    }

    private @Nullable Fraction goal(ReportingUnit unit) {
        if (target.aboveLastYear()) {
            return Amounts.converted(
                    at.rollUp()
                            .evaluate(formula, at.period().yearEarlier(), unit)
                            .value(),
                    factor);
        }
        return target.value() == null ? null : Fraction.of(target.value());
    }

    private ProgressStatus status(
            FigureStatus figure, @Nullable Fraction actual, Verdict reached, @Nullable Fraction completion) {
        if (target.wording() == Wording.INFORMATION) {
            return ProgressStatus.INFORMATION;
        }
        if (target.value() == null && !target.aboveLastYear()) {
            return ProgressStatus.NO_TARGET;
        }
        if (actual == null && figure == FigureStatus.NOT_APPLICABLE) {
            return ProgressStatus.NOT_APPLICABLE;
        }
        return judgement.status(reached, completion);
    }
}
