package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.jobs.answers.doubts.DecisionJson;
import xiangbao.jobs.answers.doubts.DoubtsJson;
import xiangbao.jobs.answers.doubts.WaiveJson;
import xiangbao.jobs.doubts.DecisionAnswer;
import xiangbao.jobs.doubts.DoubtAnswer;
import xiangbao.jobs.doubts.DoubtsAnswer;
import xiangbao.jobs.doubts.WaiveAnswer;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.UnitCode;

/** Scripts rely on these names, and people on these sentences. */
class DoubtJsonTests {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final UnitCode TOWN = new UnitCode("430626111");
    private static final FormCode FORM = new FormCode("平31-1");
    private static final LocalDateTime AT = LocalDateTime.of(2026, 10, 9, 16, 20);
    private static final Finding FINDING = Finding.of("31-R1", Severity.QUERY, "农村总户数 > 底册户数的 110%")
            .at(IndicatorCode.parse("平31-1:02.1").orElseThrow(), List.of(new CellReference("厕所", 5, 5)))
            .compared("13268", "", "", "12000")
            .saying("[31-R1] 农村总户数偏多\n伍市镇 · 工作表“厕所”F6\n填报：农村总户数 [02] = 13 268；比上期增加 10.6%。", "请核实。");
    private static final DoubtAnswer DOUBT = new DoubtAnswer(
            "430626111/2026-Q3/平31-1/31-R1",
            TOWN,
            "伍市镇",
            FORM,
            "农村卫生厕所情况",
            PERIOD,
            1,
            true,
            "伍市镇/报表.xlsx",
            FINDING,
            new BigDecimal("5.0"),
            new DoubtAnswer.Exchange(
                    new DoubtAnswer.Explained("易地搬迁迁入", "伍市镇/报表_待核实_第1次.xlsx", AT, ""),
                    null,
                    new Dialogue(
                            List.of(
                                    new DoubtTurn(DoubtTurn.Kind.EXPLAINED, "伍市镇", AT.minusDays(2), "有人迁入"),
                                    new DoubtTurn(DoubtTurn.Kind.ASKED, "李四", AT.minusDays(1), "从哪里迁入？"),
                                    new DoubtTurn(DoubtTurn.Kind.EXPLAINED, "伍市镇", AT, "易地搬迁迁入")),
                            4,
                            null),
                    new DoubtAnswer.Waiting(Dialogue.Party.COUNTY, AT, 3, "等县统计局 3 天")));

    private static String screen(java.util.function.Consumer<DoubtScreen> shows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        shows.accept(new DoubtScreen(new Terminal(out, out, false)));
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static Map<String, Object> read(Record answer) {
        return JsonMapper.shared().readValue(AnswerMapper.text(answer), new TypeReference<>() {});
    }

    @Test
    void aDoubtSaysWhatWasSaidAboutItAndWhatHangsOnIt() {
        assertThat(AnswerMapper.text(DoubtsJson.of(new DoubtsAnswer(
                                PERIOD,
                                AT.toLocalDate().plusDays(3),
                                7,
                                List.of(DOUBT),
                                List.of(new DoubtsAnswer.Unfiled("伍市镇/a.xlsx", "31-R9", "厕所!F9", "搬迁", AT)))))
                        .replaceAll("\\s+", ""))
                .contains(
                        "{\"period\":\"2026-Q3\",\"today\":\"2026-10-12\",\"run\":7,\"findings\":[{\"id\":\"430626111/2026-Q3/平31-1/31-R1\"")
                .contains("\"share\":\"5.0\",\"state\":\"EXPLAINED\",\"explanation\":{\"text\":\"易地搬迁迁入\","
                        + "\"file\":\"伍市镇/报表_待核实_第1次.xlsx\",\"received\":\"2026-10-09T16:20\"},\"acceptance\":null,"
                        + "\"carriedFrom\":null,\"streak\":4,\"waiting\":{\"for\":\"COUNTY\",\"since\":\"2026-10-09T16:20\",\"days\":3},"
                        + "\"turns\":[{\"kind\":\"EXPLAINED\",\"by\":\"伍市镇\",\"at\":\"2026-10-07T16:20\",\"text\":\"有人迁入\"},"
                        + "{\"kind\":\"ASKED\",\"by\":\"李四\",\"at\":\"2026-10-08T16:20\",\"text\":\"从哪里迁入？\"},"
                        + "{\"kind\":\"EXPLAINED\",\"by\":\"伍市镇\",\"at\":\"2026-10-09T16:20\",\"text\":\"易地搬迁迁入\"}]}]")
                .contains("\"unfiled\":[{\"file\":\"伍市镇/a.xlsx\",\"code\":\"31-R9\",\"place\":\"厕所!F9\"");
    }

    @Test
    void thePersonReadsTheSame() {
        assertThat(screen(screen ->
                        screen.doubts(new DoubtsAnswer(PERIOD, AT.toLocalDate(), 7, List.of(DOUBT), List.of()))))
                .isEqualTo("""
                        伍市镇 平31-1 农村卫生厕所情况 2026年三季度 第1次：待认可，占全县数 5.0%，等县统计局 3 天
                          农村总户数 > 底册户数的 110%
                          填报：农村总户数 [02] = 13 268；比上期增加 10.6%。
                          说明：有人迁入（2026-10-07 16:20 收到）
                          追问：李四 2026-10-08 16:20，从哪里迁入？
                          说明：易地搬迁迁入（2026-10-09 16:20 收到）
                          同一理由连续第 4 期
                          编号：430626111/2026-Q3/平31-1/31-R1

                        共 1 个：待认可 1。
                        """);
    }

    @Test
    void whatIsWaivedIsToldWithItsReason() {
        WaiverAnswer waiver =
                new WaiverAnswer("31-T1", "应统计户等于总户数减无人居住", FORM, TOWN, "伍市镇", PERIOD, "王统计", AT, "新旧口径交替");
        WaiveAnswer answer = new WaiveAnswer(waiver, false, List.of());
        assertThat(answer.exit()).isZero();
        assertThat(AnswerMapper.text(WaiveJson.of(answer)).replaceAll("\\s+", ""))
                .isEqualTo("{\"relation\":\"31-T1\",\"title\":\"应统计户等于总户数减无人居住\",\"form\":\"平31-1\","
                        + "\"unit\":\"430626111\",\"unitName\":\"伍市镇\",\"period\":\"2026-Q3\",\"reason\":\"新旧口径交替\","
                        + "\"actor\":\"王统计\",\"at\":\"2026-10-09T16:20\",\"waived\":true,\"exit\":0,\"verdicts\":[]}");
        assertThat(screen(screen -> screen.waived(answer))).isEqualTo("""
                        已决定不审：伍市镇 平31-1 2026年三季度 [31-T1] 应统计户等于总户数减无人居住（新旧口径交替）
                        已收到的报表结论没有改变；以后报来的照此处理。
                        """);
        VerdictChange still = new VerdictChange(
                TOWN,
                "伍市镇",
                FORM,
                PERIOD,
                1,
                true,
                "伍市镇/报表.xlsx",
                Outcome.RETURNED,
                Outcome.RETURNED,
                List.of(new VerdictChange.RelationChange("31-T1", "", "强制性", "不审")));
        WaiveAnswer other = new WaiveAnswer(waiver, false, List.of(still));
        assertThat(other.exit()).isEqualTo(1);
        assertThat(screen(screen -> screen.waived(other))).endsWith("""
                伍市镇  平31-1  2026-Q3     1  退回  退回
                仍没有通过的，还有别的问题，见新的退回件。
                下一次汇总按新的结论计算。
                """);
        DoubtsAnswer doubts = new DoubtsAnswer(PERIOD, AT.toLocalDate(), 7, List.of(), List.of(), List.of(waiver));
        assertThat(AnswerMapper.text(DoubtsJson.of(doubts)).replaceAll("\\s+", ""))
                .contains("\"waivers\":[{\"relation\":\"31-T1\"");
        assertThat(screen(screen -> screen.doubts(doubts)))
                .endsWith("不审 1 条：\n  伍市镇 平31-1 2026年三季度 [31-T1] 应统计户等于总户数减无人居住（新旧口径交替）\n");
    }

    @Test
    void whatWasAcceptedIsToldWithTheVerdictsThatItChanged() {
        DecisionAnswer answer = new DecisionAnswer(
                StoredDecision.Kind.ACCEPTED,
                PERIOD,
                false,
                List.of(DOUBT),
                List.of(new VerdictChange(
                        TOWN,
                        "伍市镇",
                        FORM,
                        PERIOD,
                        1,
                        true,
                        "伍市镇/报表.xlsx",
                        Outcome.PENDING_EXPLANATION,
                        Outcome.ACCEPTED,
                        List.of())),
                3);
        assertThat(answer.exit()).isZero();
        assertThat(read(DecisionJson.of(answer)))
                .containsOnlyKeys("period", "preview", "exit", "accepted", "verdicts", "open")
                .containsEntry("open", 3);
        assertThat(screen(screen -> screen.decided(answer))).endsWith("""
                单位    表号    报告期   轮次  原来    现在
                ───────────────────────────────────────────
                伍市镇  平31-1  2026-Q3     1  待核实  通过
                还有 3 个问题待核实；用 findings --period 2026-Q3 --open 查看。
                下一次汇总（run --period 2026-Q3）按认可后的结论计算。
                """);
    }
}
