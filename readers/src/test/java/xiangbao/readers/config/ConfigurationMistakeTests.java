package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.tuning.Screen;

/** One test per kind of mistake, each asserting file, line and text as the author of the configuration sees them. */
class ConfigurationMistakeTests {
    @TempDir
    private Path folder;

    private ConfigFolder config;

    @BeforeEach
    void writeARightConfiguration() {
        config = ConfigFolder.rightIn(folder);
    }

    private ConfigFolder spoil(String name, String content, String right, String wrong) {
        assertThat(content).contains(right);
        return config.with(name, content.replace(right, wrong));
    }

    private ConfigFolder spoilForm(String right, String wrong) {
        return spoil("forms/平31-1.yaml", ConfigFolder.TOILETS, right, wrong);
    }

    private ConfigFolder spoilPlan(String right, String wrong) {
        return spoil("plan.yaml", ConfigFolder.PLAN, right, wrong);
    }

    private ConfigFolder spoilUnits(String right, String wrong) {
        return spoil("units.csv", ConfigFolder.UNITS, right, wrong);
    }

    @Test
    void findsNoneInARightConfiguration() {
        assertThat(config.mistakes()).isEmpty();
    }

    @Test
    void tellsAllMistakesOfAllFilesAtOnce() {
        spoilForm("title: 农村卫生厕所情况\nfrequency: 季报", "titel: 农村卫生厕所情况\nfrequency: 季度");
        spoilPlan("wording: 确保", "wording: 保证");
        spoilUnits("安定镇,镇", "安定镇,村");
        config.with("calendar.yaml", "holidays: [2026-02-30]\nworkdays: []\n");

        ReadDefinitions read = config.read();

        assertThat(read.definitions()).isNull();
        assertThat(read.mistakes())
                .extracting(ConfigurationMistake::toString)
                .containsExactly(
                        "config/units.csv:4: kind 应为县、街道、镇、乡、县直部门、其他之一，而这里是“村”。",
                        "config/calendar.yaml:1: “holidays”应为日期，如 2026-10-01，而这里是“2026-02-30”。",
                        "config/forms/平31-1.yaml:2: 未知的键“titel”，您是不是想写“title”？",
                        "config/forms/平31-1.yaml:3: “frequency”应为月报、季报、半年报、年报之一，而这里是“季度”，您是不是想写“季报”？",
                        "config/plan.yaml:8: “wording”应为确保、完成、高于、争取、节点、参考之一，而这里是“保证”。");
    }

    @ParameterizedTest
    @CsvSource({"units.csv", "plan.yaml", "calendar.yaml"})
    void missesFilesThatMustExist(String name) {
        assertThat(config.without(name).mistakes()).containsExactly("config/" + name + ": 缺少这个文件。");
    }

    @Test
    void missesTheFolderItself() {
        assertThat(DefinitionsReader.read(folder.resolve("elsewhere")).mistakes())
                .extracting(ConfigurationMistake::toString)
                .containsExactly("config/: 没有这个文件夹。");
    }

    @Test
    void missesForms() {
        assertThat(config.without("forms/平31-1.yaml").mistakes()).contains("config/forms: 没有报表。");
    }

    @Test
    void readsUtf8WithAMarkInFront() {
        config.with("forms/平31-1.yaml", "\uFEFF" + ConfigFolder.TOILETS)
                .with("units.csv", "\uFEFF" + ConfigFolder.UNITS);

        assertThat(config.mistakes()).isEmpty();
    }

    @Test
    void refusesAnotherEncodingAtItsFirstWrongLine() {
        byte[] gbk = ConfigFolder.CALENDAR.replace("workdays", "# 调休\nworkdays").getBytes(Charset.forName("GBK"));

        assertThat(config.with("calendar.yaml", gbk).mistakes())
                .containsExactly("config/calendar.yaml:2: 不是UTF-8编码，请在编辑器中另存为UTF-8。");
    }

    @Test
    void refusesATruncatedCharacterAtTheEnd() {
        byte[] whole = (ConfigFolder.CALENDAR + "# 假").getBytes(StandardCharsets.UTF_8);

        assertThat(config.with("calendar.yaml", Arrays.copyOf(whole, whole.length - 1))
                        .mistakes())
                .containsExactly("config/calendar.yaml:3: 不是UTF-8编码，请在编辑器中另存为UTF-8。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'holidays: []\n\tworkdays: []'|2|不合YAML语法：缩进用了制表符，请改用空格",
                "'holidays: []\nworkdays: [2026-10-10'|2|不合YAML语法：引号或括号没有配对",
                "'holidays: []\nworkdays: %x'|2|不合YAML语法：文字不能以这个符号开头，请用引号括起来",
                "'holidays: []\nworkdays: a: b'|2|不合YAML语法：这里不能有冒号，请检查缩进，或把文字用引号括起来",
                "'holidays: &all [2026-10-01]\nworkdays: []'|1|不支持锚点和引用（& 和 *），以这两个符号开头的文字请用引号括起来",
                "'holidays: []\nworkdays: !!java.util.Date []'|2|不支持标签（!），以感叹号开头的文字请用引号括起来",
                "'holidays: []\nworkdays: \u0007'|2|含有不可见的控制字符，请删除后重新输入",
                "'- 2026-10-01'|1|文件内容应为一组“键: 值”，而这里是列表",
                "'holidays: []\nworkdays:'|2|“workdays”没有值",
                "'holidays: []\nworkdays: 无'|2|“workdays”应为列表，而这里是“无”",
                "'holidays: []\nworkdays: []\nholidays: []'|3|“holidays”重复，第1行已有",
                "'holidays: [2026-10-01,\n 2026-10-01]\nworkdays: []'|2|“holidays”中的 2026-10-01 重复",
                "'holidays: [2026-10-10]\nworkdays: [2026-10-10]'|2|2026-10-10 既是放假日，又是上班日",
                "'holidays: []\nworkdays: [2026-10-09]'|2|2026-10-09 不是周末，不必列为调休上班日"
            })
    void tellsWhatIsWrongWithTheCalendar(String content, int line, String message) {
        assertThat(config.with("calendar.yaml", content).read().mistakes())
                .containsExactly(new ConfigurationMistake("calendar.yaml", line, message, ""));
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(config.with("calendar.yaml", "# 待填\n").mistakes()).containsExactly("config/calendar.yaml: 文件是空的。");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThat(config.with("calendar.yaml", "holidays: " + "[".repeat(100) + "]".repeat(100))
                        .mistakes())
                .containsExactly("config/calendar.yaml: 不合YAML语法：嵌套过深或文件过大。");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(config.with("calendar.yaml", "#".repeat(3_000_000)).mistakes())
                .containsExactly("config/calendar.yaml: 文件超过2MB，不像是配置文件。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form: 平31-1|form: 平31-2|1|表号“平31-2”与文件名不符|平31-1",
                "layout: 综合表|layout: 综合|4|“layout”应为综合表、台账之一，而这里是“综合”|综合表",
                "乡镇（街道）|乡镇街道|5|units.csv 里没有单位“乡镇街道”|",
                "乡镇（街道）|县交通局|5|units.csv 里没有单位“县交通局”|县交通运输局",
                "乡镇（街道）|{ kinds: [镇], except: [安定乡] }|5|units.csv 里没有单位“安定乡”|安定镇",
                "乡镇（街道）|{ kinds: [村] }|5|“kinds”应为县、街道、镇、乡、县直部门、其他之一，而这里是“村”|",
                "乡镇（街道）|[]|5|“owed-by”是空列表，至少要有一个单位|",
                "due-days: 10|due-days: 十天|6|“due-days”应为-31到366之间的整数，而这里是“十天”|",
                "due-days: 10|due_days: 10|6|未知的键“due_days”|due-days",
                "due-days: 10|valid: {}|1|缺少“due-days”（报告期结束后几天）或“due-day”（期末那个月的几日）|",
                "due-days: 10|due-day: 32|6|“due-day”应为1到31之间的整数，而这里是“32”|",
                "due-days: 10|due-days: 10⏎due-day: 25|7|这里不能有“due-day”：已有“due-days”，两个只写一个|",
                "due-days: 10|due-days: 10⏎due-shift: 推迟|7|“due-shift”应为顺延、提前、不变之一，而这里是“推迟”|",
                "due-days: 10|due-days: 10⏎due-dates: { Q2: 6-20 }|7|“due-dates”中的“Q2”应为月和日，如 06-20；下一年的写 次年01-10，而这里是“6-20”|06-20",
                "due-days: 10|due-days: 10⏎due-dates: { Q2: 6月20日 }|7|“due-dates”中的“Q2”应为月和日，如 06-20；下一年的写 次年01-10，而这里是“6月20日”|06-20",
                "due-days: 10|due-days: 10⏎due-dates: { Q4: 明年1-10 }|7|“due-dates”中的“Q4”应为月和日，如 06-20；下一年的写 次年01-10，而这里是“明年1-10”|次年01-10",
                "due-days: 10|due-days: 10⏎due-dates: { Q2: 06-31 }|7|“due-dates”中的“Q2”应为月和日，如 06-20；下一年的写 次年01-10，而这里是“06-31”|",
                "due-days: 10|due-days: 10⏎due-dates: { Q2: 十天内 }|7|“due-dates”中的“Q2”应为月和日，如 06-20；下一年的写 次年01-10，而这里是“十天内”|",
                "due-days: 10|due-days: 10⏎due-dates: { Q4: 01-10 }|7|“due-dates”中 Q4 的期限 01-10 早于这一期的第一天（10月1日）|次年01-10",
                "due-days: 10|due-days: 10⏎due-dates: { S1: 06-20 }|7|季报的期别应为Q1至Q4，而这里是“S1”|Q1",
                "\"1\": { title: 本期数 }|\"1\": { titel: 本期数, title: 本期数 }|8|未知的键“titel”|title",
                "\"1\": { title: 本期数 }|\"1\": 本期数|8|“1”应为一组“键: 值”，而这里是“本期数”|",
                "\"1\": { title: 本期数 }|\"1\": { title: 本期数, kind: 文本 }|8|这里不能有“kind”：综合表的栏都是数值|",
                "\"1\": { title: 本期数 }|\"1\": { title: 本期数, comparison: 是 }|8|“comparison”应为true、false之一，而这里是“是”|",
                "\"1\": { title: 本期数 }|\"1\": { title: 本期数, choices: [甲] }|8|这里不能有“choices”：只有“kind: 选项”的栏才有选项|",
                "\"05\": {|\"04\": {|11|“04”重复，第10行已有|",
                "\"05\": {|\"0.5\": {|11|行的代码“0.5”只能用汉字、字母、数字、括号和短横线|",
                "户, decimals: 0 }|户, decimals: 12 }|10|“decimals”应为0到9之间的整数，而这里是“12”|",
                "户, decimals: 0 }|户, over-units: 平均 }|10|“over-units”应为合计、不汇总之一，而这里是“平均”|",
                "户, decimals: 0 }|户, over-time: 时点数 }|10|“over-time”应为累计、时点、流量、不汇总之一，而这里是“时点数”|时点",
                "户, decimals: 0 }|户, columns: [2] }|10|未知的栏“2”|",
                "户, decimals: 0 }|户, due: [Q5] }|10|季报的期别应为Q1至Q4，而这里是“Q5”|Q1",
                "户, decimals: 0 }|户, due: [Q4], forecast: { Q3: [1] } }|10|“forecast”中的 Q3 不在“due”之内|",
                "title: 卫生厕所户, unit|title: [卫生厕所户], unit|11|“title”应为文字，而这里是列表；含有方括号或花括号的文字请用引号括起来|",
                "title: 卫生厕所户, unit|title: '', unit|11|“title”没有值|",
                "普及率: {|\"05\": {|13|派生指标“05”与行或栏的代码相同|",
                "severity: 强制性|severity: 强制|15|“severity”应为强制性、核实性、提示性之一，而这里是“强制”|强制性",
                ", remedy: 请核对两行||15|“audit”下缺少“remedy”|",
                "code: 31-T1|code: 31/T1|15|审核关系代码“31/T1”只能用汉字、字母、数字、短横线和点|",
                "code: 31-T1|rows: [06x], code: 31-T1|15|未知的行“06x”|",
                "code: 31-T1|rows: [05x], code: 31-T1|15|未知的行“05x”|05",
                "code: 31-T1|columns: [2], code: 31-T1|15|未知的栏“2”|",
                "code: 31-T1|rows: [05], columns: [1], code: 31-T1|15|这里不能有“columns”：已有“rows”，一条审核关系只沿一个方向进行|"
            })
    void tellsWhatIsWrongWithAForm(String right, String wrong, int line, String message, String suggestion) {
        String lines = (wrong == null ? "" : wrong).replace('⏎', '\n');

        assertThat(spoilFirst(right, lines).read().mistakes())
                .contains(new ConfigurationMistake(
                        "forms/平31-1.yaml", line, message, suggestion == null ? "" : suggestion));
    }

    private ConfigFolder spoilFirst(String right, String wrong) {
        int at = ConfigFolder.TOILETS.indexOf(right);
        assertThat(at).isNotNegative();
        return config.with(
                "forms/平31-1.yaml",
                ConfigFolder.TOILETS.substring(0, at)
                        + (wrong == null ? "" : wrong)
                        + ConfigFolder.TOILETS.substring(at + right.length()));
    }

    @Test
    void tellsARelationCodeThatTwoFormsShare() {
        config.with("forms/平31-2.yaml", ConfigFolder.TOILETS.replace("form: 平31-1", "form: 平31-2"));

        assertThat(config.mistakes())
                .containsExactly("config/forms/平31-2.yaml:15: 审核关系代码“31-T1”重复，forms/平31-1.yaml 第15行已有。");
    }

    @Test
    void tellsARelationCodeThatComesTwiceInAForm() {
        String relation = ConfigFolder.TOILETS.substring(ConfigFolder.TOILETS.indexOf("  - {"));

        assertThat(config.with("forms/平31-1.yaml", ConfigFolder.TOILETS + relation)
                        .mistakes())
                .containsExactly("config/forms/平31-1.yaml:16: 审核关系代码“31-T1”重复，第15行已有。");
    }

    @Test
    void tellsWhatIsWrongWithASuspicion() {
        config.with("forms/平31-1.yaml", ConfigFolder.TOILETS + """
                        unit-suspicion:
                          - { code: 31-U1, rows: ["05"], column: "1", reference: { "05": 0 }, suspects: [万户] }
                          - { code: 31-U2, rows: ["04", "05"], column: "1", reference: { "05": 9 }, suspects: [吨] }
                          - { code: 31-U3, rows: ["05"], column: "2", reference: { "05": 9 }, suspects: [万户] }
                        """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/forms/平31-1.yaml:17: 参考数应大于0。",
                        "config/forms/平31-1.yaml:18: “reference”缺少行“04”的参考数。",
                        "config/forms/平31-1.yaml:18: “吨”不能与行“04”的计量单位“户”换算，或者就是同一单位。",
                        "config/forms/平31-1.yaml:18: “吨”不能与行“05”的计量单位“户”换算，或者就是同一单位。",
                        "config/forms/平31-1.yaml:19: 未知的栏“2”。");
    }

    @Test
    void tellsWhatIsWrongWithTheRulesOfCells() {
        config.with(
                "forms/平31-1.yaml",
                ConfigFolder.TOILETS
                        .replace("title: 应统计户,", "title: 应统计户, range: 多些,")
                        .replace("{ title: 本期数 }", "{ title: 本期数, fixed: true, range: 9..1 }"));
        config.with("forms/平22-1.yaml", """
                form: 平22-1
                title: 公路项目
                frequency: 月报
                layout: 台账
                owed-by: 县交通运输局
                due-days: 5
                columns:
                  "01": { title: 编号, kind: 编号 }
                  "02": { title: 名称, kind: 文本, advancing: true, range: 1..2 }
                  "08": { title: 投资, unit: 万元, range: 0.5.. }
                finished: "[09] = 100"
                """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/forms/平22-1.yaml:9: 这里不能有“advancing”：只有数值栏才有。",
                        "config/forms/平22-1.yaml:9: 这里不能有“range”：只有数值栏才有。",
                        "config/forms/平22-1.yaml:11: 台账平22-1没有栏“09”（公式“[09] = 100”第1个字），您是不是想写“01”？",
                        "config/forms/平31-1.yaml:8: 合理范围的最小值大于最大值：9..1。",
                        "config/forms/平31-1.yaml:8: 这里不能有“fixed”：只有台账的栏才有。",
                        "config/forms/平31-1.yaml:10: 合理范围写作“最小..最大”，一头不限的可以不写，如 2..200、0..、..100；而这里是“多些”。");
    }

    @Test
    void tellsWhatIsWrongWithTheTuningOfScreens() {
        config.with("forms/平31-1.yaml", ConfigFolder.TOILETS + """
                        screens:
                          - { screens: [CHANGE-YAER], off: true }
                          - { rows: ["95"], columns: ["2"], c: 6 }
                          - { rows: ["05"] }
                          - { c: 0, u: 1.5, gross: 1, severity: 强制性, of: true }
                        """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/forms/平31-1.yaml:17: “screens”应为"
                                + String.join(
                                        "、",
                                        Arrays.stream(Screen.values())
                                                .map(Screen::code)
                                                .toList()) + "之一，而这里是“CHANGE-YAER”，您是不是想写“CHANGE-YEAR”？",
                        "config/forms/平31-1.yaml:18: 未知的栏“2”。",
                        "config/forms/平31-1.yaml:18: 未知的行“95”，您是不是想写“05”？",
                        "config/forms/平31-1.yaml:19: 没有写要改什么：off、u、a、c、gross、severity 至少写一个。",
                        "config/forms/平31-1.yaml:20: “c”应在0.1到1000之间，而这里是“0”。",
                        "config/forms/平31-1.yaml:20: “gross”应在2到1000000之间，而这里是“1”。",
                        "config/forms/平31-1.yaml:20: “severity”应为核实性、提示性之一，而这里是“强制性”。",
                        "config/forms/平31-1.yaml:20: “u”应在0到1之间，而这里是“1.5”。",
                        "config/forms/平31-1.yaml:20: 未知的键“of”，您是不是想写“off”？");
    }

    @Test
    void tellsWhatIsWrongWithALedger() {
        config.with("forms/平22-1.yaml", """
                form: 平22-1
                title: 公路项目
                frequency: 月报
                layout: 台账
                owed-by: 县交通运输局
                due-days: -5
                columns:
                  "02": { title: 名称, kind: 文本, unit: 个 }
                  "03": { title: 状态, kind: 选项 }
                  "08": { title: 投资, unit: 万元, over-units: "=[02]" }
                rows:
                  "01": { title: 合计 }
                audit:
                  - { code: 22-T1, severity: 强制性, formula: "[08] > 0", label: 甲, remedy: 乙, columns: ["08"] }
                """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/forms/平22-1.yaml:7: 台账要有一栏“kind: 编号”（或“kind: 单位”），才能认出每一行。",
                        "config/forms/平22-1.yaml:8: 这里不能有“unit”：只有数值栏才有。",
                        "config/forms/平22-1.yaml:9: “03”下缺少“choices”。",
                        "config/forms/平22-1.yaml:10: 台账的栏不能用公式汇总，请在“derived”下另立指标。",
                        "config/forms/平22-1.yaml:11: 这里不能有“rows”：台账没有固定的行。",
                        "config/forms/平22-1.yaml:14: 这里不能有“columns”：台账的审核关系逐行进行。");
    }

    @Test
    void tellsFilesThatAreNoFormsAndPassesOverHiddenOnes() {
        config.with("forms/平32-1.yml", "form: 平32-1")
                .with("forms/.平32-1.yaml.swp", "")
                .with("forms/平31-1.yaml~", "");

        assertThat(config.mistakes()).containsExactly("config/forms/平32-1.yml: 这个文件夹里只放报表，文件名为“表号.yaml”。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "year: 2026|year: 26|2|“year”应为2000到2100之间的整数，而这里是“26”|",
                "targets:|target:|3|未知的键“target”|targets",
                "S01:|粮01:|4|目标代码“粮01”只能用字母、数字和短横线|",
                "target: 99|target: 99%|11|“target”应为数字，而这里是“99%”|",
                "[县交通运输局, 各|[县交通局, 各|12|units.csv 里没有单位“县交通局”|县交通运输局",
                "target: 99|pace: 农时|4|“pace: 农时”要有“judged-from”或“nodes”|",
                "target: 99|judged-from: 11-20|11|这里不能有“judged-from”：只有“pace: 农时”才有|",
                "target: 99|nodes: { 11-20: 100 }|11|这里不能有“nodes”：只有“pace: 农时”才有|",
                "target: 99|lights: 99|11|未知的键“lights”|",
                "year: 2026|lights: { behind: 101 }|2|“behind”应在0到100之间，而这里是“101”|",
                "year: 2026|lights: {}|2|“lights”下缺少“behind”|",
                "year: 2026|letter: { office: 办公室, headlines: [{ target: S10 }] }|2|没有目标“S10”|S01",
                "year: 2026|letter: { headlines: [{ change: '平31-1:05.1' }] }|2|“headlines”下缺少“target”|",
                "year: 2026|milestone-from: 平91-1|2|未知的键“milestone-from”|milestone-form",
                "target: 99|parts: [S02]|9|这里不能有“actual”：有“parts”的目标由各分项决定|",
                "target: 99|milestones: S01|9|这里不能有“actual”：节点完成情况取自任务清单|",
                "target: 99|actual-unit: 亩|11|无法把“亩”换算成“%”|"
            })
    void tellsWhatIsWrongWithThePlan(String right, String wrong, int line, String message, String suggestion) {
        assertThat(spoilPlan(right, wrong).read().mistakes())
                .contains(new ConfigurationMistake("plan.yaml", line, message, suggestion == null ? "" : suggestion));
    }

    @Test
    void tellsWhatIsWrongWithNodes() {
        config.with("plan.yaml", ConfigFolder.PLAN + """
                    pace: 农时
                    judged-from: 11-20
                    nodes:
                      05-10: 130
                      13-10: 20
                      08-10: 60
                      06-10: 50
                """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/plan.yaml:14: 这里不能有“judged-from”：已有“nodes”，第一个节点就是开始判定的日子。",
                        "config/plan.yaml:15: “nodes”的最后一个节点应为 100。",
                        "config/plan.yaml:16: “05-10”应在0到100之间，而这里是“130”。",
                        "config/plan.yaml:17: “nodes”的键应为月和日，如 11-20，而这里是“13-10”。",
                        "config/plan.yaml:19: “nodes”应按日期先后排列，百分数不能比前一个节点小。");
    }

    @Test
    void ranksNoStatistics() {
        assertThat(spoilPlan("target: 99", "ranked: true").mistakes()).isEmpty();
        assertThat(spoilPlan("target: 99", "ranked: true\n    pace: 农时\n    judged-from: 11-20")
                        .mistakes())
                .containsExactly("config/plan.yaml:11: 只有“完成”“确保”类、越多越好的项目任务才能参加乡镇排名；农时类统计数不得排名。");
        assertThat(spoilPlan("target: 99", "ranked: true\n    comparison: ≤").mistakes())
                .hasSize(1);
    }

    @Test
    void tellsWhatIsWrongWithTasks() {
        config.with("tasks.csv", """
                target,unit,value
                S02,安定镇,99
                S01,安定,99
                S01,安定镇,约99
                S01,县交通运输局,99
                S01,三墩乡,99
                S01,430626201,98
                S01,安定镇
                """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/tasks.csv:2: plan.yaml 里没有目标“S02”，您是不是想写“S01”？",
                        "config/tasks.csv:3: units.csv 里没有单位“安定”，您是不是想写“安定镇”？",
                        "config/tasks.csv:4: value 应为数字，而这里是“约99”。",
                        "config/tasks.csv:5: 县交通运输局不在 S01 的考核范围（applies-to）之内。",
                        "config/tasks.csv:7: 三墩乡的 S01 任务重复。",
                        "config/tasks.csv:8: 应有3列，而这一行有2列。");
        assertThat(config.with("tasks.csv", "target,value,unit\n").mistakes())
                .containsExactly("config/tasks.csv:1: 第一行应为“target,unit,value”，而这里是“target,value,unit”。");
    }

    @Test
    void tellsWhatIsWrongWithLegalFigures() {
        config.with("official.csv", """
                indicator,period,value,unit,document,date
                S09,2026,99,%,平农〔2027〕3号,2027-01-20
                平31-1:04.1,2026年,12,吨,,今天
                S01,2026,九十九,%,平农〔2027〕3号,2027-01-20
                S01,2026,99,%,平农〔2027〕3号,2027-01-20
                """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/official.csv:2: 没有目标或指标“S09”，应写目标代码（如 G01）或指标（如 平11-1:01.1）。",
                        "config/official.csv:3: date 应为日期，如 2026-10-01，而这里是“今天”。",
                        "config/official.csv:3: period 应为报告期，如 2026-Q3、2026，而这里是“2026年”。",
                        "config/official.csv:3: 无法把“吨”换算成“户”。",
                        "config/official.csv:3: 核定数要有文号（document）。",
                        "config/official.csv:4: value 应为数字，而这里是“九十九”。",
                        "config/official.csv:5: S01 在 2026 的核定数重复。");
    }

    @Test
    void tellsWhatIsWrongWithPredecessors() {
        String units = ConfigFolder.UNITS
                .replace(",行政村数", ",predecessors,行政村数")
                .replace(",3\n", ",,3\n")
                .replace(",33\n", ",430626109|430626101|430626201,33\n")
                .replace(",12\n", ",,12\n")
                .replace(",,,\n", ",,,,\n");

        assertThat(config.with("units.csv", units).mistakes())
                .containsExactly(
                        "config/units.csv:4: predecessors：“430626101”不能是本单位的前身。",
                        "config/units.csv:4: predecessors：不知道何时由“430626201”而来，请填本单位的 valid_from 或前身的 valid_until。",
                        "config/units.csv:4: predecessors：没有代码为“430626109”的单位，您是不是想写“430626101”？");
    }

    private static String composite(String code, String parts) {
        return """
                  %s:
                    title: 目标
                    section: 二
                    field: 其他
                    wording: 完成
                    parts: %s
                    responsible: [各乡镇]
                """.formatted(code, parts);
    }

    @Test
    void tellsWhatIsWrongWithParts() {
        config.with(
                "plan.yaml",
                ConfigFolder.PLAN
                        + composite("R01", "[S01, S02]")
                        + composite("R02", "[R01, S01]")
                        + composite("R03", "[]"));

        assertThat(config.mistakes())
                .containsExactly(
                        "config/plan.yaml:13: R01 的分项“S02”不在 targets 里，您是不是想写“S01”？",
                        "config/plan.yaml:20: R02 的分项“R01”自己还有分项，只能分一层。",
                        "config/plan.yaml:20: “S01”同时是 R01 和 R02 的分项。",
                        "config/plan.yaml:32: “parts”是空列表。");
    }

    @Test
    void tellsThatAPaceHasNoEffectOnPartsAndNodes() {
        config.with("forms/平91-1.yaml", ConfigFolder.TASKS)
                .with(
                        "plan.yaml",
                        ConfigFolder.PLAN + composite("R01", "[S01]") + "    pace: 时间进度\n"
                                + composite("R05", "[S01]")
                                        .replace("parts: [S01]", "pace: 不适用")
                                        .replace("完成", "节点"));

        assertThat(config.mistakes())
                .containsExactly(
                        "config/plan.yaml:20: 这里不能有“pace”：有“parts”的目标由各分项决定。",
                        "config/plan.yaml:26: 这里不能有“pace”：节点完成情况取自任务清单。");
    }

    @Test
    void tellsIndicatorsOfALetterAndOfASummaryThatAreNotThere() {
        assertThat(spoilPlan("year: 2026", "letter: { headlines: [{ target: S01, change: \"平31-1:05.9\" }] }")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("config/plan.yaml:2: ")
                .contains("05.9");
        assertThat(config.with("plan.yaml", ConfigFolder.PLAN)
                        .with(
                                "forms/平31-1.yaml",
                                ConfigFolder.TOILETS + "summary: { columns: [\"05.1\", \"05.9\"], balanced: 是 }\n")
                        .mistakes())
                .hasSize(2)
                .anyMatch(mistake -> mistake.contains("没有指标“05.9”，您是不是想写“05.1”？"));
    }

    @Test
    void demandsALedgerOfTasksForMilestones() {
        ConfigFolder milestones = config.with(
                "plan.yaml",
                ConfigFolder.PLAN.replace("wording: 确保", "wording: 节点").replaceAll(".*(actual|target:|unit:).*\n", ""));

        assertThat(milestones.mistakes())
                .containsExactly("config/plan.yaml: S01 按节点判定，要用“milestone-form”写明任务清单的表号，如 milestone-form: 平91-1。");
        assertThat(milestones
                        .with("forms/平91-1.yaml", ConfigFolder.TASKS.replace("kind: 日期", "kind: 文本"))
                        .mistakes())
                .containsExactly(
                        "config/forms/平91-1.yaml: S01 按节点判定，任务清单应为台账，第01、02、03、04、05栏为任务编号、节点编号、节点名称、计划完成日期（日期）、状态。");
        assertThat(milestones.with("forms/平91-1.yaml", ConfigFolder.TASKS).mistakes())
                .isEmpty();
        assertThat(config.with(
                                "plan.yaml",
                                ConfigFolder.PLAN
                                        .replace("year: 2026", "milestone-form: 神91-1")
                                        .replace("wording: 确保", "wording: 节点")
                                        .replaceAll(".*(actual|target:|unit:).*\n", ""))
                        .mistakes())
                .containsExactly("config/plan.yaml: S01 按节点判定，但没有任务清单 forms/神91-1.yaml。");
    }

    @Test
    void demandsThatLastYearIsExceededStrictly() {
        assertThat(spoilPlan("target: 99", "target: lastyear\n    comparison: ≥")
                        .mistakes())
                .containsExactly("config/plan.yaml:12: 目标为“lastyear”时，“comparison”只能是 >。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code,civil_code|code,civilcode|1|第2列的列名应为“civil_code”，而这里是“civilcode”|",
                "430626101,430626101|430626001,430626101|4|单位代码“430626001”重复，第3行已有|",
                "430626101,430626101|430626/101,430626101|4|单位代码“430626/101”只能用数字、字母和短横线|",
                "430626101,430626101|430626101,430626001|4|民政代码“430626001”重复，第3行已有|",
                "430626,安定,|430626,汉昌,|4|名称或别名“汉昌”与第3行的“汉昌街道”冲突|",
                "430626,安定,|430627,安定,|4|没有代码为“430627”的上级单位|430626",
                "430626,安定,|430626101,安定,|4|上级单位“430626101”又以本单位为上级|",
                "430626,安定,,,33|430626,安定,2018/1/1,,33|4|valid_from 应为日期，如 2018-01-01，而这里是“2018/1/1”|",
                "430626,安定,,,33|430626,安定,2020-01-01,2019-12-31,33|4|valid_until 早于 valid_from|",
                "430626,安定,,,33|430626,安定,,,约33|4|行政村数应为数字，而这里是“约33”|",
                "430626,安定,,,33|430626,安定,,33|4|应有9列，而这一行有8列|",
                "三墩乡,乡|三墩乡,县|5|只能有一个 kind 为“县”的单位|",
                "平江县,县|平江县,其他|0|没有 kind 为“县”的单位|"
            })
    void tellsWhatIsWrongWithUnits(String right, String wrong, int line, String message, String suggestion) {
        assertThat(spoilUnits(right, wrong).read().mistakes())
                .contains(new ConfigurationMistake("units.csv", line, message, suggestion == null ? "" : suggestion));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[05] <= [04|9|[|",
                "[05] <= [04x]|9|“04x”|04",
                "[05] <= [04.2]|9|“2”|",
                "[05] <= [平31-2:04]|9|“平31-2”|平31-1",
                "[05] <= [普及]|9|“普及”|普及率",
                "[05] <= unit(行政村)|9|“行政村”|行政村数",
                "[05]|1|必须成立的关系|"
            })
    void tellsWhatIsWrongWithAFormula(String formula, int position, String about, String suggestion) {
        List<ConfigurationMistake> mistakes =
                spoilForm("[05] <= [04]", formula).read().mistakes();

        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0).file()).isEqualTo("forms/平31-1.yaml");
        assertThat(mistakes.get(0).line()).isEqualTo(15);
        assertThat(mistakes.get(0).message()).contains(about).endsWith("（公式“" + formula + "”第" + position + "个字）");
        assertThat(mistakes.get(0).suggestion()).isEqualTo(suggestion == null ? "" : suggestion);
    }

    @Test
    void doesNotRepeatABrokenFormInFormulasThatLookAtIt() {
        config.with("forms/平31-1.yaml", "form: [平31-1\n");

        assertThat(config.read().mistakes())
                .extracting(ConfigurationMistake::file)
                .containsExactly("forms/平31-1.yaml");
    }

    @Test
    void letsASuccessorBearTheNameOfItsPredecessor() {
        config.with(
                "units.csv",
                ConfigFolder.UNITS.replace("安定,,,33", "安定,,2019-12-31,33")
                        + "430626102,430626101,安定镇,镇,430626,安定,2020-01-01,,33\n");

        assertThat(config.mistakes()).isEmpty();
    }
}
