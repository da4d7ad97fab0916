package xiangbao.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.Traces;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What the previous release left is opened by this one, and work goes on; each kind of database runs it. */
abstract class UpgradeScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    /** Of the configuration that 0.1.0 ran with. */
    private static final String CONFIGURATION = "49c5e3f51fd3f9f6c646421930a8d94c20201783d77c66a02d2b32e7e36191e4";

    @TempDir
    Path folder;

    /** The address of the database, as {@code spring.datasource.…}; the embedded one lies in the given folder. */
    abstract Map<String, String> database(Path embedded);

    abstract String vendor();

    private void leaveAsTheReleaseDid(Map<String, String> database) throws IOException, SQLException {
        String url = database.getOrDefault("spring.datasource.url", "");
        String user = database.getOrDefault("spring.datasource.username", "");
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                .target("2")
                .load()
                .migrate();
        String script;
        try (InputStream in =
                Objects.requireNonNull(UpgradeScenario.class.getResourceAsStream("/stored-by-0.1.0.sql"))) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            for (String one : script.split(";\n")) {
                statement.execute(one);
            }
        }
        ToyCounty.describe(folder.resolve("config"));
        ToyCounty.describe(folder.resolve("workspace/archive/configuration").resolve(CONFIGURATION));
    }

    private RunAnswer run(Office office) {
        return office.entry(MainJob.class)
                .run(new RunOrder(
                        List.of(folder.resolve("sent")),
                        Optional.of(PERIOD),
                        Cause.command("tester@test"),
                        RunListener.SILENT));
    }

    private void send(String unit, String total, String sound, String area) throws IOException {
        ToyCounty.workbook(folder.resolve("sent/" + unit + "/山塘.xlsx"), unit, "2026年三季度", total, sound, area);
    }

    private static Map<String, String> figures(Office office) {
        Map<String, String> figures = new LinkedHashMap<>();
        office.entry(Inquiries.class)
                .figures(PERIOD, Optional.of(new FormCode("试1-1")), Optional.empty())
                .forEach(figure -> figures.put(
                        figure.indicator().item(),
                        figure.value() + " " + figure.status() + " " + figure.reported() + "/" + figure.expected()));
        return figures;
    }

    @Test
    void goesOnFromWhatThePreviousReleaseLeft() throws IOException, SQLException {
        Map<String, String> database = database(folder.resolve("workspace/database/xiangbao"));
        Files.createDirectories(folder.resolve("workspace/database"));
        leaveAsTheReleaseDid(database);
        OfficeSettings settings = new OfficeSettings(
                folder.resolve("workspace"),
                folder.resolve("config"),
                Path.of("..", "templates").toAbsolutePath().normalize(),
                CLOCK,
                "0.3.0",
                Duration.ofMillis(300),
                database);
        try (Office office = Office.open(settings)) {
            assertThat(figures(office))
                    .isEqualTo(Map.of(
                            "01.1", "130 PROVISIONAL 2/3",
                            "02.1", "80 PROVISIONAL 2/3",
                            "03.1", "688.5 PROVISIONAL 2/3",
                            "完好率", "61.54 PROVISIONAL 2/3"));
            assertThat(office.entry(Inquiries.class).status(PERIOD))
                    .extracting(UnitStatus::state, UnitStatus::round)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("通过", 1),
                            org.assertj.core.groups.Tuple.tuple("退回", 1),
                            org.assertj.core.groups.Tuple.tuple("待核实", 1));
            assertThat(office.entry(Traces.class)
                            .trace(IndicatorCode.parse("试1-1:02.1").orElseThrow(), PERIOD)
                            .orElseThrow()
                            .from())
                    .extracting(origin -> origin.unitName() + " " + origin.value() + " " + origin.file() + " "
                            + origin.sheet() + " " + origin.cell() + " "
                            + origin.sha256().substring(0, 8))
                    .containsExactly("荷塘镇 60 荷塘镇/山塘.xlsx 山塘 D7 7a748a33", "藕池街道 20 藕池街道/山塘.xlsx 山塘 D7 d4d4a3e1");
            assertThat(office.entry(Inquiries.class).progress(PERIOD))
                    .extracting(target -> target.code() + " " + target.actual() + " " + target.status())
                    .containsExactly("T01 61.54 达标");

            send("荷塘镇", "100", "60", "88.5");
            send("莲湖乡", "50", "45", "88.5");
            send("藕池街道", "30", "20", "600");
            RunAnswer corrected = run(office);
            assertThat(corrected.files())
                    .extracting(FileAnswer::outcome)
                    .containsExactly(Outcome.DUPLICATE, Outcome.ACCEPTED, Outcome.DUPLICATE);
            assertThat(corrected.files().get(1).submissions().get(0).round()).isEqualTo(2);
            assertThat(corrected.mainRun().orElseThrow().run()).isEqualTo(2);
            assertThat(figures(office)).containsEntry("02.1", "125 PROVISIONAL 3/3");

            RunAnswer again = run(office);
            assertThat(again.files()).extracting(FileAnswer::outcome).containsOnly(Outcome.DUPLICATE);
            assertThat(again.mainRun().orElseThrow().run()).isEqualTo(2);
        }
    }
}
