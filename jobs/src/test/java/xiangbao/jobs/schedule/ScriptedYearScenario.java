package xiangbao.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.seals.Correcting;
import xiangbao.jobs.seals.CorrectionAnswer;
import xiangbao.jobs.seals.CorrectionOrder;
import xiangbao.jobs.seals.SealAnswer;
import xiangbao.jobs.seals.SealOrder;
import xiangbao.jobs.seals.Sealing;
import xiangbao.jobs.seals.UnsealOrder;
import xiangbao.jobs.seals.Unsealing;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** The year 2026 of a county of three villages, with all that a year brings, through the office that serves. */
abstract class ScriptedYearScenario extends CountyScenario {
    private static final List<String> VILLAGES = List.of("荷塘镇", "莲湖乡", "藕池街道");

    @BeforeEach
    void describeTheYear() throws IOException {
        Path config = folder.resolve("config");
        ToyCounty.describeMonthly(config);
        ToyCounty.describeYearly(config);
        // nobody owes what was before
        for (String form : List.of("试1-1", "试2-1", "试3-1")) {
            Files.writeString(
                    config.resolve("forms/" + form + ".yaml"),
                    "valid: { from: 2026-01-01 }\n",
                    StandardOpenOption.APPEND);
        }
        // 10 October 2026 is a Saturday on which people work
        Files.writeString(config.resolve("calendar.yaml"), """
                holidays: [2026-01-01, 2026-01-02, 2026-01-03, 2026-04-04, 2026-04-05, 2026-04-06, 2026-05-01, 2026-05-02, 2026-05-03,
                  2026-05-04, 2026-05-05, 2026-10-01, 2026-10-02, 2026-10-03, 2026-10-04, 2026-10-05, 2026-10-06, 2026-10-07,
                  2027-01-01, 2027-01-02, 2027-01-03]
                workdays: [2026-05-09, 2026-10-10]
                """);
        Files.writeString(config.resolve("application.yaml"), """
                xiangbao:
                  schedule:
                    intake: { cron: "-" }
                    runs:
                      - { cron: "0 0 7 11 * ?", period: previous-month }
                      - { cron: "0 0 7 16 1,4,7,10 ?", period: previous-quarter }
                      - { cron: "0 30 7 25 1 ?", period: previous-year }
                    reminders: { cron: "0 0 9 ? * *" }
                    housekeeping: { cron: "0 30 3 1 * ?" }
                """);
    }

    private Path inbox(String village, String file) {
        return folder.resolve("workspace/inbox/" + village + "/" + file + ".xlsx");
    }

    /** Patrols grow by one a month, and each village mends as many ponds a month as its place in the register. */
    private void handInMonth(int month, String... villages) throws IOException {
        for (String village : villages) {
            int place = VILLAGES.indexOf(village) + 1;
            ToyCounty.monthly(
                    inbox(village, "巡查" + month),
                    village,
                    "2026年" + month + "月",
                    Integer.toString(10 * place + month),
                    Integer.toString(place * month));
        }
    }

    private void handInQuarter(int quarter, String village, int total, int sound) throws IOException {
        String[] names = {"一", "二", "三", "四"};
        ToyCounty.workbook(
                inbox(village, "山塘" + quarter),
                village,
                "2026年" + names[quarter - 1] + "季度",
                Integer.toString(total),
                Integer.toString(sound),
                "88.5");
    }

    private void handInQuarter(int quarter) throws IOException {
        handInQuarter(quarter, "荷塘镇", 100 + quarter, 60 + quarter);
        handInQuarter(quarter, "莲湖乡", 80 + quarter, 50 + quarter);
        handInQuarter(quarter, "藕池街道", 20 + quarter, 10 + quarter);
    }

    private static void at(PlayedYear year, String moment) {
        year.playUntil(LocalDateTime.parse("2026-" + moment));
    }

    private static ReferencePeriod period(String text) {
        return ReferencePeriod.of(text);
    }

    private static List<String> states(Office office, String period, String form) {
        return office.entry(Inquiries.class).status(period(period)).stream()
                .filter(one -> one.form().text().equals(form))
                .map(one -> one.unitName() + " " + one.state() + " " + one.round() + " " + one.due()
                        + (one.late() ? " 迟报" : ""))
                .toList();
    }

    private static List<String> runs(Office office) {
        return office.entry(RunHistory.class).runs(Optional.empty()).stream()
                .map(run -> run.name() + " " + run.vintage() + " "
                        + run.cause().kind().title() + " " + run.cause().actor() + " "
                        + (run.cause().reason().isEmpty() ? "" : run.cause().reason() + " ")
                        + run.fixedAt().toLocalDate())
                .toList();
    }

    private static List<String> log(Office office, Optional<ReferencePeriod> period) {
        return office.entry(OperatorLog.class).actions(period).stream()
                .map(one -> one.begun().toLocalDate() + " " + one.actor() + " " + one.command() + " " + one.reason()
                        + " " + one.detail() + " " + one.runs() + " " + one.exit())
                .toList();
    }

    private static String figures(Office office, RunName run, String form) {
        Map<String, String> figures = new TreeMap<>();
        office.entry(Inquiries.class)
                .figures(run, Optional.of(new FormCode(form)), Optional.empty())
                .forEach(figure -> figures.put(
                        figure.indicator().item(),
                        figure.value() + "（" + figure.reported() + "/" + figure.expected() + "）"));
        return figures.toString();
    }

    private static String figures(Office office, String period, String form) {
        List<Integer> numbers = office.entry(RunHistory.class).runs(Optional.of(period(period))).stream()
                .map(run -> run.run())
                .toList();
        return figures(office, new RunName(Optional.of(period(period)), numbers.get(numbers.size() - 1)), form);
    }

    private static Cause chief(Cause.Kind kind, String reason) {
        return new Cause(kind, "chief@test", reason);
    }

    private static SealAnswer seal(Office office, String period, boolean incomplete) {
        return office.entry(Sealing.class)
                .seal(new SealOrder(period(period), incomplete, chief(Cause.Kind.SEAL, "调度会通过"), RunListener.SILENT));
    }

    /** The database while nobody serves. */
    private Connection connect(Map<String, String> database) throws SQLException {
        String url = database.getOrDefault(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("workspace/database/xiangbao")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        return DriverManager.getConnection(
                url,
                database.getOrDefault("spring.datasource.username", ""),
                database.getOrDefault("spring.datasource.password", ""));
    }

    /** A form about a period, with a village that was reminded of it or with the days on which some were. */
    private record Reminded(String form, String other) {}

    /** Who was reminded of what, and on which days, month-day; those who were reminded on the same days together. */
    private List<String> reminded(Map<String, String> database) throws SQLException {
        Map<Reminded, List<String>> days = new LinkedHashMap<>();
        try (Connection connection = connect(database);
                PreparedStatement query = connection.prepareStatement("""
                        select r.sent_at, r.unit_code, i.form_code, i.report_period, i.kind from reminder r
                        join reminder_item i on i.reminder_id = r.id
                        order by i.due_day, i.form_code, r.unit_code, i.kind, r.sent_at""");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String village = VILLAGES.get(
                        Integer.parseInt(rows.getString("unit_code").substring(8)) - 1);
                Reminded one = new Reminded(
                        rows.getString("report_period") + " " + rows.getString("form_code"),
                        village + (rows.getString("kind").equals("RETURNED") ? "（退回）" : ""));
                days.computeIfAbsent(one, any -> new ArrayList<>())
                        .add(rows.getString("sent_at").substring(5, 10));
            }
        }
        Map<Reminded, List<String>> villages = new LinkedHashMap<>();
        days.forEach((one, on) -> villages.computeIfAbsent(
                        new Reminded(one.form(), String.join(" ", on)), any -> new ArrayList<>())
                .add(one.other()));
        return villages.entrySet().stream()
                .map(one -> one.getKey().form() + " " + String.join("、", one.getValue()) + ": "
                        + one.getKey().other())
                .toList();
    }

    /** What the store holds while nobody serves: a time that has passed. The scheduler itself knows no clock but the machine's. */
    private void missed(Map<String, String> database, String trigger) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement update = connection.prepareStatement(
                        "update QRTZ_TRIGGERS set NEXT_FIRE_TIME = ? where TRIGGER_NAME = ?")) {
            update.setLong(1, System.currentTimeMillis() - 9L * 24 * 3600 * 1000);
            update.setString(2, trigger);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void playsTheYear2026() throws Exception {
        Map<String, String> database = database("year");
        try (PlayedYear year = PlayedYear.begin(
                folder.resolve("workspace"),
                folder.resolve("config"),
                Path.of("..", "templates").toAbsolutePath().normalize(),
                LocalDateTime.parse("2026-01-20T09:00:00"),
                database)) {
            firstQuarter(year);
            secondQuarter(year);
            summerWithoutService(year, database);
            correctionOfTheSecondQuarter(year);
            thirdQuarter(year);
            fourthQuarter(year);
            assertTheYear(year.office());
        }
        // three days, one day and no day before the due day, or on the working day before; then every working day for
        // thirty days
        assertThat(reminded(database))
                .containsExactly(
                        "2026-01 试2-1 荷塘镇、莲湖乡、藕池街道: 02-02",
                        "2026-02 试2-1 荷塘镇、莲湖乡、藕池街道: 03-02",
                        "2026-03 试2-1 荷塘镇、莲湖乡、藕池街道: 04-03 04-07",
                        "2026-Q1 试1-1 荷塘镇、莲湖乡: 04-07",
                        "2026-Q1 试1-1 莲湖乡（退回）: 04-09",
                        "2026-Q1 试1-1 藕池街道: 04-07 04-09 04-10 04-13 04-14 04-15 04-16 04-17 04-20 04-21 04-22 04-23 04-24 04-27"
                                + " 04-28 04-29 04-30 05-06 05-07 05-08 05-09",
                        "2026-04 试2-1 荷塘镇、藕池街道: 04-30 05-06",
                        "2026-04 试2-1 莲湖乡: 04-30 05-06 05-07",
                        "2026-05 试2-1 荷塘镇、莲湖乡、藕池街道: 06-02",
                        "2026-06 试2-1 荷塘镇、莲湖乡、藕池街道: 07-03",
                        "2026-07 试2-1 荷塘镇、莲湖乡: 07-31 08-04",
                        "2026-07 试2-1 藕池街道: 07-31 08-04 08-05 08-06 08-07",
                        "2026-09 试2-1 荷塘镇、莲湖乡、藕池街道: 09-30 10-08",
                        "2026-Q3 试1-1 荷塘镇、莲湖乡、藕池街道: 09-30 10-09 10-10",
                        "2026-10 试2-1 荷塘镇、莲湖乡、藕池街道: 11-02",
                        "2026-12 试2-1 荷塘镇、莲湖乡、藕池街道: 12-31 01-04",
                        "2026 试3-1 荷塘镇、莲湖乡、藕池街道: 01-15");
    }

    private void firstQuarter(PlayedYear year) throws IOException {
        for (int month = 1; month <= 2; month++) {
            at(year, "0" + (month + 1) + "-03T10:00:00");
            handInMonth(month, "荷塘镇", "莲湖乡", "藕池街道");
            year.look();
        }
        // due on 5 April, a holiday until the 6th
        at(year, "04-07T16:00:00");
        handInMonth(3, "荷塘镇", "莲湖乡", "藕池街道");
        year.look();
        assertThat(states(year.office(), "2026-03", "试2-1"))
                .containsExactly("荷塘镇 通过 1 2026-04-07", "莲湖乡 通过 1 2026-04-07", "藕池街道 通过 1 2026-04-07");
        at(year, "04-08T10:00:00");
        handInQuarter(1, "荷塘镇", 101, 61);
        handInQuarter(1, "莲湖乡", 81, 90);
        year.look();
        assertThat(states(year.office(), "2026-Q1", "试1-1"))
                .containsExactly("荷塘镇 通过 1 2026-04-10", "莲湖乡 退回 1 2026-04-10", "藕池街道 未报 0 2026-04-10");
        assertThat(folder.resolve("workspace/feedback/莲湖乡/山塘1_退回_第1次.xlsx")).isRegularFile();
        at(year, "04-09T10:00:00");
        handInQuarter(1, "莲湖乡", 81, 51);
        year.look();
        at(year, "04-30T10:00:00");
        assertThat(states(year.office(), "2026-Q1", "试1-1"))
                .containsExactly("荷塘镇 通过 1 2026-04-10", "莲湖乡 通过 2 2026-04-10", "藕池街道 未报 0 2026-04-10 迟报");
    }

    private void secondQuarter(PlayedYear year) throws IOException {
        // due on 5 May, the last day of a holiday
        at(year, "05-06T16:00:00");
        handInMonth(4, "荷塘镇", "藕池街道");
        year.look();
        at(year, "05-07T09:00:00");
        handInMonth(4, "莲湖乡");
        year.look();
        assertThat(states(year.office(), "2026-04", "试2-1"))
                .containsExactly("荷塘镇 通过 1 2026-05-06", "莲湖乡 通过 1 2026-05-06 迟报", "藕池街道 通过 1 2026-05-06");
        at(year, "06-03T10:00:00");
        handInMonth(5, "荷塘镇", "莲湖乡", "藕池街道");
        year.look();
        at(year, "07-03T10:00:00");
        handInMonth(6, "荷塘镇", "莲湖乡", "藕池街道");
        handInQuarter(2);
        year.look();
        at(year, "07-20T09:00:00");
        assertThat(seal(year.office(), "2026-Q2", false).sealed()).isTrue();
        assertThat(states(year.office(), "2026-Q2", "试1-1"))
                .containsExactly("荷塘镇 锁定 1 2026-07-10", "莲湖乡 锁定 1 2026-07-10", "藕池街道 锁定 1 2026-07-10");
    }

    /** From 8 to 20 August nobody serves; the county run of the 11th is made up for once, with what has come meanwhile. */
    private void summerWithoutService(PlayedYear year, Map<String, String> database) throws Exception {
        at(year, "08-04T10:00:00");
        handInMonth(7, "荷塘镇", "莲湖乡");
        year.look();
        at(year, "08-08T18:00:00");
        year.close();
        handInMonth(7, "藕池街道");
        missed(database, "run-previous-month");
        year.skipTo(LocalDateTime.parse("2026-08-20T08:00:00"));
        year.serveAgainUntil(() -> year.office().entry(RunHistory.class).runs(Optional.of(period("2026-07"))).stream()
                .anyMatch(run -> run.run() == 2 && run.state().equals("REPORTED")));
        assertThat(states(year.office(), "2026-07", "试2-1"))
                .containsExactly("荷塘镇 通过 1 2026-08-05", "莲湖乡 通过 1 2026-08-05", "藕池街道 通过 1 2026-08-05 迟报");
    }

    private void correctionOfTheSecondQuarter(PlayedYear year) throws IOException {
        at(year, "08-25T10:00:00");
        handInQuarter(2, "荷塘镇", 103, 62);
        year.look();
        Office office = year.office();
        assertThat(states(office, "2026-Q2", "试1-1"))
                .containsExactly("荷塘镇 封存期暂存 2 2026-07-10", "莲湖乡 锁定 1 2026-07-10", "藕池街道 锁定 1 2026-07-10");
        assertThat(folder.resolve("workspace/feedback/荷塘镇/山塘2_暂存回执_第1次.xlsx")).isRegularFile();
        at(year, "09-01T09:00:00");
        CorrectionAnswer done = office.entry(Correcting.class)
                .correct(new CorrectionOrder(
                        period("2026-Q2"),
                        Optional.empty(),
                        Optional.empty(),
                        "李局长",
                        false,
                        chief(Cause.Kind.CORRECTION, "漏数了一口")));
        assertThat(done.number()).isEqualTo("更正〔2026〕第1号");
        assertThat(String.valueOf(done.vintage())).isEqualTo("修订数（第1次）");
        assertThat(done.lines())
                .extracting(
                        line -> line.unitName() + " " + line.indicator() + " " + line.before() + " → " + line.after())
                .containsExactly("荷塘镇 试1-1:01.1 102 → 103", "试验县 试1-1:01.1 206 → 207", "试验县 试1-1:完好率 61.17 → 60.87");
        at(year, "09-03T10:00:00");
        handInMonth(8, "荷塘镇", "莲湖乡", "藕池街道");
        year.look();
    }

    private void thirdQuarter(PlayedYear year) throws IOException {
        // due on 5 October, a holiday until the 7th
        at(year, "10-08T16:00:00");
        handInMonth(9, "荷塘镇", "莲湖乡", "藕池街道");
        year.look();
        // due on 10 October, a Saturday on which people work
        at(year, "10-10T16:00:00");
        handInQuarter(3);
        year.look();
        assertThat(states(year.office(), "2026-09", "试2-1"))
                .containsExactly("荷塘镇 通过 1 2026-10-08", "莲湖乡 通过 1 2026-10-08", "藕池街道 通过 1 2026-10-08");
        assertThat(states(year.office(), "2026-Q3", "试1-1"))
                .containsExactly("荷塘镇 通过 1 2026-10-10", "莲湖乡 通过 1 2026-10-10", "藕池街道 通过 1 2026-10-10");
        at(year, "10-20T09:00:00");
        assertThat(seal(year.office(), "2026-Q3", false).sealed()).isTrue();
        at(year, "10-25T09:00:00");
        handInQuarter(3, "莲湖乡", 84, 54);
        year.look();
        at(year, "11-02T09:00:00");
        assertThat(year.office()
                        .entry(Unsealing.class)
                        .unseal(new UnsealOrder(period("2026-Q3"), chief(Cause.Kind.UNSEAL, "全县重新核实")))
                        .released())
                .extracting(one -> one.unitName() + " 第" + one.round() + "次 " + one.outcome())
                .containsExactly("莲湖乡 第2次 ACCEPTED");
        year.office()
                .entry(MainJob.class)
                .run(new RunOrder(
                        List.of(), Optional.of(period("2026-Q3")), Cause.command("chief@test"), RunListener.SILENT));
    }

    private void fourthQuarter(PlayedYear year) throws IOException {
        for (int month = 10; month <= 11; month++) {
            at(year, (month + 1) + "-03T10:00:00");
            handInMonth(month, "荷塘镇", "莲湖乡", "藕池街道");
            year.look();
        }
        year.playUntil(LocalDateTime.parse("2027-01-04T10:00:00"));
        handInMonth(12, "荷塘镇", "莲湖乡", "藕池街道");
        handInQuarter(4);
        year.look();
        year.playUntil(LocalDateTime.parse("2027-01-18T10:00:00"));
        String[] invested = {"12.5", "8.25", "3"};
        for (int place = 0; place < invested.length; place++) {
            String village = VILLAGES.get(place);
            ToyCounty.yearly(inbox(village, "投入"), village, "2026年", invested[place]);
        }
        year.look();
        year.playUntil(LocalDateTime.parse("2027-01-31T10:00:00"));
    }

    private static void assertTheYear(Office office) {
        assertThat(figures(office, "2026-Q1", "试1-1"))
                .isEqualTo("{01.1=182（2/3）, 02.1=112（2/3）, 03.1=177（2/3）, 完好率=61.54（2/3）}");
        assertThat(figures(office, "2026-Q2", "试1-1"))
                .isEqualTo("{01.1=207（3/3）, 02.1=126（3/3）, 03.1=265.5（3/3）, 完好率=60.87（3/3）}");
        assertThat(figures(office, "2026-Q3", "试1-1"))
                .isEqualTo("{01.1=210（3/3）, 02.1=130（3/3）, 03.1=265.5（3/3）, 完好率=61.90（3/3）}");
        assertThat(figures(office, "2026-Q4", "试1-1"))
                .isEqualTo("{01.1=212（3/3）, 02.1=132（3/3）, 03.1=265.5（3/3）, 完好率=62.26（3/3）}");
        for (int month = 1; month <= 12; month++) {
            assertThat(figures(office, "2026-" + (month < 10 ? "0" : "") + month, "试2-1"))
                    .isEqualTo("{01.1=" + (60 + 3 * month) + "（3/3）, 02.1=" + 6 * month + "（3/3）}");
        }
        assertThat(figures(office, "2026", "试3-1")).isEqualTo("{01.1=23.75（3/3）}");
        // as they were when they were sealed
        RunName secondQuarter = new RunName(Optional.of(period("2026-Q2")), 2);
        assertThat(figures(office, secondQuarter, "试1-1"))
                .isEqualTo("{01.1=206（3/3）, 02.1=126（3/3）, 03.1=265.5（3/3）, 完好率=61.17（3/3）}");
        assertThat(office.entry(RunHistory.class).reproduce(secondQuarter).identical())
                .isTrue();
        assertThat(runs(office))
                .containsExactly(
                        "2025/1 初步数 定时 serve 定时汇总（上年） 2026-01-25",
                        "2026-01/1 初步数 定时 serve 2026-02-03",
                        "2026-02/1 初步数 定时 serve 2026-03-03",
                        "2026-Q1/1 初步数 定时 serve 2026-04-07",
                        "2026-Q1/2 初步数 定时 serve 2026-04-08",
                        "2026-Q1/3 初步数 定时 serve 2026-04-09",
                        "2026-03/1 初步数 定时 serve 定时汇总（上月） 2026-04-11",
                        "2026-04/1 初步数 定时 serve 2026-05-06",
                        "2026-04/2 初步数 定时 serve 2026-05-07",
                        "2026-05/1 初步数 定时 serve 2026-06-03",
                        "2026-Q2/1 初步数 定时 serve 2026-07-03",
                        "2026-06/1 初步数 定时 serve 定时汇总（上月） 2026-07-11",
                        "2026-Q2/2 定案数 定案 chief@test 调度会通过 2026-07-20",
                        "2026-07/1 初步数 定时 serve 2026-08-04",
                        "2026-07/2 初步数 定时 serve 定时汇总（上月） 2026-08-20",
                        "2026-Q2/3 修订数（第1次） 更正 chief@test 漏数了一口 2026-09-01",
                        "2026-08/1 初步数 定时 serve 2026-09-03",
                        "2026-Q3/1 初步数 定时 serve 2026-10-08",
                        "2026-Q3/2 初步数 定时 serve 2026-10-10",
                        "2026-09/1 初步数 定时 serve 定时汇总（上月） 2026-10-11",
                        "2026-Q3/3 定案数 定案 chief@test 调度会通过 2026-10-20",
                        "2026-Q3/4 初步数 命令 chief@test 2026-11-02",
                        "2026-10/1 初步数 定时 serve 2026-11-03",
                        "2026-11/1 初步数 定时 serve 2026-12-03",
                        "2026-Q4/1 初步数 定时 serve 2027-01-04",
                        "2026-12/1 初步数 定时 serve 定时汇总（上月） 2027-01-11",
                        "2026-Q4/2 初步数 定时 serve 2027-01-18",
                        "2026/1 初步数 定时 serve 定时汇总（上年） 2027-01-25");
        assertThat(office.entry(RunHistory.class).runs(Optional.empty()))
                .extracting(RunSummary::state)
                .containsOnly("REPORTED");
        assertThat(log(office, Optional.of(period("2026-Q2"))))
                .containsExactly(
                        "2026-07-03 serve run  处理文件 6 个，汇总 1 次 [2026-Q2/1] 0",
                        "2026-07-20 chief@test seal 调度会通过 已定案 [2026-Q2/2] 0",
                        "2026-09-01 chief@test correct 漏数了一口 更正〔2026〕第1号，采用 1 份，不采用 0 份 [2026-Q2/3] 0");
        assertThat(log(office, Optional.empty()))
                .filteredOn(line -> !line.contains(" run ") && !line.contains(" serve  ") && !line.contains(" remind "))
                .containsExactly(
                        "2026-07-20 chief@test seal 调度会通过 已定案 [2026-Q2/2] 0",
                        "2026-09-01 chief@test correct 漏数了一口 更正〔2026〕第1号，采用 1 份，不采用 0 份 [2026-Q2/3] 0",
                        "2026-10-20 chief@test seal 调度会通过 已定案 [2026-Q3/3] 0",
                        "2026-11-02 chief@test unseal 全县重新核实 放行暂存 1 份 [] 0");
        // files that came, or runs that were made: what was idle is no line
        assertThat(log(office, Optional.empty()))
                .filteredOn(line -> line.contains(" run "))
                .hasSize(27);
        assertThat(office.entry(MainJob.class).hasWork()).isFalse();
    }
}
