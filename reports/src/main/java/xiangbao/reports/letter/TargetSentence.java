package xiangbao.reports.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.template.Written;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.plan.Counting;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.ProgressText;

/** How a letter tells a target: what was reached, 同比, what was asked for, and how that stands in time. */
final class TargetSentence {
    /** More units than these are counted, not named: the tables name them. */
    private static final int NAMED = 3;

    private final CountyResult result;
    private final FigureSentence figures;

    TargetSentence(CountyResult result, FigureSentence figures) {
        this.result = result;
        this.figures = figures;
    }

    /**
     * Empty where the plan has no such target.
     *
     * @param compared the indicator whose 同比 stands beside it; may be empty
     */
    Optional<String> of(String code, String compared) {
        Optional<Progress> found = result.progress().stream()
                .filter(progress -> progress.target().code().equals(code))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Progress progress = found.get();
        List<String> clauses = new ArrayList<>();
        clauses.add(progress.target().title() + actual(progress));
        String change = compared.isEmpty() ? "" : figures.yearOnYear(compared).orElse("");
        if (!change.isEmpty()) {
            clauses.add(change);
        }
        clauses.addAll(TargetClauses.held(progress));
        clauses.add(progress.status().title());
        return Optional.of(clauses.stream().distinct().collect(Collectors.joining("，")));
    }

    private String actual(Progress progress) {
        if (progress.attainment().actual() == null) {
            return progress.status() == ProgressStatus.NOT_APPLICABLE ? "本期不适用" : "尚无数据";
        }
        boolean figure = progress.target().counting() == Counting.FIGURE;
        return (figure
                        ? FigureText.grouped(progress.attainment().actual())
                                + progress.target().measure().unit()
                        : ProgressText.actual(progress))
                + figures.remarks(
                        progress.grounds().forecast(),
                        progress.grounds().provisional(),
                        progress.grounds().coverage());
    }

    /** One that is off, with all that a leader needs to know of it. */
    String off(int number, Progress progress) {
        StringBuilder text = new StringBuilder()
                .append(number)
                .append("．")
                .append(progress.target().title())
                .append("（")
                .append(progress.target().code())
                .append("）：实际")
                .append(actual(progress));
        TargetClauses.held(progress).forEach(clause -> text.append("，").append(clause));
        text.append("，")
                .append(progress.status().shape())
                .append(progress.status().title())
                .append("。");
        String parts = parts(progress);
        if (!parts.isEmpty()) {
            text.append("其中").append(parts).append("。");
        } else if (!progress.byUnit().below().isEmpty() && progress.target().counting() != Counting.UNITS) {
            text.append(below(progress)).append("。");
        }
        return text.append("责任单位：")
                .append(String.join("、", progress.target().passage().responsible()))
                .append("。")
                .toString();
    }

    /** What is off of a target with parts. */
    private String parts(Progress whole) {
        return result.progress().stream()
                .filter(one ->
                        whole.target().measure().parts().contains(one.target().code()))
                .filter(part -> part.status().isOff())
                .map(part -> {
                    List<String> clauses = new ArrayList<>(List.of(part.target().title() + actual(part)));
                    clauses.addAll(TargetClauses.held(part));
                    clauses.add(part.status().title());
                    if (!part.byUnit().below().isEmpty()) {
                        clauses.add(below(part));
                    }
                    return String.join("，", clauses);
                })
                .collect(Collectors.joining("；"));
    }

    private static String below(Progress progress) {
        int below = progress.byUnit().below().size();
        return below > NAMED && below == progress.byUnit().units().size()
                ? "适用的" + below + "个单位均未达标"
                : "未达标的有" + below + "个：" + Written.names(progress.byUnit().below());
    }
}
