package xiangbao.jobs.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.MySqlSchemas;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.periods.ReferencePeriod;

/** Nothing changes the state without a line. */
class OperatorLogIntegrationTests extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");

    @BeforeEach
    void fillIn() throws IOException {
        ToyCounty.workbook(folder.resolve("sent/荷塘镇/山塘.xlsx"), "荷塘镇", "2026年三季度", "100", "60", "88.5");
    }

    private Office openOn(String database) {
        return Office.open(
                settings("workspace", day, database.equals("h2") ? Map.of() : MySqlSchemas.bare(folder, "workspace")));
    }

    private RunOrder order(Cause cause, RunListener listener, Path... submit) {
        return new RunOrder(List.of(submit), Optional.of(PERIOD), cause, listener);
    }

    private static List<String> lines(Office office) {
        return office.entry(OperatorLog.class).actions(Optional.empty()).stream()
                .map(action -> action.command() + " " + action.actor() + " " + action.exit() + " " + action.detail()
                        + " " + action.runs())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql"})
    void notesWhatPersonsDoBeforeItBegins(String database) {
        Cause clerk = new Cause(Cause.Kind.COMMAND, "张三@统计局", "补报");
        try (Office office = openOn(database)) {
            assertThatThrownBy(() -> office.entry(MainJob.class)
                            .run(order(
                                    clerk,
                                    (step, done, total) -> {
                                        assertThat(lines(office)).containsExactly("run 张三@统计局 null  []");
                                        throw new IllegalStateException("停电");
                                    },
                                    folder.resolve("sent"))))
                    .isInstanceOf(IllegalStateException.class);
            office.entry(MainJob.class).run(order(clerk, RunListener.SILENT));
            // begun, and killed
            office.entry(OperatorLog.class).begins(new OperatorAction("backup", clerk, "某处.zip", Optional.empty()));

            assertThat(lines(office))
                    .containsExactly(
                            "run 张三@统计局 3 停电 []", "run 张三@统计局 0 处理文件 1 个，汇总 1 次 [2026-Q3/1]", "backup 张三@统计局 null  []");
            LoggedAction first =
                    office.entry(OperatorLog.class).actions(Optional.empty()).get(0);
            assertThat(first.arguments()).isEqualTo("--submit " + folder.resolve("sent"));
            assertThat(first.reason()).isEqualTo("补报");
            assertThat(first.period()).isEqualTo("2026-Q3");
            assertThat(first.begun()).isEqualTo("2026-10-09T16:20");
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(PERIOD)))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql"})
    void notesOfSchedulesOnlyWhatTheyDid(String database) {
        Cause schedule = new Cause(Cause.Kind.SCHEDULE, "serve", "");
        RunListener failing = (step, done, total) -> {
            throw new IllegalStateException("磁盘已满");
        };
        try (Office office = openOn(database)) {
            office.entry(MainJob.class).run(order(schedule, RunListener.SILENT));
            office.entry(MainJob.class).run(order(schedule, RunListener.SILENT));
            assertThat(lines(office)).containsExactly("run serve 0 处理文件 0 个，汇总 1 次 [2026-Q3/1]");
            for (int again = 0; again < 3; again++) {
                assertThatThrownBy(
                                () -> office.entry(MainJob.class).run(order(schedule, failing, folder.resolve("sent"))))
                        .isInstanceOf(IllegalStateException.class);
            }
            office.entry(MainJob.class).run(order(schedule, RunListener.SILENT));
            assertThat(lines(office)).hasSize(3).contains("run serve 3 磁盘已满 []");
        }
    }
}
