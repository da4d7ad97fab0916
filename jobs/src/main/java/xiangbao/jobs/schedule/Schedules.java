package xiangbao.jobs.schedule;

import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.quartz.CronExpression;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.settings.ReadSchedule;
import xiangbao.readers.config.settings.ScheduleReader;
import xiangbao.readers.config.settings.ScheduledTask;

/** {@code config/application.yaml} as the scheduler understands it. Starts nothing. */
public final class Schedules {
    /** A time that comes only before this never comes. */
    private static final Date BEGINNING = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Schedules() {}

    /** What is wrong in the file, with its lines. */
    public static List<ConfigurationMistake> mistakes(Path config) {
        return read(config).mistakes();
    }

    static List<ScheduledTask> tasks(Path config) {
        ReadSchedule read = read(config);
        if (!read.mistakes().isEmpty()) {
            throw new ConfigurationMistakesException(
                    read.mistakes().stream().map(ConfigurationMistake::toString).toList());
        }
        return read.tasks();
    }

    private static ReadSchedule read(Path config) {
        return ScheduleReader.read(config, Schedules::cronMistake);
    }

    private static String cronMistake(String cron) {
        try {
            if (new CronExpression(cron).getNextValidTimeAfter(BEGINNING) == null) {
                return "“" + cron + "”永远不会到点，请检查日、月、年";
            }
            return "";
        } catch (ParseException | RuntimeException wrong) {
            return "“" + cron + "”不是定时写法：应为“秒 分 时 日 月 周”六段，日和周有一段写“?”，如 0 0 7 11 * ?（每月11日7时）；不要这项定时就写“"
                    + ScheduledTask.OFF + "”";
        }
    }

    static String title(ScheduledTask task) {
        return switch (task.kind()) {
            case INTAKE -> "收件";
            case COUNTY_RUN ->
                "定时汇总（" + (task.period() == null ? "" : title(task.period().word())) + "）";
            case REMINDERS -> "催报";
            case HOUSEKEEPING -> "清理";
        };
    }

    private static String title(String word) {
        String which = word.startsWith("previous") ? "上" : "本";
        return switch (word.substring(word.indexOf('-') + 1)) {
            case "month" -> which + "月";
            case "quarter" -> which + "季度";
            case "half" -> which + "半年";
            default -> which.equals("上") ? "上年" : "本年";
        };
    }
}
