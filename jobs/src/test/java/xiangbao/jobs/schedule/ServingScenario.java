package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.ConfigurationMistakesException;
import xiangbao.jobs.FigureAnswer;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.UnitStatus;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;

/** An office that serves: schedules, inbox, health, metrics. */
abstract class ServingScenario {
    static final ReferencePeriod QUARTER = ReferencePeriod.of("2026-Q3");
    private static final LocalDateTime OCTOBER = LocalDateTime.parse("2026-10-09T16:20:00");

    @TempDir
    Path folder;

    abstract Map<String, String> database(String name);

    @BeforeEach
    void describe() throws IOException {
        ToyCounty.describe(folder.resolve("config"));
    }

    void schedule(String text) throws IOException {
        Files.writeString(folder.resolve("config/application.yaml"), "xiangbao:\n  schedule:\n" + text.indent(4));
    }

    PlayedYear serve() {
        return PlayedYear.begin(
                folder.resolve("workspace"),
                folder.resolve("config"),
                Path.of("..", "templates").toAbsolutePath().normalize(),
                OCTOBER,
                database("serving"));
    }

    void handIn(String unit, String total) throws IOException {
        ToyCounty.workbook(
                folder.resolve("workspace/inbox/" + unit + "/山塘.xlsx"), unit, "2026年三季度", total, "60", "88.5");
    }

    @Test
    void playsItsSchedulesInTheirOrder() throws IOException {
        schedule("""
                intake: { cron: "-" }
                runs:
                  - { cron: "0 0 7 16 1,4,7,10 ?", period: previous-quarter }
                  - { cron: "0 30 6 ? * SAT", period: current-month, name: 每周 }
                reminders: { cron: "-" }
                housekeeping: { cron: "0 30 3 1 * ?" }
                """);
        try (PlayedYear year = serve()) {
            handIn("荷塘镇", "100");
            year.look();
            assertThat(figure(year)).isEqualTo("100");
            handIn("莲湖乡", "70");

            assertThat(year.playUntil(LocalDateTime.parse("2026-11-01T12:00:00")))
                    .containsExactly(
                            new PlayedYear.Played(LocalDateTime.parse("2026-10-10T06:30:00"), "run-每周"),
                            new PlayedYear.Played(LocalDateTime.parse("2026-10-16T07:00:00"), "run-previous-quarter"),
                            new PlayedYear.Played(LocalDateTime.parse("2026-10-17T06:30:00"), "run-每周"),
                            new PlayedYear.Played(LocalDateTime.parse("2026-10-24T06:30:00"), "run-每周"),
                            new PlayedYear.Played(LocalDateTime.parse("2026-10-31T06:30:00"), "run-每周"),
                            new PlayedYear.Played(LocalDateTime.parse("2026-11-01T03:30:00"), "housekeeping"));
            assertThat(figure(year)).isEqualTo("170");
            assertThat(year.office().status(QUARTER))
                    .extracting(UnitStatus::unitName, UnitStatus::round)
                    .contains(org.assertj.core.groups.Tuple.tuple("莲湖乡", 1));
        }
    }

    private static String figure(PlayedYear year) {
        return year.office().figures(QUARTER, Optional.of(new FormCode("试1-1")), Optional.empty()).stream()
                .filter(figure -> figure.indicator().item().equals("01.1"))
                .map(FigureAnswer::value)
                .map(String::valueOf)
                .findFirst()
                .orElse("none");
    }

    @Test
    void takesChangedSchedulesAtTheNextStart() throws IOException {
        schedule("""
                intake: { cron: "0 0 * * * ?" }
                runs:
                  - { cron: "0 0 7 11 * ?", period: previous-month }
                reminders: { cron: "-" }
                housekeeping: { cron: "0 30 3 * * ?", zone: Asia/Urumqi }
                """);
        try (PlayedYear year = serve()) {
            assertThat(year.serving().appointments())
                    .extracting(one -> one.name() + " " + one.cron() + " " + one.zone() + " " + one.misfire())
                    .containsExactly(
                            "intake 0 0 * * * ? Asia/Shanghai 等下一次",
                            "run-previous-month 0 0 7 11 * ? Asia/Shanghai 补做一次",
                            "housekeeping 0 30 3 * * ? Asia/Urumqi 等下一次");
            schedule("""
                    zone: Asia/Tokyo
                    intake: { cron: "0 15 * * * ?" }
                    runs: []
                    reminders: { cron: "-" }
                    housekeeping: { cron: "0 30 3 * * ?", zone: Asia/Urumqi }
                    """);

            year.restart();

            assertThat(year.serving().appointments())
                    .extracting(one -> one.name() + " " + one.cron() + " " + one.zone())
                    .containsExactly("intake 0 15 * * * ? Asia/Tokyo", "housekeeping 0 30 3 * * ? Asia/Urumqi");
            assertThatThrownBy(() -> year.serving().fire("run-previous-month"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void startsNothingWithAMistakenSchedule() throws IOException {
        schedule("""
                intake: { cron: "every hour" }
                housekeeping: { cron: "0 30 3 * * ?", zone: Asia/Shangha }
                """);

        assertThatThrownBy(this::serve)
                .isInstanceOfSatisfying(
                        ConfigurationMistakesException.class,
                        mistakes -> assertThat(mistakes.mistakes())
                                .satisfiesExactly(
                                        one -> assertThat(one)
                                                .startsWith("config/application.yaml:3: “every hour”不是定时写法"),
                                        one -> assertThat(one)
                                                .isEqualTo(
                                                        "config/application.yaml:4: 没有时区“Asia/Shangha”，您是不是想写“Asia/Shanghai”？")));
        assertThat(folder.resolve("workspace")).doesNotExist();
    }

    @Test
    void showsItsHealthAndItsFiguresAndNothingElse() throws Exception {
        try (PlayedYear year = serve()) {
            handIn("荷塘镇", "100");
            handIn("藕池街道", "10");
            year.look();

            assertThat(get(year, "health").body())
                    .contains("\"status\":\"UP\"")
                    .contains("\"archive\":{", "\"db\":{", "\"diskSpace\":{", "\"inbox\":{", "\"intake\":{");
            assertThat(get(year, "prometheus").body())
                    .contains(
                            "xiangbao_files_total{outcome=\"ACCEPTED\"} 1.0",
                            "xiangbao_files_total{outcome=\"RETURNED\"} 1.0",
                            "xiangbao_findings_total{severity=\"MANDATORY\"} 1.0",
                            "xiangbao_inbox_waiting 0.0",
                            "xiangbao_inbox_oldest_seconds 0.0",
                            "xiangbao_claims_open 0.0",
                            "xiangbao_submissions_held 0.0",
                            "spring_batch_step_name=\"collect\"");
            for (String other : new String[] {"", "env", "beans", "heapdump", "quartz", "loggers", "metrics"}) {
                assertThat(get(year, other).statusCode()).as(other).isEqualTo(404);
            }
            Files.delete(folder.resolve("workspace/inbox/荷塘镇"));
            Files.delete(folder.resolve("workspace/inbox/藕池街道"));
            Files.delete(folder.resolve("workspace/inbox/.claimed"));
            Files.delete(folder.resolve("workspace/inbox"));
            HttpResponse<String> down = get(year, "health");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body())
                    .contains("\"inbox\":{\"details\":{\"error\":\"NoSuchFileException\"},\"status\":\"DOWN\"}");
        }
    }

    private static HttpResponse<String> get(PlayedYear year, String endpoint) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(year.serving().address() + endpoint))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
