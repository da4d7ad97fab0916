package xiangbao.reports.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.TargetCounts;

/** What a letter says of the plan's targets: those put first, how many stand how, which are off, reached and undecided. */
final class TargetParagraphs {
    private static final List<ProgressStatus> OFF =
            List.of(ProgressStatus.NOT_MET, ProgressStatus.FAR_BEHIND, ProgressStatus.BEHIND);

    private final CountyResult result;
    private final TargetSentence sentence;
    private final List<Progress> wholes;

    TargetParagraphs(CountyResult result, TargetSentence sentence) {
        this.result = result;
        this.sentence = sentence;
        this.wholes = TargetCounts.whole(result.progress());
    }

    /** The targets that the plan puts first. */
    List<String> headlines() {
        List<String> paragraphs = result.definitions().plan().letter().headlines().stream()
                .flatMap(one -> sentence.of(one.target(), one.compared()).stream())
                .map(text -> text + "。")
                .toList();
        return paragraphs.isEmpty() ? List.of("没有另列主要指标，各项目标任务情况如下。") : paragraphs;
    }

    /** Targets of which something holds; parts stand with their whole. */
    private List<Progress> of(Predicate<Progress> wanted) {
        return wholes.stream().filter(wanted).toList();
    }

    List<String> targets() {
        TargetCounts counts = TargetCounts.of(result.progress());
        return List.of(
                counts.total() == 0 ? "方案没有列入目标任务。" : "纳入调度的目标任务" + counts.size() + "，其中：" + counts.states() + "。");
    }

    List<String> behind() {
        List<Progress> off = new ArrayList<>();
        OFF.forEach(status -> off.addAll(of(progress -> progress.status() == status)));
        if (off.isEmpty()) {
            return List.of("没有未达标、滞后的目标任务。");
        }
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("未达标、滞后的目标任务" + off.size() + "项：");
        for (int index = 0; index < off.size(); index++) {
            paragraphs.add(sentence.off(index + 1, off.get(index)));
        }
        return paragraphs;
    }

    List<String> reached() {
        List<Progress> reached = of(progress -> progress.status() == ProgressStatus.COMPLETED
                || progress.status() == ProgressStatus.MET
                || progress.status() == ProgressStatus.ON_PACE);
        return List.of(
                reached.isEmpty()
                        ? "尚无判定为达标、达序时的目标任务。"
                        : "已完成、达标、达序时的目标任务" + reached.size() + "项：" + titles(reached) + "。");
    }

    List<String> undecided() {
        List<String> paragraphs = new ArrayList<>();
        List<Progress> undecided = of(progress -> progress.status() == ProgressStatus.UNDECIDED);
        if (!undecided.isEmpty()) {
            paragraphs.add("数据不全、未判定的目标任务" + undecided.size() + "项：" + titles(undecided) + "。");
        }
        List<Progress> open = of(progress -> progress.status() == ProgressStatus.NO_TARGET);
        if (!open.isEmpty()) {
            paragraphs.add("方案没有数值、任务数待下达的目标任务" + open.size() + "项：" + titles(open) + "。");
        }
        return paragraphs;
    }

    private static String titles(List<Progress> progress) {
        return progress.stream().map(one -> one.target().title()).collect(Collectors.joining("、"));
    }
}
