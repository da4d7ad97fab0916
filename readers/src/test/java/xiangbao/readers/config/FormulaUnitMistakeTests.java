package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.documents.ConfigurationMistake;

/** Figures are never converted in a formula, so 计量单位 that do not fit together are mistakes; what fits is none. */
class FormulaUnitMistakeTests {
    private static final String FORM = """
            form: 平11-1
            title: 粮食
            frequency: 季报
            layout: 综合表
            owed-by: 乡镇（街道）
            due-days: 10
            columns:
              "1": { title: 面积, unit: 亩 }
              "2": { title: 单产, unit: 公斤/亩 }
              "3": { title: 产量, unit: 吨 }
            rows:
              "01": { title: 稻谷 }
              "02": { title: 大田, columns: [1], unit: 公顷 }
              "03": { title: 投入, columns: [1], unit: 元 }
              "04": { title: 农药, columns: [1], unit: 公斤 }
              "05": { title: 农户, columns: [1], unit: 户 }
              "06": { title: 覆盖率, columns: [1], unit: "%" }
              "07": { title: 补贴, columns: [1], unit: 万元 }
              "08": { title: 不说单位, columns: [1], unit: 亩 }
            derived:
              指标: { formula: "[01.1]", unit: 亩 }
            audit:
              - { code: 11-T1, severity: 强制性, formula: "[01.1] >= 0", label: 甲, remedy: 乙 }
            """;
    private static final String ASIDE = "；确是按系数折算的（如折标准煤），请加 mixed-units: true";

    @TempDir
    private Path folder;

    private ConfigFolder config;

    @BeforeEach
    void writeARightConfiguration() {
        config = ConfigFolder.rightIn(folder).with("forms/平11-1.yaml", FORM);
    }

    private ConfigFolder relation(String formula) {
        return config.with("forms/平11-1.yaml", FORM.replace("[01.1] >= 0", formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[01.1] <= [01.3]|11|“亩”与“吨”不能相比，不是同一种量",
                "[01.1] * 1.05 >= [01.3]|18|“亩”与“吨”不能相比，不是同一种量",
                "[03] + [04] > 0|8|“元”与“公斤”不能相加，不是同一种量",
                "[01.1] - [03] > 0|10|“亩”与“元”不能相减，不是同一种量",
                "sum([03], [04]) > 0|11|“元”与“公斤”不能相加，不是同一种量",
                "[01.1] in [05]..[03]|11|“亩”与“户”不能相比，不是同一种量",
                "max([03], [04]) <= 5|20|min、max 里的计量单位各不相同，只能与 0 相比",
                "[05] = [06]|8|“户”与“%”不能相比，不是同一种量",
                "[01.3] = [01.1] * [01.2] ± [05]|10|“吨”与“公斤”不能相比，公式里不会自动换算，请乘以或除以换算系数（1吨=1000公斤）"
            })
    void tellsWhatIsOfAnotherDimension(String formula, int position, String message) {
        assertThat(relation(formula).mistakes())
                .isNotEmpty()
                .first()
                .asString()
                .startsWith("config/forms/平11-1.yaml:23: ")
                .contains(message)
                .endsWith("”第" + position + "个字）。");
    }

    @Test
    void saysWhatToDoAboutIt() {
        assertThat(relation("[01.1] <= [01.3]").mistakes())
                .containsExactly(
                        "config/forms/平11-1.yaml:23: “亩”与“吨”不能相比，不是同一种量" + ASIDE + "（公式“[01.1] <= [01.3]”第11个字）。");
        assertThat(relation("[02] <= [01.1]").mistakes())
                .containsExactly(
                        "config/forms/平11-1.yaml:23: “公顷”与“亩”不能相比，公式里不会自动换算，请乘以或除以换算系数（1公顷=15亩）（公式“[02] <= [01.1]”第9个字）。");
        assertThat(relation("[07] <= [03]").mistakes())
                .containsExactly(
                        "config/forms/平11-1.yaml:23: “万元”与“元”不能相比，公式里不会自动换算，请乘以或除以换算系数（1万元=10000元）（公式“[07] <= [03]”第9个字）。");
        assertThat(relation("[06] >= 95%").mistakes())
                .containsExactly(
                        "config/forms/平11-1.yaml:23: 带百分号的数（5% 就是 0.05）不能与按“%”计的数相比，请去掉百分号（公式“[06] >= 95%”第9个字）。");
    }

    /** Numbers may convert, be rates (每亩不超过900公斤) and stand beside anything; and shares have no dimension. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[01.1] <= 15 * [02]",
                "[01.3] = [01.1] * [01.2] / 1000 ± ([01.1] * 0.00005 + 0.05)",
                "[01.3] * 10 <= [01.1] * 9",
                "[01.1] * 110% >= [08] * 0.95",
                "[06] >= 95 and 100 * [05] / [05] <= [06]",
                "[01.1] / [08] in 50%..1.5",
                "[03] / [05] <= 10000",
                "min([01.1], [01.3], [03]) >= 0",
                "[01.1] >= lastyear([01.1]) ± 3% * prev([01.1])",
                "[05] = unit(行政村数) * [01.1] / [08]",
                "coalesce([01.1], 0) = if([05] > 0, [08], [01.1])",
                "abs([01.1] / lastyear([01.1]) - 1) <= 5%",
                "[03] / [05] = round([07] * 10000 / [05], 2)"
            })
    void acceptsWhatFits(String formula) {
        assertThat(relation(formula).mistakes()).isEmpty();
    }

    @Test
    void looksAtEveryColumnInWhichARelationRuns() {
        String relation = "{ code: 11-T1, severity: 强制性, formula: \"[01] >= [09]\", label: 甲, remedy: 乙 }";
        String rows = "  \"09\": { title: 其中早稻, columns: [1, 3] }\n";
        String form = FORM.replaceAll("(?m)^  - \\{ code.*$", "  - " + relation);

        assertThat(config.with("forms/平11-1.yaml", form.replace("derived:\n", rows + "derived:\n"))
                        .mistakes())
                .isEmpty();
        assertThat(config.with(
                                "forms/平11-1.yaml",
                                form.replace("derived:\n", rows.replace("[1, 3]", "[1, 3], unit: 公斤") + "derived:\n"))
                        .mistakes())
                .hasSize(1)
                .first()
                .asString()
                .contains("“亩”与“公斤”不能相比");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[01.1] + [08]|吨|公式得出的是“亩”，而计量单位写的是“吨”，不是同一种量",
                "[05] / [05]|'%'|公式得出的是“户/户”，而计量单位写的是“%”，相差100倍，请乘以或除以100",
                "100 * [01.3] / [01.1]|'%'|公式得出的是“吨/亩”，而计量单位写的是“%”，不是同一种量",
                "[03] / [01.1]|万元/亩|公式里不会自动换算，请乘以或除以换算系数（1万元/亩=10000元/亩）"
            })
    void holdsADerivedIndicatorAgainstItsUnit(String formula, String unit, String message) {
        config.with(
                "forms/平11-1.yaml",
                FORM.replace("formula: \"[01.1]\", unit: 亩", "formula: \"" + formula + "\", unit: \"" + unit + "\""));

        assertThat(config.mistakes())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("config/forms/平11-1.yaml:21: ")
                .contains(message);
    }

    @Test
    void holdsComputedCellsAndTargetsAgainstTheirUnits() {
        config.with("forms/平11-1.yaml", FORM.replace("单产, unit: 公斤/亩", "单产, unit: 公斤/亩, over-units: \"=[.3] / [.1]\""));
        assertThat(config.mistakes())
                .containsExactly(
                        "config/forms/平11-1.yaml:9: 公式得出的是“吨/亩”，而计量单位写的是“公斤/亩”，公式里不会自动换算，请乘以或除以换算系数（1吨/亩=1000公斤/亩）（公式“[.3] / [.1]”第1个字）。");

        config.with("forms/平11-1.yaml", FORM)
                .with("plan.yaml", ConfigFolder.PLAN.replaceAll("actual: .*", "actual: \"[平11-1:01.3]\""));
        assertThat(config.mistakes())
                .containsExactly(
                        "config/plan.yaml:9: 公式得出的是“吨”，而计量单位写的是“%”，不是同一种量" + ASIDE + "（公式“[平11-1:01.3]”第1个字）。");
    }

    @Test
    void letsAnAuthorMixUnitsOnPurpose() {
        config.with(
                "forms/平11-1.yaml",
                FORM.replace("[01.1] >= 0\"", "0.7 * [01.3] + 1.2 * [04] >= [03]\", mixed-units: true"));

        assertThat(config.mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"万庙,万亩", "公金,公顷", "公斤/苗,''", "kg/亩,公斤/亩", "万m2,万平方米", "平方千米,平方公里", "茎蔸,''"})
    void suggestsTheUnitThatWasMeant(String written, String meant) {
        config.with(
                "forms/平11-1.yaml",
                FORM.replace("title: 大田, columns: [1], unit: 公顷", "title: 大田, columns: [1], unit: " + written));

        assertThat(config.read().mistakes())
                .containsExactly(new ConfigurationMistake(
                        "forms/平11-1.yaml", 13, "没有计量单位“" + written + "”；确有这个量词的，请写进“counted-in”", meant));
    }

    @Test
    void takesAWordForAUnitWhereItIsDeclared() {
        String form = FORM.replace("title: 大田, columns: [1], unit: 公顷", "title: 大田, columns: [1], unit: 万茎蔸");

        assertThat(config.with("forms/平11-1.yaml", form).mistakes()).hasSize(1);
        assertThat(config.with("forms/平11-1.yaml", form + "counted-in: [茎蔸]\n").mistakes())
                .isEmpty();
    }

    @Test
    void tellsAnUnknownUnitOfThePlan() {
        config.with("plan.yaml", ConfigFolder.PLAN.replace("unit: \"%\"", "unit: \"百分率\""));

        assertThat(config.mistakes())
                .containsExactly("config/plan.yaml:10: 没有计量单位“百分率”；确有这个量词的，请写进“counted-in”，您是不是想写“百分点”？");
    }
}
