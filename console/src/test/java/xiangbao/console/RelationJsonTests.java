package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.jobs.answers.rules.BacktestJson;
import xiangbao.jobs.answers.rules.HealthJson;
import xiangbao.jobs.answers.rules.OutliersJson;
import xiangbao.jobs.rules.BacktestAnswer;
import xiangbao.jobs.rules.HealthAnswer;
import xiangbao.jobs.rules.OutliersAnswer;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.screening.DigitQuestion;
import xiangbao.statistics.screening.Outlier;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;

/** Scripts rely on these names, and people on these sentences. */
class RelationJsonTests {
    private static final FormCode FORM = new FormCode("平31-1");
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final BacktestAnswer TRIED = new BacktestAnswer(
            "31-X9",
            "卫生厕所户不多于总户数",
            "试行（拟为强制性）",
            "[05] ≤ [02]",
            List.of(new BacktestAnswer.Line(
                    FORM,
                    PERIOD,
                    22,
                    2,
                    1,
                    1,
                    List.of(
                            new BacktestAnswer.Failure(
                                    new UnitCode("430626111"), "伍市镇", 1, true, "卫生厕所户 > 总户数", "13268", "≤12958"),
                            new BacktestAnswer.Failure(
                                    new UnitCode("430626106"), "安定镇", 2, false, "卫生厕所户 > 总户数", "", "")),
                    List.of("平31-1:05.1@2026-Q3 未报"))));
    private static final HealthAnswer HEALTH = new HealthAnswer(
            List.of(PERIOD),
            List.of(
                    new HealthAnswer.Line(
                            FORM,
                            "31-P9",
                            "不比上年少",
                            "核实性",
                            new HealthAnswer.Counts(25, 0, 0, 0, 0, 0, 0),
                            List.of("平31-1:05.1@2025-Q3 未报送")),
                    new HealthAnswer.Line(
                            FORM,
                            "CHANGE-YEAR",
                            "与上年同期相比的变动在通常范围内",
                            "默认审核",
                            new HealthAnswer.Counts(25, 0, 0, 0, 0, 0, 0),
                            List.of()),
                    new HealthAnswer.Line(
                            FORM, "31-T1", "合计平衡", "强制性", new HealthAnswer.Counts(25, 25, 6, 3, 1, 1, 1), List.of()),
                    new HealthAnswer.Line(
                            FORM, "31-T2", "分项平衡", "强制性", new HealthAnswer.Counts(25, 25, 0, 0, 0, 0, 0), List.of())));

    private static String screen(Consumer<RelationScreen> shows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        shows.accept(new RelationScreen(new Terminal(out, out, false)));
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static Map<String, Object> read(Record answer) {
        return JsonMapper.shared().readValue(AnswerMapper.text(answer), new TypeReference<>() {});
    }

    @Test
    void aTrialOnThePastSaysWhoFailsAndWhatCameOfIt() {
        assertThat(TRIED.exit()).isEqualTo(1);
        assertThat(read(BacktestJson.of(TRIED)))
                .containsOnlyKeys(
                        "relation",
                        "title",
                        "severity",
                        "formula",
                        "exit",
                        "held",
                        "failed",
                        "corrected",
                        "undecided",
                        "periods");
        assertThat(AnswerMapper.text(BacktestJson.of(TRIED)).replaceAll("\\s+", ""))
                .contains("\"exit\":1,\"held\":22,\"failed\":2,\"corrected\":1,\"undecided\":1,\"periods\":[{")
                .contains("{\"unit\":\"430626111\",\"unitName\":\"伍市镇\",\"round\":1,\"corrected\":true,"
                        + "\"title\":\"卫生厕所户>总户数\",\"actual\":\"13268\",\"expected\":\"≤12958\"}")
                .contains("\"lacking\":[\"平31-1:05.1@2026-Q3未报\"]");
        assertThat(screen(screen -> screen.backtest(TRIED))).isEqualTo("""
                [31-X9] 卫生厕所户不多于总户数 · 试行（拟为强制性） · [05] ≤ [02]
                表号    报告期   报表  通过  不通过  其中后来改正  无法判断  不通过的单位
                ───────────────────────────────────────────────────────────────────────────
                平31-1  2026-Q3    25    22       2             1         1  伍市镇、安定镇
                  伍市镇 2026-Q3 第1次 卫生厕所户 > 总户数：填报 13,268，对照 ≤12958（后来已改正）
                  安定镇 2026-Q3 第2次 卫生厕所户 > 总户数
                2026年三季度无法判断，是因为：平31-1:05.1@2026-Q3 未报。
                共 25 份：通过 22，不通过 2（后来改正 1），无法判断 1。只是试算，什么也没有改变。
                """);
    }

    @Test
    void whatWasNeverDecidedStandsOut() {
        assertThat(HEALTH.exit()).isEqualTo(1);
        assertThat(AnswerMapper.text(HealthJson.of(HEALTH)).replaceAll("\\s+", ""))
                .startsWith("{\"periods\":[\"2026-Q3\"],\"exit\":1,\"neverDecided\":[\"31-P9\"],\"relations\":[{")
                .contains("{\"form\":\"平31-1\",\"relation\":\"31-T1\",\"title\":\"合计平衡\",\"severity\":\"强制性\","
                        + "\"judged\":25,\"decided\":25,\"fired\":6,\"corrected\":3,\"explained\":1,\"waived\":1,\"standing\":1,"
                        + "\"neverDecided\":false,\"lacking\":[]}");
        assertThat(screen(screen -> screen.health(HEALTH))).isEqualTo("""
                表号    代码   级别    审过  判定  发现  已改正  已说明  不审  仍在  审核关系
                ─────────────────────────────────────────────────────────────────────────────
                平31-1  31-T1  强制性    25    25     6       3       1     1     1  合计平衡

                从来没有判定过的 1 条，等于没有审：
                  ★ 平31-1 [31-P9] 不比上年少（核实性）：审过 25 份，都无法判断，因为：平31-1:05.1@2025-Q3 未报送
                另有默认审核 1 条，还没有往期数可比。
                共 4 条：发现过问题的 1 条，从来没有判定过的 2 条，判定过、没有发现问题的 1 条（不列，--json 里都有）。
                """);
    }

    private static ReportingUnit town(String code, String name) {
        return new ReportingUnit(
                new UnitCode(code), null, name, UnitKind.TOWN, null, List.of(), Validity.ALWAYS, Map.of());
    }

    @Test
    void whatLiesFarAwayIsRankedWithWhatItIsHeldAgainst() {
        Indicator households =
                new Indicator(IndicatorCode.ofCell(FORM, "02", "1"), "农村总户数", "户", 0, OverUnits.SUM, OverTime.LAST);
        Indicator rate = new Indicator(new IndicatorCode(FORM, "普及率"), "普及率", "%", 2, OverUnits.NONE, OverTime.NONE);
        OutliersAnswer answer = new OutliersAnswer(
                PERIOD,
                3,
                List.of(
                        new Outlier(
                                town("430626111", "伍市镇"),
                                households,
                                Outlier.Kind.CHANGE,
                                new BigDecimal("132680"),
                                new BigDecimal("13268"),
                                PERIOD.previous(),
                                new BigDecimal("0.4"),
                                new BigDecimal("31.2"),
                                new BigDecimal("1098.3")),
                        new Outlier(
                                town("430626106", "虹桥镇"),
                                rate,
                                Outlier.Kind.LEVEL,
                                new BigDecimal("50"),
                                new BigDecimal("99.5"),
                                null,
                                null,
                                new BigDecimal("-4.0"),
                                null)),
                List.of(new DigitQuestion(
                        town("430626106", "虹桥镇"),
                        DigitQuestion.Kind.ROUND,
                        312,
                        new BigDecimal("64.1"),
                        new BigDecimal("21.3"),
                        new BigDecimal("5.3"))));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(new OutliersAnswer(PERIOD, 3, List.of(), List.of()).exit()).isZero();
        assertThat(AnswerMapper.text(OutliersJson.of(answer, 1)).replaceAll("\\s+", ""))
                .isEqualTo(
                        "{\"period\":\"2026-Q3\",\"run\":3,\"exit\":1,\"total\":2,\"outliers\":[{\"unit\":\"430626111\","
                                + "\"unitName\":\"伍市镇\",\"indicator\":\"平31-1:02.1\",\"title\":\"农村总户数\",\"unitOfMeasure\":\"户\","
                                + "\"kind\":\"CHANGE\",\"value\":\"132680\",\"held\":\"13268\",\"heldPeriod\":\"2026-Q2\",\"usualChange\":\"0.4\","
                                + "\"distance\":\"31.2\",\"share\":\"1098.3\"}],\"digits\":[{\"unit\":\"430626106\",\"unitName\":\"虹桥镇\","
                                + "\"kind\":\"ROUND\",\"values\":312,\"share\":\"64.1\",\"others\":\"21.3\",\"distance\":\"5.3\"}]}");
        assertThat(screen(screen -> screen.outliers(answer, 50))).isEqualTo("""
                单位    指标        代码            本单位  对照                              远近  占全县增减
                ──────────────────────────────────────────────────────────────────────────────────────────────
                伍市镇  农村总户数  平31-1:02.1    132,680  2026年二季度 13,268，一般增 0.4%  31.2    1,098.3%
                虹桥镇  普及率      平31-1:普及率    50.00  各单位中位数 99.50                −4.0           —
                末位数字（只作提问）：
                  虹桥镇：312 个数中 64.1% 末位是 0 或 5，其他单位 21.3%
                2026年三季度第3次汇总：离群值 2 个。远近为界限的倍数，负数为偏低、减少。不一定错，供核实，不用于评分。
                """);
        assertThat(screen(screen -> screen.outliers(answer, 1))).contains("还有 1 个没有列出，用 --top 多列。");
    }
}
