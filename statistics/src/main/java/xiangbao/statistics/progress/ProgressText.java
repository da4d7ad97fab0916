package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Counting;
import xiangbao.statistics.plan.Target;

/** 目标 and 实际 of a target in words: the one text that every output prints. */
public final class ProgressText {
    /** More units than these are counted; the tables name them. */
    private static final int NAMED = 3;

    private static final String NONE = "—";

    private ProgressText() {}

    /** {@code ≥ 99}, {@code 25个乡镇各≥ 1支}, {@code 2项均达到}; says so where there is no number to reach. */
    public static String goal(Progress progress) {
        Target target = progress.target();
        BigDecimal goal = progress.attainment().goal();
        switch (target.counting()) {
            case PARTS:
                return (goal == null ? "各" : goal.toPlainString()) + "项均达到";
            case NODES:
                return due(goal);
            case UNITS:
                BigDecimal each = target.goal().value();
                return goal == null || each == null
                        ? "目标未定"
                        : goal.toPlainString() + counted(progress) + "各" + signed(target, each)
                                + target.measure().unit();
            default:
                return goal == null ? unstated(target) : signed(target, goal);
        }
    }

    /** Of one unit, for which a figure is a figure even where the county counts units. */
    public static String goal(Progress progress, UnitProgress own) {
        BigDecimal goal = own.goal();
        if (progress.target().counting() == Counting.NODES) {
            return due(goal);
        }
        return goal == null ? unstated(progress.target()) : signed(progress.target(), goal);
    }

    private static String due(@Nullable BigDecimal goal) {
        return goal == null ? NONE : goal.signum() == 0 ? "尚无到期的节点" : "到期的" + goal.toPlainString() + "个节点均完成";
    }

    private static String unstated(Target target) {
        return target.goal().comparators().isEmpty()
                ? (target.goal().aboveLastYear() ? "高于上年" : "目标未定")
                : target.goal().comparators().size() + "项均高于";
    }

    /** With the sign of the comparison in front, and no more decimals than it needs. */
    public static String signed(Target target, BigDecimal goal) {
        return (target.goal().aboveLastYear() ? Comparison.ABOVE : target.goal().comparison()).sign() + " "
                + bare(goal);
    }

    /** A number of the plan without idle zeros. */
    public static String bare(BigDecimal goal) {
        return FigureText.grouped(
                goal.setScale(Math.max(goal.stripTrailingZeros().scale(), 0), RoundingMode.HALF_UP));
    }

    /** {@code 99.21}, {@code 24个乡镇达到／25个，缺木金乡}, {@code 2项中达到1项}, {@code 到期的2个节点中完成1个}; a dash where there is nothing yet. */
    public static String actual(Progress progress) {
        BigDecimal actual = progress.attainment().actual();
        BigDecimal goal = progress.attainment().goal();
        if (actual == null) {
            return NONE;
        }
        return switch (progress.target().counting()) {
            case FIGURE -> FigureText.grouped(actual) + (progress.grounds().forecast() ? "（含预计）" : "");
            case NODES -> done(actual, goal);
            case PARTS -> (goal == null ? "" : goal.toPlainString() + "项中") + "达到" + actual.toPlainString() + "项";
            case UNITS ->
                goal == null || actual.compareTo(goal) == 0
                        ? actual.toPlainString() + counted(progress) + "均达到"
                        : actual.toPlainString() + counted(progress) + "达到／" + goal.toPlainString() + "个"
                                + lacking(progress);
        };
    }

    /** Of one unit. */
    public static String actual(Progress progress, UnitProgress own) {
        BigDecimal actual = own.actual();
        if (actual == null) {
            return own.status() == ProgressStatus.NOT_APPLICABLE
                    ? NONE
                    : progress.grounds().coverage().lacking(own.unit()).title();
        }
        return progress.target().counting() == Counting.NODES ? done(actual, own.goal()) : FigureText.grouped(actual);
    }

    private static String done(BigDecimal actual, @Nullable BigDecimal goal) {
        return (goal == null || goal.signum() == 0 ? "" : "到期的" + goal.toPlainString() + "个节点中") + "完成"
                + actual.toPlainString() + "个";
    }

    /** What the numbers are counted or measured in: {@code 支}, {@code 个乡镇}, {@code 项}. */
    public static String measure(Progress progress) {
        return switch (progress.target().counting()) {
            case FIGURE -> progress.target().measure().unit();
            case UNITS -> counted(progress);
            case PARTS -> "项";
            case NODES -> "节点";
        };
    }

    /** How actual and goal compare; whatever is counted, all of it must be there. */
    public static Comparison comparison(Target target) {
        return target.counting() == Counting.FIGURE ? target.goal().comparison() : Comparison.AT_LEAST;
    }

    private static String counted(Progress progress) {
        return progress.byUnit().units().stream()
                        .allMatch(one -> one.unit().kind().isTownshipLevel())
                ? "个乡镇"
                : "个单位";
    }

    /** The units that miss it, and behind them those of which nobody can tell. */
    private static String lacking(Progress progress) {
        String missed = names(progress, Verdict.FAILS);
        String unknown = names(progress, Verdict.UNDECIDED);
        return (missed.isEmpty() ? "" : "，缺" + missed) + (unknown.isEmpty() ? "" : "，" + unknown + "未判定");
    }

    private static String names(Progress progress, Verdict verdict) {
        List<String> names = progress.byUnit().units().stream()
                .filter(one -> one.reached() == verdict && one.status() != ProgressStatus.NOT_APPLICABLE)
                .map(one -> one.unit().name())
                .toList();
        return names.stream().limit(NAMED).collect(Collectors.joining("、"))
                + (names.size() > NAMED ? "等" + names.size() + "个" : "");
    }
}
