package xiangbao.readers.config.settings;

import java.nio.file.Files;
import java.nio.file.Path;
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
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.units.MailAddresses;
import xiangbao.statistics.text.Spelling;

/**
 * {@code application.yaml}: when {@code serve} does what, and on which days somebody is reminded. The rest of that file is Spring Boot's; {@link SettingsReader} looks at it. What the file does not say is as {@link #defaults} say it; a cron of “-” switches a task off.
 */
public final class ScheduleReader {
    static final String FILE = "application.yaml";
    public static final String OFF = "-";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> SECTIONS = List.of("inbox", "schedule", "serve", "logs", "mail", "reminders");
    private static final List<String> KEYS = List.of("zone", "intake", "runs", "reminders", "housekeeping");
    private static final List<String> INBOX = List.of("watch", "rescan", "settling", "unfinished");
    private static final List<String> REMINDERS = List.of("before", "after", "at-most-days");
    private static final Pattern DURATION = Pattern.compile("[1-9]\\d{0,5}(ms|s|m|h)");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9_-]{1,60}");

    private final UnaryOperator<String> cronMistake;
    private final Mistakes mistakes = new Mistakes();
    private final List<ScheduledTask> tasks = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private ScheduleReader(UnaryOperator<String> cronMistake) {
        this.cronMistake = cronMistake;
    }

    /**
     * Reads the file, if there is one.
     *
     * @param cronMistake says in Chinese what is wrong with a cron expression; empty when nothing is
     */
    public static ReadSchedule read(Path configFolder, UnaryOperator<String> cronMistake) {
        return new ScheduleReader(cronMistake).read(configFolder);
    }

    /** What is done when the file says nothing: name, cron, and the period of a county run. */
    static List<ScheduledTask> defaults(ZoneId zone) {
        return List.of(
                new ScheduledTask("intake", ScheduledTask.Kind.INTAKE, "0 0 * * * ?", zone, null),
                run("0 0 7 11 * ?", RelativePeriod.PREVIOUS_MONTH, zone),
                run("0 0 7 16 1,4,7,10 ?", RelativePeriod.PREVIOUS_QUARTER, zone),
                new ScheduledTask("reminders", ScheduledTask.Kind.REMINDERS, "0 0 9 ? * *", zone, null),
                new ScheduledTask("housekeeping", ScheduledTask.Kind.HOUSEKEEPING, "0 30 3 * * ?", zone, null));
    }

    private static ScheduledTask run(String cron, RelativePeriod period, ZoneId zone) {
        return new ScheduledTask(runName(period.word()), ScheduledTask.Kind.COUNTY_RUN, cron, zone, period);
    }

    private static String runName(String name) {
        return "run-" + name;
    }

    private ReadSchedule read(Path folder) {
        Optional<YamlValue> root = Files.exists(folder.resolve(FILE))
                ? ConfigurationFile.read(folder, FILE, mistakes).flatMap(file -> file.yaml(mistakes))
                : Optional.empty();
        SettingsReader.check(folder, root, mistakes);
        Optional<YamlValue> ours = root.flatMap(value -> entry(value, "xiangbao"));
        ours.ifPresent(this::misspeltSections);
        ours.flatMap(value -> entry(value, "inbox")).ifPresent(this::inbox);
        ours.flatMap(value -> entry(value, "mail")).ifPresent(this::mail);
        ReminderPolicy reminders = ours.flatMap(value -> entry(value, "reminders"))
                .map(ScheduleReader::reminders)
                .orElse(ReminderPolicy.STANDARD);
        schedule(ours.flatMap(value -> entry(value, "schedule")).orElse(null));
        return new ReadSchedule(tasks, reminders, mistakes.inOrder());
    }

    private static ReminderPolicy reminders(YamlValue value) {
        Section section = new Section(value, REMINDERS);
        ReminderPolicy standard = ReminderPolicy.STANDARD;
        List<Integer> before = section.value("before")
                .map(days -> days.list().stream()
                        .flatMap(day -> day.integer(0, ReminderPolicy.FARTHEST_BEFORE).stream())
                        .toList())
                .orElse(standard.before());
        ReminderPolicy.After after = section.value("after")
                .flatMap(word ->
                        word.choice(YamlValue.titled(ReminderPolicy.After.values(), ReminderPolicy.After::title)))
                .orElse(standard.after());
        return new ReminderPolicy(
                before, after, section.integer("at-most-days", standard.atMostDays(), 1, ReminderPolicy.LONGEST_AFTER));
    }

    private void mail(YamlValue value) {
        new Section(value, List.of("from"))
                .value("from")
                .ifPresent(from -> from.text().ifPresent(text -> {
                    // the environment may say it instead
                    if (!text.startsWith("${") && !MailAddresses.isAddress(text)) {
                        from.wrong("“from”应为一个邮箱，如 tongji@example.cn，而这里是“" + text + "”");
                    }
                }));
    }

    private static Optional<YamlValue> entry(YamlValue mapping, String key) {
        if (!mapping.isMapping()) {
            return Optional.empty();
        }
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(YamlValue.Entry::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Others may add sections of their own, but one that is nearly ours is a slip of the pen. */
    private void misspeltSections(YamlValue ours) {
        if (!ours.isMapping()) {
            ours.entries();
            return;
        }
        for (YamlValue.Entry entry : ours.entries()) {
            String nearest = SECTIONS.contains(entry.key()) ? "" : Spelling.nearest(entry.key(), SECTIONS);
            if (!nearest.isEmpty()) {
                mistakes.add(FILE, entry.line(), "未知的键“" + entry.key() + "”", nearest);
            }
        }
    }

    private void inbox(YamlValue value) {
        Section section = new Section(value, INBOX);
        section.flag("watch", true);
        for (String key : List.of("rescan", "settling", "unfinished")) {
            section.value(key)
                    .ifPresent(duration -> duration.text().ifPresent(text -> {
                        if (!DURATION.matcher(text).matches()) {
                            duration.wrong("“" + key + "”应为一段时间，如 10s、5m，而这里是“" + text + "”");
                        }
                    }));
        }
    }

    private void schedule(@Nullable YamlValue value) {
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
        for (ScheduledTask one : defaults(zone)) {
            if (!told.contains(one.kind())) {
                tasks.add(one);
            }
        }
        tasks.sort(Comparator.comparing(ScheduledTask::kind));
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
            period.ifPresent(
                    word -> add(section, runName(name), ScheduledTask.Kind.COUNTY_RUN, zone(section, standard), word));
        }
    }

    private void add(
            Section section, String name, ScheduledTask.Kind kind, ZoneId zone, @Nullable RelativePeriod period) {
        section.required("cron")
                .ifPresent(value -> value.text().ifPresent(cron -> {
                    String wrong = cron.equals(OFF) ? "" : cronMistake.apply(cron);
                    if (!wrong.isEmpty()) {
                        value.wrong(wrong);
                    } else if (!cron.equals(OFF)) {
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
