package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** An office that serves: schedules, inbox, health, metrics. */
abstract class ServingScenario extends CountyScenario {
    static final ReferencePeriod QUARTER = ReferencePeriod.of("2026-Q3");
    private static final LocalDateTime OCTOBER = LocalDateTime.parse("2026-10-09T16:20:00");

    void schedule(String text) throws IOException {
        Files.writeString(folder.resolve("config/application.yaml"), "xiangbao:\n  schedule:\n" + text.indent(4));
    }

    PlayedYear serve() {
        return serve(Map.of());
    }

    private PlayedYear serve(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(database("serving"));
        all.putAll(settings);
        return PlayedYear.begin(
                folder.resolve("workspace"), folder.resolve("config"), shippedTemplates(), OCTOBER, all);
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
            assertThat(year.office().entry(Inquiries.class).status(QUARTER))
                    .extracting(UnitStatus::unitName, UnitStatus::round)
                    .contains(org.assertj.core.groups.Tuple.tuple("莲湖乡", 1));
        }
    }

    private static String figure(PlayedYear year) {
        return year
                .office()
                .entry(Inquiries.class)
                .figures(QUARTER, Optional.of(new FormCode("试1-1")), Optional.empty())
                .stream()
                .filter(figure -> figure.indicator().item().equals("01.1"))
                .map(FigureAnswer::value)
                .map(String::valueOf)
                .findFirst()
                .orElse("none");
    }

    @Test
    void remindsEveryWorkdayOfWhatIsOverdueAndNobodyOfWhatHasCome() throws Exception {
        schedule("""
                intake: { cron: "-" }
                runs: []
                reminders: { cron: "0 0 9 ? * *" }
                housekeeping: { cron: "-" }
                """);
        Files.writeString(folder.resolve("config/contacts.csv"), """
                code,name,mail
                990000101,荷塘镇,hetang@example.cn
                990000102,莲湖乡,lianhu@example.cn
                990000103,藕池街道,ouchi@example.cn
                """);
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (PlayedYear year = serve(Map.of(
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", Integer.toString(mail.getSmtp().getPort()),
                "xiangbao.mail.from", "tongji@example.cn"))) {
            year.skipTo(LocalDateTime.parse("2026-10-08T12:00:00"));
            // the ponds are due on Monday the 12th; three days and one day before are, or move to, Friday the 9th
            year.playUntil(LocalDateTime.parse("2026-10-12T12:00:00"));
            String all = "荷塘镇：2026年三季度报表1张%1$s|莲湖乡：2026年三季度报表1张%1$s|藕池街道：2026年三季度报表1张%1$s";
            assertThat(sent(mail)).containsExactly("09 " + all.formatted("待报"), "12 " + all.formatted("今天到期"));

            // nobody has looked into the inbox when the reminders come round
            handIn("荷塘镇", "100");
            year.playUntil(LocalDateTime.parse("2026-10-13T12:00:00"));
            // faulty: it is returned
            handIn("莲湖乡", "50");
            year.playUntil(LocalDateTime.parse("2026-10-14T12:00:00"));
            year.restart();
            year.serving().fire("reminders");
            handIn("莲湖乡", "90");
            handIn("藕池街道", "90");
            year.playUntil(LocalDateTime.parse("2026-10-20T12:00:00"));

            assertThat(sent(mail))
                    .containsExactly(
                            "09 " + all.formatted("待报"),
                            "12 " + all.formatted("今天到期"),
                            "13 莲湖乡：2026年三季度报表1张已逾期|藕池街道：2026年三季度报表1张已逾期",
                            "14 莲湖乡：2026年三季度报表1张已逾期|藕池街道：2026年三季度报表1张已逾期");
            assertThat(Files.readString(folder.resolve("workspace/reminders/2026-10-14/催报名单.txt")))
                    .contains("未报：藕池街道", "退回未重报：莲湖乡");
            assertThat(folder.resolve("workspace/reminders/2026-10-15")).doesNotExist();
            assertThat(year.office().entry(OperatorLog.class).actions(Optional.empty()))
                    .filteredOn(action -> action.command().equals("remind"))
                    .extracting(action -> action.begun().toLocalDate().getDayOfMonth() + " " + action.actor() + " "
                            + action.exit() + " " + action.detail())
                    .containsExactly(
                            "9 serve 0 催 3 个单位 3 张次，发出邮件 3 封",
                            "12 serve 0 催 3 个单位 3 张次，发出邮件 3 封",
                            "13 serve 0 催 2 个单位 2 张次，发出邮件 2 封",
                            "14 serve 0 催 2 个单位 2 张次，发出邮件 2 封",
                            "14 serve 0 催 2 个单位 2 张次，发出邮件 0 封");
        } finally {
            mail.stop();
        }
    }

    /** The subjects that were sent, day by day, in the order of the units. */
    private static List<String> sent(GreenMail mail) throws Exception {
        Map<String, TreeSet<String>> days = new TreeMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            String day = message.getSentDate()
                    .toInstant()
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .format(DateTimeFormatter.ofPattern("dd"));
            String unit = message.getAllRecipients()[0].toString();
            String subject = message.getSubject().replace("【催报】", "");
            assertThat(days.computeIfAbsent(day, any -> new TreeSet<>()).add(unit + " " + subject))
                    .as("nothing twice on one day")
                    .isTrue();
        }
        return days.entrySet().stream()
                .map(day -> day.getKey() + " "
                        + day.getValue().stream()
                                .map(one -> one.substring(one.indexOf(' ') + 1))
                                .collect(Collectors.joining("|")))
                .toList();
    }

    @Test
    void startsNothingWithMistakenAddresses() throws IOException {
        Files.writeString(folder.resolve("config/contacts.csv"), "code,name,mail\n990000101,荷塘镇,hetang\n");

        assertThatThrownBy(this::serve)
                .isInstanceOfSatisfying(
                        ConfigurationMistakesException.class,
                        mistakes -> assertThat(mistakes.mistakes())
                                .containsExactly(
                                        "config/contacts.csv:2: “hetang”不是邮箱，应如 tongji@example.cn；几个邮箱之间用“|”分开。"));
        assertThat(folder.resolve("workspace")).doesNotExist();
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
                    .contains("\"archive\":{", "\"db\":{\"status\":\"UP\"}", "\"inbox\":{", "\"intake\":{")
                    .containsPattern("\"diskSpace\":\\{[^}]*\"path\":\"" + folder.resolve("workspace") + "\"");
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
                    .contains("\"inbox\":{\"details\":{\"error\":\"文件夹或文件不在（" + folder.resolve("workspace/inbox")
                            + "）。请检查磁盘或共享盘。\"},\"status\":\"DOWN\"}");
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
