package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One cause gives one mistake: what only follows from it is not told. */
class ConfigurationCauseTests {
    private static final String VILLAGES = """
            form: 平01-1
            title: 基本情况
            frequency: 年报
            layout: 综合表
            owed-by: [安定镇, 三墩乡]
            due-days: 10
            columns:
              "1": { title: 本期数 }
            rows:
              "01": { title: 行政村数, unit: 个 }
            audit:
              - { code: 01-T1, severity: 强制性, formula: "[01] = unit(行政村数)", label: 甲, remedy: 乙 }
              - { code: 01-T2, severity: 强制性, formula: "[01] <= [平31-1:04.1]", label: 甲, remedy: 乙 }
              - { code: 01-T3, severity: 强制性, formula: "[平31-1:普及率] <= 100", label: 甲, remedy: 乙 }
            """;

    @TempDir
    private Path folder;

    private ConfigFolder config;

    @BeforeEach
    void writeARightConfiguration() {
        config = ConfigFolder.rightIn(folder)
                .with("forms/平01-1.yaml", VILLAGES)
                .with("tasks.csv", "target,unit,value\nS01,安定镇,99\n")
                .with("official.csv", """
                        indicator,period,value,unit,document,date
                        平31-1:04.1,2026,12,户,平农〔2027〕3号,2027-01-20
                        平31-1:普及率,2026,99,%,平农〔2027〕3号,2027-01-20
                        """)
                .with("scoring.yaml", "groups:\n  - { title: 镇, units: [安定镇] }\nunscored: [平31-1]\n");
    }

    private ConfigFolder form(String right, String wrong) {
        assertThat(ConfigFolder.TOILETS).contains(right);
        return config.with("forms/平31-1.yaml", ConfigFolder.TOILETS.replace(right, wrong));
    }

    @Test
    void isRightToBeginWith() {
        assertThat(config.mistakes()).isEmpty();
    }

    @Test
    void tellsOnlyTheEncodingOfARegister() {
        config.with("units.csv", ConfigFolder.UNITS.getBytes(Charset.forName("GBK")));

        assertThat(config.mistakes()).containsExactly("config/units.csv:1: 不是UTF-8编码，请在编辑器中另存为UTF-8。");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "，", "；", "|"})
    void tellsOnlyTheSeparatorOfARegister(String separator) {
        config.with("units.csv", ConfigFolder.UNITS.replace("平江|全县", "平江").replace(",", separator));

        assertThat(config.mistakes())
                .containsExactly("config/units.csv:1: 各列是用“" + (separator.equals("\t") ? "制表符" : separator)
                        + "”分开的，应当用英文逗号；请另存为“CSV UTF-8（逗号分隔）”。");
    }

    @Test
    void tellsTheSeparatorOfATable() {
        config.with("tasks.csv", "target;unit;value\nS01;安定镇;99\n");

        assertThat(config.mistakes()).containsExactly("config/tasks.csv:1: 各列是用“;”分开的，应当用英文逗号；请另存为“CSV UTF-8（逗号分隔）”。");
    }

    @Test
    void tellsOnlyTheLineOfTheRegisterThatIsTooShort() {
        config.with("units.csv", ConfigFolder.UNITS.replace("安定镇,镇,430626,安定,,,33", "安定镇,镇,430626,安定,33"));
        assertThat(config.mistakes()).containsExactly("config/units.csv:4: 应有9列，而这一行有7列。");

        config.with("units.csv", ConfigFolder.UNITS.replace("平江县,县,,", "平江县,县,"));
        assertThat(config.mistakes()).containsExactly("config/units.csv:2: 应有9列，而这一行有8列。");
    }

    @Test
    void tellsOnlyTheKindOfAUnit() {
        config.with("units.csv", ConfigFolder.UNITS.replace("安定镇,镇", "安定镇,村"));

        assertThat(config.mistakes()).containsExactly("config/units.csv:4: kind 应为县、街道、镇、乡、县直部门、其他之一，而这里是“村”。");
    }

    @Test
    void tellsOnlyTheFormThatIsNoYaml() {
        config.with("forms/平31-1.yaml", "form: [平31-1\n");

        assertThat(config.mistakes()).containsExactly("config/forms/平31-1.yaml:2: 不合YAML语法：引号或括号没有配对。");
    }

    @Test
    void tellsOnlyTheKeyThatIsMisspelt() {
        assertThat(form("rows:", "row:").mistakes())
                .containsExactly("config/forms/平31-1.yaml:9: 未知的键“row”，您是不是想写“rows”？");
        assertThat(form("due-days:", "due-day s:").mistakes())
                .containsExactly("config/forms/平31-1.yaml:6: 未知的键“due-day s”，您是不是想写“due-days”？");
    }

    @Test
    void tellsOnlyTheUnitThatIsNone() {
        assertThat(form("title: 应统计户, unit: 户", "title: 应统计户, unit: 万庙").mistakes())
                .containsExactly("config/forms/平31-1.yaml:10: 没有计量单位“万庙”；确有这个量词的，请写进“counted-in”，您是不是想写“万亩”？");
    }

    @Test
    void tellsOnlyTheFrequency() {
        assertThat(form("frequency: 季报", "frequency: 每月\ndue-dates: { 12: 次年01-20 }")
                        .mistakes())
                .containsExactly("config/forms/平31-1.yaml:3: “frequency”应为月报、季报、半年报、年报之一，而这里是“每月”。");
    }

    @Test
    void tellsOnlyTheDerivedIndicatorThatIsNoFormula() {
        assertThat(form("100 * [05] / [04]", "100 * [05] / ").mistakes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("config/forms/平31-1.yaml:13: ");
    }

    @Test
    void tellsOnlyTheTargetThatIsNoFormula() {
        config.with("plan.yaml", ConfigFolder.PLAN.replaceAll("actual: .*", "actual: \"[平31-1:05.1\""));

        assertThat(config.mistakes()).hasSize(1).first().asString().startsWith("config/plan.yaml:9: ");
    }

    @Test
    void tellsOnlyTheWordingOfATarget() {
        config.with(
                "plan.yaml",
                ConfigFolder.PLAN
                        .replace("wording: 确保", "wording: 保证")
                        .replace("target: 99", "target: 99\n    ranked: true"));

        assertThat(config.mistakes()).containsExactly("config/plan.yaml:8: “wording”应为确保、完成、高于、争取、节点、参考之一，而这里是“保证”。");
    }

    @Test
    void writesOutACircleOfDerivedIndicators() {
        form(
                "  普及率: { formula: \"100 * [05] / [04]\", unit: \"%\", decimals: 2 }",
                "  普及率: { formula: \"[无害化率] + [05]\", unit: \"%\" }\n  无害化率: { formula: \"[普及率] + [04]\", unit: 亩 }\n"
                        + "  合计: { formula: \"[普及率] + 1\" }");

        assertThat(config.mistakes()).containsExactly("config/forms/平31-1.yaml:13: 派生指标循环引用：普及率 → 无害化率 → 普及率。");
    }

    @Test
    void writesOutACircleThroughAnotherForm() {
        form("100 * [05] / [04]", "[平01-1:村率]")
                .with(
                        "forms/平01-1.yaml",
                        VILLAGES.replace("audit:", "derived:\n  村率: { formula: \"[平31-1:普及率] * 2\" }\naudit:"))
                .with("plan.yaml", ConfigFolder.PLAN.replaceAll("actual: .*", "actual: \"[平31-1:普及率]\""));

        assertThat(config.mistakes())
                .containsExactly("config/forms/平01-1.yaml:12: 派生指标循环引用：平01-1 村率 → 平31-1 普及率 → 平01-1 村率。");
    }

    @Test
    void writesOutACircleOfComputedCells() {
        String columns =
                "  \"2\": { title: 上限, over-units: \"=[.3] + 1\" }\n  \"3\": { title: 下限, over-units: \"=[.2] - 1\" }\n";
        form("\"1\": { title: 本期数 }\n", "\"1\": { title: 本期数 }\n" + columns.replace("  \"3\"", "  \"3\""));
        config.with("forms/平01-1.yaml", VILLAGES.replace("[平31-1:04.1]", "9").replace("[平31-1:普及率]", "9"))
                .without("official.csv")
                .with("plan.yaml", ConfigFolder.PLAN);

        assertThat(config.mistakes())
                .contains("config/forms/平31-1.yaml:9: 派生指标循环引用：应统计户 上限[04.2] → 应统计户 下限[04.3] → 应统计户 上限[04.2]。");
    }

    @Test
    void tellsWhatNeedsItself() {
        assertThat(form("100 * [05] / [04]", "[普及率] + 1").mistakes())
                .containsExactly("config/forms/平31-1.yaml:13: “普及率”用到了自己：普及率 → 普及率。");
    }

    @Test
    void missesTheYearsThatTheCalendarDoesNotHave() {
        config.with("calendar.yaml", "holidays:\n  - 2026-10-01\nworkdays: []\n");

        assertThat(config.mistakes())
                .containsExactly("config/calendar.yaml:1: 缺少2027年的放假日，而平01-1 2026年的期限 2027-01-10 等2个期限在这一年，遇节假日无法顺延；"
                        + "请按国务院办公厅的通知补上，通知没有印发的先写法定节日，如 2027-01-01。");
        config.with("forms/平01-1.yaml", VILLAGES.replace("due-days: 10", "due-days: 10\ndue-shift: 不变"));
        assertThat(form("due-days: 10", "due-days: 10\ndue-shift: 不变").mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "CON",
                "con",
                "LPT1",
                "nul.txt",
                "安定镇.",
                ".安定镇",
                "安/定镇",
                "安\\定镇",
                "安:定",
                "安*",
                "安?",
                "\"安\"\"定\"",
                "安<",
                "安>",
                "安\u202E定",
                "安\u0007定"
            })
    void refusesNamesThatAreNoFolders(String name) {
        config.with("units.csv", ConfigFolder.UNITS.replace("安定镇,镇", name + ",镇"));

        assertThat(config.mistakes())
                .singleElement()
                .asString()
                .startsWith("config/units.csv:4: 单位名称“")
                .contains("不能作文件夹名：");
    }
}
