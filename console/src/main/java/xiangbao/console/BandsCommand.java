package xiangbao.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.rules.BandsJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.rules.BandLearning;
import xiangbao.jobs.rules.BandsAnswer;
import xiangbao.jobs.rules.BandsOrder;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao bands}: learns from stored periods what is usual of each figure. */
@Command(
        name = "bands",
        description = "参考范围：从已入库的各期报表学出每个数通常变动多少、每户每村多少，供审核和离线自查用；不加 --write 只看不改。",
        sortOptions = false)
final class BandsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "从哪一期起，如 2025-Q3；月报、半年报、年报按期末落在起止之间的算")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "到哪一期止，如 2026-Q2；只用已经核实无误（最好已定案）的各期")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod to;

    @Option(names = "--write", description = "写入配置目录的 bands.csv，替换原有的；常驻服务要重新启动后生效")
    private boolean write;

    @Override
    public Integer call() {
        try (Office office = place.standingOffice()) {
            BandsAnswer answer = office.entry(BandLearning.class)
                    .learn(new BandsOrder(from, to, write), Cause.command(place.actor()));
            if (place.json()) {
                place.terminal().json(BandsJson.of(answer));
            } else {
                BandsView.lines(answer).forEach(place.terminal()::say);
            }
            return answer.exit();
        }
    }
}
