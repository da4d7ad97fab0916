package xiangbao.readers.config.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.units.MailAddresses;
import xiangbao.statistics.text.Spelling;

/**
 * {@code application.yaml}: when {@code serve} does what, and on which days somebody is reminded. The rest of that file is Spring Boot's;
 * {@link SettingsReader} looks at it.
 */
public final class ScheduleReader {
    private static final List<String> SECTIONS = List.of("inbox", "schedule", "serve", "logs", "mail", "reminders");
    private static final List<String> INBOX = List.of("watch", "rescan", "settling", "unfinished");
    private static final Pattern DURATION = Pattern.compile("[1-9]\\d{0,5}(ms|s|m|h)");

    private final UnaryOperator<String> cronMistake;
    private final Mistakes mistakes = new Mistakes();

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

    private ReadSchedule read(Path folder) {
        Optional<YamlValue> root = SettingsFile.read(folder, mistakes);
        SettingsReader.check(folder, root, mistakes);
        Optional<YamlValue> ours = root.flatMap(value -> entry(value, "xiangbao"));
        ours.ifPresent(this::misspeltSections);
        ours.flatMap(value -> entry(value, "inbox")).ifPresent(this::inbox);
        ours.flatMap(value -> entry(value, "mail")).ifPresent(this::mail);
        ReminderPolicy reminders = ours.flatMap(value -> entry(value, "reminders"))
                .map(RemindersSection::read)
                .orElse(ReminderPolicy.STANDARD);
        List<ScheduledTask> tasks = new ScheduleSection(cronMistake)
                .read(ours.flatMap(value -> entry(value, "schedule")).orElse(null));
        return new ReadSchedule(tasks, reminders, mistakes.inOrder());
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
                mistakes.add(SettingsFile.NAME, entry.line(), "未知的键“" + entry.key() + "”", nearest);
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
}
