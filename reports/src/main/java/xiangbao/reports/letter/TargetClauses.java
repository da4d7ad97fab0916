package xiangbao.reports.letter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.reports.template.Written;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Counting;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.ComparatorResult;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressText;

/** What was asked for, how much of it is done, and the calendar: clauses of a sentence about a target. */
final class TargetClauses {
    private TargetClauses() {}

    /** The goal, how much of it is done, and the calendar. */
    static List<String> held(Progress progress) {
        List<String> clauses = new ArrayList<>();
        Target target = progress.target();
        BigDecimal goal = progress.attainment().goal();
        if (target.counting() != Counting.FIGURE) {
            clauses.add("目标为" + ProgressText.goal(progress));
        } else if (goal != null) {
            String number = ProgressText.bare(goal) + target.measure().unit();
            clauses.add(
                    target.goal().aboveLastYear()
                            ? "目标为高于上年同期的" + number
                            : "目标为" + word(target.goal().comparison()) + number);
        } else if (!progress.counterparts().comparators().isEmpty()) {
            clauses.add("目标为高于"
                    + progress.counterparts().comparators().stream()
                            .map(one -> one.title()
                                    + (one.value() == null
                                            ? "（缺数）"
                                            : "（" + FigureText.grouped(one.value())
                                                    + target.measure().unit() + "）"))
                            .collect(Collectors.joining("、")));
            String under = progress.counterparts().comparators().stream()
                    .filter(one -> one.verdict() == Verdict.FAILS)
                    .map(ComparatorResult::title)
                    .collect(Collectors.joining("、"));
            if (!under.isEmpty()) {
                clauses.add("其中未高于" + under);
            }
        }
        BigDecimal completion = progress.attainment().completion();
        if (completion != null && !target.measure().unit().equals("%")) {
            clauses.add("完成率" + Written.share(completion) + "%");
        }
        if (progress.attainment().elapsed() != null) {
            if (completion != null && target.measure().unit().equals("%")) {
                clauses.add("完成率" + Written.share(completion) + "%");
            }
            clauses.add("时间进度" + Written.share(progress.attainment().elapsed()) + "%");
        }
        BigDecimal deviation = progress.attainment().deviation();
        if (deviation != null) {
            String points = Written.share(deviation.abs()) + "个百分点";
            clauses.add(deviation.signum() == 0 ? "与时间进度持平" : deviation.signum() > 0 ? "超前" + points : "落后" + points);
        }
        return clauses;
    }

    private static String word(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "不低于";
            case ABOVE -> "高于";
            case EQUAL -> "";
            case AT_MOST -> "不超过";
            case BELOW -> "低于";
        };
    }
}
