package xiangbao.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.rules.BacktestJson;
import xiangbao.jobs.rules.BacktestAnswer;
import xiangbao.jobs.rules.BacktestOrder;
import xiangbao.jobs.rules.Backtests;
import xiangbao.statistics.definitions.Definitions;

/** {@code xiangbao config backtest}: tries a relation, of this configuration or of a draft, on what was reported. */
@Command(
        name = "backtest",
        description = "拿一条审核关系（可以是 --config 目录里还没有启用的）审以前各期收到的报表，看会发现什么；什么也不改变。",
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Parameters(paramLabel = "审核关系", description = "代码，如 31-T1；默认审核写 CHANGE-YEAR 等")
    @SuppressWarnings("NullAway.Init")
    private String relation;

    @Option(names = "--periods", required = true, paramLabel = "报告期", description = "一个或一段，如 2026-Q3、2025-Q4..2026-Q3")
    @SuppressWarnings("NullAway.Init")
    private String periods;

    @Override
    public Integer call() {
        BacktestOrder order = new BacktestOrder(relation.strip(), PeriodRange.parse(periods));
        try (Office office = place.officeToLookInto()) {
            Definitions definitions = ConfigCommand.definitions(place.askedConfig());
            BacktestAnswer answer = office.entry(Backtests.class).backtest(order, definitions);
            if (place.json()) {
                place.terminal().json(BacktestJson.of(answer));
            } else {
                new RelationScreen(place.terminal()).backtest(answer);
            }
            return answer.exit();
        }
    }
}
