package xiangbao.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.RemindersJson;
import xiangbao.jobs.reminders.RemindAnswer;
import xiangbao.jobs.reminders.RemindOrder;
import xiangbao.jobs.reminders.Reminding;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao remind}: tells those who owe something. */
@Command(
        name = "remind",
        description = "催报：谁还没报、退回后没有重报，写成可以直接粘贴的话，附上要填的工作簿；加 --send 发邮件。已报的、不用报的一概不催。",
        sortOptions = false)
final class RemindCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--period",
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "如 2026-Q3；不写则按 config/application.yaml 的催报规则，今天该催的才催")
    private @Nullable ReferencePeriod period;

    @Option(names = "--unit", paramLabel = "单位", description = "只催这个单位：代码或名称，如 430626111 或 伍市镇")
    private @Nullable String unit;

    @Option(names = "--form", paramLabel = "表号", description = "只催这张表，如 平31-1")
    private @Nullable String form;

    @Option(names = "--out", paramLabel = "目录", description = "写到哪里；默认工作目录下的 reminders/当天日期")
    private @Nullable Path out;

    @Option(names = "--send", description = "发邮件给 config/contacts.csv 里的邮箱；同一件事一天只发一次")
    private boolean send;

    @Option(names = "--again", description = "今天发过的也再发")
    private boolean again;

    @Override
    public Integer call() {
        if (again && !send) {
            throw new UsageException("--again 要与 --send 一起用。");
        }
        RemindOrder order = new RemindOrder(
                Optional.ofNullable(period),
                Optional.ofNullable(unit).map(String::strip),
                Optional.ofNullable(form).map(text -> FormsCommand.formCode(text.strip())),
                Optional.ofNullable(out),
                send,
                again,
                false,
                place.actor());
        try (Office office = place.office()) {
            RemindAnswer answer = office.entry(Reminding.class).remind(order);
            if (place.json()) {
                place.terminal().json(RemindersJson.of(answer));
            } else {
                new Screen(place.terminal()).reminders(answer);
            }
            return answer.needsAttention() ? Xiangbao.ATTENTION : 0;
        }
    }
}
