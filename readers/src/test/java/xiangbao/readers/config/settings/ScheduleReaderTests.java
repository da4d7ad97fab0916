package xiangbao.readers.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.periods.ReferencePeriod;

/** What serve does by itself, as the file says it. */
class ScheduleReaderTests {
    @TempDir
    Path folder;

    private ReadSchedule read(String text) throws IOException {
        Files.writeString(folder.resolve("application.yaml"), text);
        return ScheduleReader.read(folder, cron -> cron.contains("wrong") ? "不是定时写法" : "");
    }

    private List<String> mistakes(String text) throws IOException {
        return read(text).mistakes().stream()
                .map(ConfigurationMistake::toString)
                .toList();
    }

    private static List<String> lines(ReadSchedule schedule) {
        return schedule.tasks().stream()
                .map(task -> task.kind() + " " + task.name() + " " + task.cron() + " " + task.zone()
                        + (task.period() == null ? "" : " " + task.period().word()))
                .toList();
    }

    @Test
    void hasDefaultsWithoutAFileAndTheShippedFileSaysThemAll() {
        ReadSchedule none = ScheduleReader.read(folder, cron -> "");
        ReadSchedule shipped = ScheduleReader.read(Path.of("..", "config"), cron -> "");

        assertThat(lines(none))
                .containsExactly(
                        "INTAKE intake 0 0 * * * ? Asia/Shanghai",
                        "COUNTY_RUN run-previous-month 0 0 7 11 * ? Asia/Shanghai previous-month",
                        "COUNTY_RUN run-previous-quarter 0 0 7 16 1,4,7,10 ? Asia/Shanghai previous-quarter",
                        "REMINDERS reminders 0 0 9 ? * * Asia/Shanghai",
                        "HOUSEKEEPING housekeeping 0 30 3 * * ? Asia/Shanghai");
        assertThat(shipped).isEqualTo(none);
    }

    @Test
    void takesWhatIsWrittenAndLeavesTheRestAsItIs() throws IOException {
        assertThat(lines(read("""
                        spring: { datasource: { url: "jdbc:mysql://localhost/x" } }
                        xiangbao:
                          schedule:
                            zone: Asia/Urumqi
                            intake: { cron: "-" }
                            runs:
                              - { cron: "0 0 6 1 * ?", period: previous-month, name: 早 }
                              - { cron: "0 0 18 1 * ?", period: previous-month, zone: Asia/Tokyo }
                        """)))
                .containsExactly(
                        "COUNTY_RUN run-早 0 0 6 1 * ? Asia/Urumqi previous-month",
                        "COUNTY_RUN run-previous-month 0 0 18 1 * ? Asia/Tokyo previous-month",
                        "REMINDERS reminders 0 0 9 ? * * Asia/Urumqi",
                        "HOUSEKEEPING housekeeping 0 30 3 * * ? Asia/Urumqi");
    }

    @Test
    void tellsEveryMistakeWithItsLine() throws IOException {
        assertThat(mistakes("""
                        xiangbao:
                          inbox:
                            rescan: 10 seconds
                            wach: true
                          schedule:
                            zone: Asia/Shangha
                            intake: { cron: wrong }
                            runs:
                              - { cron: "0 0 7 11 * ?", period: last-month }
                              - { cron: "0 0 7 11 * ?", period: previous-year }
                              - { cron: "0 0 7 12 * ?", period: previous-year }
                              - { period: current-month, name: "a/b" }
                            remindrs: { cron: "0 0 9 ? * *" }
                        """))
                .containsExactly(
                        "config/application.yaml:3: “rescan”应为一段时间，如 10s、5m，而这里是“10 seconds”。",
                        "config/application.yaml:4: 未知的键“wach”，您是不是想写“watch”？",
                        "config/application.yaml:6: 没有时区“Asia/Shangha”，您是不是想写“Asia/Shanghai”？",
                        "config/application.yaml:7: 不是定时写法。",
                        "config/application.yaml:9: “period”应为previous-month、current-month、previous-quarter、current-quarter、"
                                + "previous-half、current-half、previous-year、current-year之一，而这里是“last-month”。",
                        "config/application.yaml:11: 已有名为“previous-year”的定时汇总，请另写一个“name”。",
                        "config/application.yaml:12: “name”只能用汉字、字母、数字和“-”，而这里是“a/b”。",
                        "config/application.yaml:12: “runs”下缺少“cron”。",
                        "config/application.yaml:13: 未知的键“remindrs”，您是不是想写“reminders”？");
        assertThat(mistakes("xiangbao:\n  shedule: {}\n"))
                .containsExactly("config/application.yaml:2: 未知的键“shedule”，您是不是想写“schedule”？");
        assertThat(mistakes("xiangbao:\n  schedule: [\n"))
                .singleElement()
                .asString()
                .startsWith("config/application.yaml:");
    }

    @Test
    void takesTheDaysOfReminders() throws IOException {
        assertThat(read("xiangbao: {}\n").reminders())
                .isEqualTo(new ReminderPolicy(List.of(3, 1, 0), ReminderPolicy.After.EVERY_WORKDAY, 30));
        assertThat(read("""
                        xiangbao:
                          mail: { from: "${OFFICE_MAIL}" }
                          reminders:
                            before: [5]
                            after: 每周
                        """))
                .satisfies(read -> assertThat(read.mistakes()).isEmpty())
                .extracting(ReadSchedule::reminders)
                .isEqualTo(new ReminderPolicy(List.of(5), ReminderPolicy.After.EVERY_WEEK, 30));
        assertThat(mistakes("""
                        xiangbao:
                          reminders:
                            before: [3, 一天, 40]
                            after: 每工作日
                            at-most-day: 30
                          mail:
                            from: 统计局
                            to: a@example.cn
                        """))
                .containsExactly(
                        "config/application.yaml:3: “before”应为0到30之间的整数，而这里是“40”。",
                        "config/application.yaml:3: “before”应为0到30之间的整数，而这里是“一天”。",
                        "config/application.yaml:4: “after”应为每个工作日、每周、不催之一，而这里是“每工作日”，您是不是想写“每个工作日”？",
                        "config/application.yaml:5: 未知的键“at-most-day”，您是不是想写“at-most-days”？",
                        "config/application.yaml:7: “from”应为一个邮箱，如 tongji@example.cn，而这里是“统计局”。",
                        "config/application.yaml:8: 未知的键“to”。");
    }

    @ParameterizedTest
    @CsvSource({
        "PREVIOUS_MONTH,2026-01-11,2025-12",
        "CURRENT_MONTH,2026-01-11,2026-01",
        "PREVIOUS_QUARTER,2026-10-16,2026-Q3",
        "PREVIOUS_QUARTER,2026-01-16,2025-Q4",
        "CURRENT_QUARTER,2026-12-31,2026-Q4",
        "PREVIOUS_HALF,2026-07-01,2026-S1",
        "CURRENT_HALF,2026-06-30,2026-S1",
        "PREVIOUS_YEAR,2026-01-01,2025",
        "CURRENT_YEAR,2026-12-31,2026"
    })
    void meansThePeriodThatTheDayLooksBackOn(RelativePeriod period, LocalDate day, String expected) {
        assertThat(period.on(day)).isEqualTo(ReferencePeriod.of(expected));
    }
}
