package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Evaluation;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.publication.OfficialFigure;

/** Judges a target that a figure measures. */
final class FigureJudge {
    private final Target target;
    private final CheckDate at;
    private final Judgement judgement;
    private final Account account;

    private FigureJudge(Target target, CheckDate at, List<TrendPoint> trend) {
        this.target = target;
        this.at = at;
        this.judgement = new Judgement(target, at);
        this.account = new Account(target, at, trend);
    }

    static Progress judge(Target target, CheckDate at, List<TrendPoint> trend) {
        return new FigureJudge(target, at, trend).judge();
    }

    private Progress judge() {
        Fraction expected = judgement.schedule().expected();
        account.elapsed = expected == null ? null : expected.toBigDecimal(1);
        Formula formula = target.measure().actual();
        account.official = official(formula);
        Optional<UnitOfMeasure.Factor> factor = UnitOfMeasure.factor(
                target.measure().actualUnit(), target.measure().unit());
        if (formula != null && factor.isPresent()) {
            measure(formula, factor.get());
            return account.progress();
        }
        account.notes.add(
                formula == null
                        ? "尚无报表可取数"
                        : "计量单位不能换算：" + target.measure().actualUnit() + "、"
                                + target.measure().unit());
        account.goal = target.goal().value();
        account.status = judgement.hasGoal() ? ProgressStatus.UNDECIDED : ProgressStatus.NO_TARGET;
        if (target.wording() == Wording.INFORMATION) {
            account.status = ProgressStatus.INFORMATION;
        }
        return account.progress();
    }

    private void measure(Formula formula, UnitOfMeasure.Factor factor) {
        Evaluation evaluation = at.rollUp().evaluate(formula, at.period(), at.leftOut(target));
        Fraction actual = Amounts.converted(evaluation.value(), factor);
        Fraction goal =
                target.goal().value() == null ? null : Fraction.of(target.goal().value());
        if (target.goal().aboveLastYear()) {
            goal = Amounts.converted(lastYear(formula, evaluation), factor);
        }
        account.comparators = comparators(factor, actual);
        boolean each = target.scope().perUnit() || at.plan().tasks().divide(target);
        account.units = target.scope().everyUnit() || each && !at.isEarlier()
                ? UnitJudge.judge(target, judgement, at, formula, factor)
                : List.of();
        account.below = account.units.stream()
                .filter(one -> one.status().isOff())
                .map(UnitProgress::unit)
                .toList();
        if (!target.scope().everyUnit()) {
            county(evaluation, actual, goal);
            account.actual = Amounts.shown(target, actual, goal);
            account.exactActual = actual == null ? null : actual.toBigDecimal();
            account.goal = Amounts.shownGoal(target, actual, goal);
        } else {
            everyUnit(actual);
        }
        if (target.wording() == Wording.INFORMATION) {
            account.status = ProgressStatus.INFORMATION;
        }
        if (actual == null) {
            tell(evaluation.missing());
        }
        tellUnpublished();
        account.coverage = evaluation.coverage();
        account.contributions = evaluation.contributions();
        account.forecast = evaluation.forecast();
        account.provisional = evaluation.status() == FigureStatus.PROVISIONAL;
        addUpTasks();
    }

    /** What a document states about the target itself, or about the one indicator that it is. */
    private @Nullable OfficialFigure official(@Nullable Formula formula) {
        return at.rollUp()
                .official(target.code(), at.period())
                .or(() -> Optional.ofNullable(formula)
                        .flatMap(Formula::indicator)
                        .flatMap(indicator -> at.rollUp().official(indicator, at.period())))
                .map(figure -> figure.in(target.measure().unit()))
                .orElse(null);
    }

    private void addUpTasks() {
        BigDecimal sum = at.plan().tasks().sum(target);
        account.taskSum = sum;
        if (sum != null
                && target.goal().value() != null
                && sum.compareTo(target.goal().value()) < 0) {
            account.notes.add(
                    "乡镇任务合计" + FigureText.grouped(sum) + target.measure().unit() + "，比县任务少"
                            + FigureText.grouped(target.goal().value().subtract(sum))
                            + target.measure().unit());
        }
    }

    private void county(Evaluation evaluation, @Nullable Fraction actual, @Nullable Fraction goal) {
        if (!judgement.hasGoal()) {
            boolean nothing = actual == null && evaluation.status() == FigureStatus.NOT_APPLICABLE;
            account.status = nothing ? ProgressStatus.NOT_APPLICABLE : ProgressStatus.NO_TARGET;
        } else if (actual == null) {
            account.status = evaluation.status() == FigureStatus.NOT_APPLICABLE
                    ? ProgressStatus.NOT_APPLICABLE
                    : ProgressStatus.UNDECIDED;
        } else {
            stand(reached(actual, goal), judgement.completion(actual, goal));
        }
    }

    /** The county is where its last unit is. Units to which there is nothing to apply do not count. */
    private void everyUnit(@Nullable Fraction county) {
        List<UnitProgress> applicable = account.units.stream()
                .filter(one -> one.status() != ProgressStatus.NOT_APPLICABLE)
                .toList();
        long reached = applicable.stream()
                .filter(one -> one.reached() == Verdict.PASSES)
                .count();
        if (!judgement.hasGoal()) {
            account.status = ProgressStatus.NO_TARGET;
            return;
        }
        if (applicable.isEmpty()) {
            account.status = ProgressStatus.NOT_APPLICABLE;
            return;
        }
        account.actual = BigDecimal.valueOf(reached);
        account.exactActual = account.actual;
        account.goal = BigDecimal.valueOf(applicable.size());
        if (county != null) {
            account.notes.add("全县合计"
                    + FigureText.grouped(county.toBigDecimal(target.measure().decimals()))
                    + target.measure().unit());
        }
        Fraction share = CheckDate.HUNDRED.times(Fraction.of(reached)).over(Fraction.of(applicable.size()));
        stand(worst(applicable.stream().map(UnitProgress::reached).toList()), share);
    }

    private void stand(Verdict reached, @Nullable Fraction completion) {
        Fraction deviation = judgement.deviation(completion);
        account.completion = completion == null ? null : Shown.against(completion, 1, CheckDate.HUNDRED);
        account.deviation = deviation == null
                ? null
                : Amounts.shownDeviation(deviation, at.plan().lights());
        account.status = judgement.status(reached, completion);
        if (reached == Verdict.FAILS
                && account.status == ProgressStatus.UNDECIDED
                && judgement.schedule().state() == Schedule.State.UNKNOWN) {
            account.notes.add("往年进度缺上年数，序时进度不判定");
        }
    }

    /** Every part must be reached: what fails, fails, even while another part is unknown. */
    private Verdict reached(Fraction actual, @Nullable Fraction goal) {
        List<Verdict> parts = new ArrayList<>();
        account.comparators.forEach(one -> parts.add(one.verdict()));
        if (target.goal().value() != null || target.goal().aboveLastYear()) {
            parts.add(judgement.reached(actual, goal));
        }
        return worst(parts);
    }

    private static Verdict worst(List<Verdict> parts) {
        if (parts.contains(Verdict.FAILS)) {
            return Verdict.FAILS;
        }
        return parts.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.PASSES;
    }

    private List<ComparatorResult> comparators(UnitOfMeasure.Factor factor, @Nullable Fraction actual) {
        List<ComparatorResult> results = new ArrayList<>();
        for (Comparator comparator : target.goal().comparators()) {
            Fraction value = Amounts.converted(
                    at.rollUp()
                            .evaluate(comparator.formula(), at.period(), Set.of())
                            .value(),
                    factor);
            if (value == null || actual == null) {
                BigDecimal shown = value == null
                        ? null
                        : value.toBigDecimal(target.measure().decimals());
                results.add(new ComparatorResult(comparator.title(), shown, null, leadUnit(), Verdict.UNDECIDED));
                continue;
            }
            Fraction lead = actual.minus(value);
            results.add(new ComparatorResult(
                    comparator.title(),
                    value.toBigDecimal(
                            Shown.decimalsApart(actual, value, target.measure().decimals())),
                    Shown.against(lead, target.measure().decimals(), Fraction.ZERO),
                    leadUnit(),
                    lead.signum() > 0 ? Verdict.PASSES : Verdict.FAILS));
        }
        return results;
    }

    private String leadUnit() {
        return target.measure().unit().equals("%") ? "百分点" : target.measure().unit();
    }

    /** Last year's figure over the units that are in this year's, or over those that they came of; null, with a note, when it is not comparable. */
    private @Nullable Fraction lastYear(Formula formula, Evaluation now) {
        Optional<Evaluation> before =
                at.rollUp().comparable(formula, now, at.period(), at.period().yearEarlier(), at.leftOut(target));
        if (before.isEmpty()) {
            account.notes.add("上年同期数不全或口径不一，不可比");
        } else if (!now.coverage().notCounted().isEmpty()) {
            account.notes.add("与上年同期比较只含已报单位");
        }
        return before.map(Evaluation::value).orElse(null);
    }

    private void tellUnpublished() {
        String unpublished = account.comparators.stream()
                .filter(one -> one.value() == null)
                .map(ComparatorResult::title)
                .collect(Collectors.joining("、"));
        if (!unpublished.isEmpty()) {
            account.notes.add("缺少比较数：" + unpublished);
        }
    }

    private void tell(List<Missing> missing) {
        if (!missing.isEmpty()) {
            account.notes.add(
                    "缺少 " + missing.stream().limit(3).map(Missing::toString).collect(Collectors.joining("、")));
        }
    }
}
