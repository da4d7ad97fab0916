package xiangbao.readers.config.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.text.Spelling;

/** {@code schedule}: when {@code serve} does what. What the file does not say is as {@link UsualSchedule} says it; a cron of “-” switches a task off. */
final class ScheduleSection {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> KEYS = List.of("zone", "intake", "runs", "reminders", "housekeeping");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9_-]{1,60}");

    private final UnaryOperator<String> cronMistake;
    private final List<ScheduledTask> tasks = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    /** @param cronMistake says in Chinese what is wrong with a cron expression; empty when nothing is */
    ScheduleSection(UnaryOperator<String> cronMistake) {
        this.cronMistake = cronMistake;
    }

    List<ScheduledTask> read(@Nullable YamlValue value) {
        Section section = value == null ? null : new Section(value, KEYS);
        ZoneId zone = section == null ? ZONE : zone(section, ZONE);
        Set<ScheduledTask.Kind> told = EnumSet.noneOf(ScheduledTask.Kind.class);
        if (section != null) {
            section.value("intake").ifPresent(one -> task(one, "intake", ScheduledTask.Kind.INTAKE, zone, told));
            section.value("runs").ifPresent(runs -> runs(runs, zone, told));
            section.value("reminders")
                    .ifPresent(one -> task(one, "reminders", ScheduledTask.Kind.REMINDERS, zone, told));
            section.value("housekeeping")
                    .ifPresent(one -> task(one, "housekeeping", ScheduledTask.Kind.HOUSEKEEPING, zone, told));
        }
        for (ScheduledTask one : UsualSchedule.tasks(zone)) {
            if (!told.contains(one.kind())) {
                tasks.add(one);
            }
        }
        tasks.sort(Comparator.comparing(ScheduledTask::kind));
        return tasks;
    }

    private void task(
            YamlValue value, String name, ScheduledTask.Kind kind, ZoneId standard, Set<ScheduledTask.Kind> told) {
        told.add(kind);
        Section section = new Section(value, List.of("cron", "zone"));
        add(section, name, kind, zone(section, standard), null);
    }

    private void runs(YamlValue value, ZoneId standard, Set<ScheduledTask.Kind> told) {
        told.add(ScheduledTask.Kind.COUNTY_RUN);
        for (YamlValue item : value.list()) {
            Section section = new Section(item, List.of("name", "cron", "zone", "period"));
            Optional<RelativePeriod> period = section.required("period")
                    .flatMap(word -> word.choice(YamlValue.titled(RelativePeriod.values(), RelativePeriod::word)));
            String name = section.text("name", period.map(RelativePeriod::word).orElse(""));
            if (!name.isEmpty() && !NAME.matcher(name).matches()) {
                item.wrong("“name”只能用汉字、字母、数字和“-”，而这里是“" + name + "”");
            } else if (!name.isEmpty() && !names.add(name)) {
                item.wrong("已有名为“" + name + "”的定时汇总，请另写一个“name”");
            }
            period.ifPresent(word -> add(
                    section,
                    UsualSchedule.runName(name),
                    ScheduledTask.Kind.COUNTY_RUN,
                    zone(section, standard),
                    word));
        }
    }

    private void add(
            Section section, String name, ScheduledTask.Kind kind, ZoneId zone, @Nullable RelativePeriod period) {
        section.required("cron")
                .ifPresent(value -> value.text().ifPresent(cron -> {
                    String wrong = cron.equals(ScheduledTask.OFF) ? "" : cronMistake.apply(cron);
                    if (!wrong.isEmpty()) {
                        value.wrong(wrong);
                    } else if (!cron.equals(ScheduledTask.OFF)) {
                        tasks.add(new ScheduledTask(name, kind, cron, zone, period));
                    }
                }));
    }

    private static ZoneId zone(Section section, ZoneId otherwise) {
        return section.value("zone")
                .flatMap(value -> value.text().flatMap(text -> {
                    try {
                        return Optional.of(ZoneId.of(text));
                    } catch (DateTimeException unknown) {
                        value.wrong(
                                "没有时区“" + text + "”", Spelling.nearest(text, List.of("Asia/Shanghai", "Asia/Urumqi")));
                        return Optional.empty();
                    }
                }))
                .orElse(otherwise);
    }
}
