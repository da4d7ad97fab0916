package xiangbao.console;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import xiangbao.jobs.Office;
import xiangbao.jobs.UnitStatus;
import xiangbao.statistics.model.ReferencePeriod;

/** {@code xiangbao status}: who owes what, unit by form. */
@Command(name = "status", description = "谁该报什么、报到哪一步。", sortOptions = false)
final class StatusCommand extends PeriodQuery<List<UnitStatus>> {
    @Override
    List<UnitStatus> ask(Office office, ReferencePeriod period) {
        return office.status(period);
    }

    @Override
    Map<String, Object> json(List<UnitStatus> answer) {
        return Json.status(answer);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, List<UnitStatus> answer) {
        screen.status(period, answer);
    }
}
