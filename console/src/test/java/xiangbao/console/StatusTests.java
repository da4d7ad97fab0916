package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.jobs.answers.figures.StatusJson;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** The answer of {@code status}, as a person and as a script reads it. */
class StatusTests {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final List<UnitStatus> STATUSES = List.of(
            status("430626111", "伍市镇", "锁定", 1, false),
            withheld("430626102", "安定镇"),
            status("430626103", "加义镇", "封存期暂存", 2, true),
            status("430626104", "长寿镇", "未报", 0, true));

    private static UnitStatus status(String unit, String name, String state, int round, boolean late) {
        return new UnitStatus(
                new UnitCode(unit),
                name,
                new FormCode("平31-1"),
                PERIOD,
                state,
                round,
                LocalDate.of(2026, 10, 10),
                late,
                false);
    }

    private static UnitStatus withheld(String unit, String name) {
        return new UnitStatus(
                new UnitCode(unit),
                name,
                new FormCode("平31-1"),
                PERIOD,
                "待核实",
                1,
                LocalDate.of(2026, 10, 10),
                false,
                true);
    }

    @Test
    void printsWhoIsLateBesideTheState() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        new Screen(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), nowhere, false))
                .status(PERIOD, STATUSES);

        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("─"))
                        .map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "2026年三季度报送情况：合计 4，封存期暂存 1，待核实（暂不计入） 1，未报 1，锁定 1；迟报 1，逾期未报 1。",
                        "",
                        "单位 表号 报告期 状态 轮次 期限",
                        "伍市镇 平31-1 2026-Q3 锁定 1 2026-10-10",
                        "安定镇 平31-1 2026-Q3 待核实（暂不计入） 1 2026-10-10",
                        "加义镇 平31-1 2026-Q3 封存期暂存、迟报 2 2026-10-10",
                        "长寿镇 平31-1 2026-Q3 未报、逾期 0 2026-10-10");
    }

    @Test
    void knowsWhatIsStillOpen() {
        assertThat(STATUSES)
                .filteredOn(UnitStatus::isOpen)
                .extracting(UnitStatus::unitName)
                .containsExactly("安定镇", "加义镇", "长寿镇");
        assertThat(List.of("通过", "锁定"))
                .noneMatch(state -> status("1", "", state, 1, false).isOpen());
        assertThat(List.of("未报", "已报", "退回", "待核实", "封存期暂存"))
                .allMatch(state -> status("1", "", state, 0, false).isOpen());
    }

    @Test
    void saysInJsonWhoIsLateApartFromTheState() {
        assertThat(AnswerMapper.text(new StatusJson(STATUSES)).replaceAll("\\s+", ""))
                .contains("{\"unit\":\"430626111\",\"unitName\":\"伍市镇\",\"form\":\"平31-1\",\"period\":\"2026-Q3\","
                        + "\"state\":\"锁定\",\"round\":1,\"due\":\"2026-10-10\",\"late\":false,\"withheld\":false}")
                .contains("\"state\":\"待核实\",\"round\":1,\"due\":\"2026-10-10\",\"late\":false,\"withheld\":true}")
                .contains("\"state\":\"封存期暂存\",\"round\":2,\"due\":\"2026-10-10\",\"late\":true,\"withheld\":false}");
    }
}
