package xiangbao.console;

import java.util.List;
import picocli.CommandLine.Command;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.figures.ProgressJson;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.progress.Light;

/** {@code xiangbao progress}: the targets of the plan and how far they are reached. */
@Command(name = "progress", description = "任务目标完成情况。", sortOptions = false)
final class ProgressCommand extends RunQuery<List<TargetAnswer>> {
    @Override
    List<TargetAnswer> ask(Office office, ReferencePeriod period) {
        return office.entry(Inquiries.class).progress(period);
    }

    @Override
    List<TargetAnswer> ask(Office office, RunName run) {
        return office.entry(Inquiries.class).progress(run);
    }

    /** A red light is off target. */
    @Override
    int exit(List<TargetAnswer> answer) {
        boolean red = answer.stream().anyMatch(target -> target.light().equals(Light.RED.title()));
        return red ? Xiangbao.ATTENTION : 0;
    }

    @Override
    Record json(List<TargetAnswer> answer) {
        return ProgressJson.of(answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, List<TargetAnswer> answer) {
        screen.progress(period, answer);
    }
}
