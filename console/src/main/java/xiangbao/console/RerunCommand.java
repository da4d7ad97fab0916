package xiangbao.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.runs.RerunJson;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.reruns.RerunStage;
import xiangbao.jobs.reruns.Reruns;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao rerun}: does again what was done before, or tells what would come of it. */
@Command(name = "rerun", description = "重新审核、汇总、出表；加 --preview 只看会变什么，什么也不改。", sortOptions = false)
final class RerunCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--period",
            split = ",",
            paramLabel = "报告期",
            description = "如 2026-Q3，可写多个（2026-Q1,2026-Q2）或一段（2026-01..2026-Q3）；补跑时不写则为全部有报表的报告期")
    private List<String> periods = new ArrayList<>();

    @Option(names = "--form", paramLabel = "表号", description = "只重新审核这张表（及与它有关的），如 平31-1")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "只重新审核这个单位的报表，代码或名称，如 430626111 或 伍市镇")
    private @Nullable String unit;

    @Option(
            names = "--from",
            paramLabel = "环节",
            defaultValue = "review",
            description = "从哪个环节做起：review 审核（默认）、aggregate 汇总、report 只重新出表")
    private String from = "review";

    @Option(names = "--reason", paramLabel = "原因", description = "为什么要重算，记入这次汇总；--preview 时可不写")
    private String reason = "";

    @Option(names = "--preview", description = "只看会变什么：受影响的报表、审核结论、数字、已出的报表；什么也不改")
    private boolean preview;

    @Option(names = "--backfill", paramLabel = "方式", description = "补跑：missing 有报表而没汇总过的，failed 上次没做完的，all 全部")
    private @Nullable String backfill;

    @Override
    public Integer call() {
        RerunStage stage = RerunStage.of(from)
                .orElseThrow(() -> new UsageException("环节“" + from + "”不对：应为 review、aggregate 或 report。"));
        if (reason.isBlank() && !preview) {
            throw new UsageException("请用 --reason 写明重算的原因；只想看看会变什么，用 --preview。");
        }
        if (periods.isEmpty() && backfill == null) {
            throw new UsageException("缺少必需的选项或参数：--period。");
        }
        List<ReferencePeriod> wanted = new ArrayList<>();
        periods.forEach(text -> wanted.addAll(PeriodRange.parse(text)));
        Terminal terminal = place.terminal();
        try (Office office = place.standingOffice()) {
            boolean bar = terminal.interactive() && !preview;
            RunListener listener = bar ? new ProgressBar(terminal) : RunListener.SILENT;
            RerunOrder order = new RerunOrder(
                    wanted,
                    backfill(),
                    Optional.ofNullable(form).map(FormsCommand::formCode),
                    Optional.ofNullable(unit)
                            .flatMap(named -> office.entry(OrderedScope.class)
                                    .choice(Optional.of(named))
                                    .unit()),
                    stage,
                    new Cause(Cause.Kind.RERUN, place.actor(), reason.strip()),
                    listener);
            RerunAnswer answer = preview
                    ? office.entry(Reruns.class).preview(order)
                    : office.entry(Reruns.class).rerun(order);
            if (place.json()) {
                terminal.json(RerunJson.of(answer, order));
            } else {
                new RunScreen(terminal).rerun(answer, place.workspace());
            }
            return answer.exit();
        }
    }

    private RerunOrder.Backfill backfill() {
        if (backfill == null) {
            return RerunOrder.Backfill.ALL;
        }
        try {
            return RerunOrder.Backfill.valueOf(backfill.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new UsageException("补跑方式“" + backfill + "”不对：应为 missing、failed 或 all。");
        }
    }
}
