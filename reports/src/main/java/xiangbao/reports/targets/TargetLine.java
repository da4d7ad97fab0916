package xiangbao.reports.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.Written;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.plan.Counting;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.ComparatorResult;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressText;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.ReportingUnit;

/** How a target stands, as a line of a table: a value for each token that a template may use. */
public final class TargetLine {
    public static final Set<String> TOKENS = Set.of(
            "序号", "目标任务", "依据", "计量单位", "目标", "实际", "完成率", "时间进度", "偏差", "差额", "状态", "未达标", "覆盖", "核定数", "责任单位",
            "共同责任单位", "备注");

    private static final int MOST_DECIMALS = 6;

    private TargetLine() {}

    /** @param number in front of it, or an empty text */
    public static Map<String, Printed> of(Progress progress, Vintage vintage, Printed number) {
        Target target = progress.target();
        Map<String, Printed> line = new HashMap<>();
        line.put("序号", number);
        line.put("目标任务", Printed.text(target.title() + "（" + target.code() + "）"));
        line.put("依据", Printed.text(target.passage().section()));
        String measure = ProgressText.measure(progress);
        line.put("计量单位", Printed.text(measure.isEmpty() ? "—" : measure));
        line.put("目标", Printed.text(ProgressText.goal(progress)));
        line.put("实际", actual(progress));
        line.put("完成率", share(progress.attainment().completion()));
        line.put("时间进度", share(progress.attainment().elapsed()));
        line.put("偏差", share(progress.attainment().deviation()));
        line.put("差额", gap(progress));
        line.put("状态", Printed.text(status(progress)));
        line.put("未达标", Printed.text(below(progress)));
        line.put(
                "覆盖",
                progress.grounds().coverage().expected().isEmpty()
                        ? Printed.NONE
                        : Printed.text(progress.grounds().coverage().fraction()));
        line.put("核定数", official(progress));
        line.put("责任单位", Printed.text(String.join("、", target.passage().responsible())));
        line.put("备注", Printed.text(note(progress, vintage)));
        return line;
    }

    /** Shape and word: never the colour alone. */
    static String status(Progress progress) {
        return progress.status().shape() + " " + progress.status().title();
    }

    /** A figure as a number that can be added up, anything else in words. */
    private static Printed actual(Progress progress) {
        BigDecimal actual = progress.attainment().actual();
        return actual == null
                        || progress.grounds().forecast()
                        || progress.target().counting() != Counting.FIGURE
                ? Printed.text(ProgressText.actual(progress))
                : Printed.number(actual, Math.max(actual.scale(), 0));
    }

    /** 差额: actual less goal, from the exact figures; with more decimals where rounding would make nothing of something. */
    private static Printed gap(Progress progress) {
        BigDecimal actual = progress.attainment().exactActual();
        BigDecimal goal = progress.attainment().goal();
        if (actual == null || goal == null || progress.target().counting() != Counting.FIGURE) {
            return Printed.NONE;
        }
        BigDecimal gap = actual.subtract(goal);
        int decimals = Math.max(progress.target().measure().decimals(), 0);
        while (decimals < MOST_DECIMALS
                && gap.signum() != 0
                && gap.setScale(decimals, RoundingMode.HALF_UP).signum() == 0) {
            decimals++;
        }
        return Printed.number(gap, decimals);
    }

    /** 核定数 with its 文号, beside the sum and never over it. */
    private static Printed official(Progress progress) {
        OfficialFigure official = progress.counterparts().official();
        if (official == null) {
            return Printed.NONE;
        }
        String unit = official.unit().equals(progress.target().measure().unit()) ? "" : official.unit();
        return Printed.text(FigureText.grouped(official.value()) + unit + "（" + official.document() + "）");
    }

    private static String below(Progress progress) {
        int below = progress.byUnit().below().size();
        if (below == 0) {
            return "—";
        }
        return below > 1 && below == progress.byUnit().units().size()
                ? "全部" + below + "个"
                : below + "个："
                        + progress.byUnit().below().stream()
                                .map(ReportingUnit::name)
                                .collect(Collectors.joining("、"));
    }

    private static String note(Progress progress, Vintage vintage) {
        List<String> notes = new ArrayList<>();
        progress.counterparts().comparators().forEach(one -> notes.add(compared(one)));
        if (!progress.note().isEmpty()) {
            notes.add(progress.note());
        }
        if (progress.grounds().provisional() && !progress.note().contains("初步数")) {
            notes.add(vintage.ofIncomplete());
        }
        return notes.stream().map(note -> note.replaceFirst("。$", "")).collect(Collectors.joining("；"));
    }

    private static String compared(ComparatorResult one) {
        BigDecimal value = one.value();
        BigDecimal lead = one.lead();
        if (value == null || lead == null) {
            return "与" + one.title() + (value == null ? "（未报）" : "（" + FigureText.grouped(value) + "）") + "比：未判定";
        }
        String by = one.verdict() == Verdict.PASSES ? "高" : lead.signum() == 0 ? "持平" : "低";
        return "比" + one.title() + "（" + FigureText.grouped(value) + "）" + by
                + (lead.signum() == 0 ? "" : FigureText.grouped(lead.abs()) + measured(one.leadUnit()));
    }

    private static String measured(String unit) {
        return unit.equals("百分点") ? "个百分点" : unit;
    }

    /** With the decimals that it came with, or more where rounding would make 100 of what is just below or above it. */
    public static Printed share(@Nullable BigDecimal value) {
        if (value == null) {
            return Printed.NONE;
        }
        return Printed.number(value, Written.shareDecimals(value));
    }
}
