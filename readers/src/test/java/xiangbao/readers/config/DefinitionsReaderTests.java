package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.lines.CellRules;
import xiangbao.statistics.lines.Range;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.DueDay;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.SeasonNode;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.UnitSuspicion;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.tuning.Tuning;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;

/** Every key of the configuration, and every default of what is not written. */
class DefinitionsReaderTests {
    private static final UnitCode TRANSPORT = new UnitCode("430626-JT");

    @TempDir
    private Path folder;

    private Definitions read(ConfigFolder config) {
        ReadDefinitions read = config.read();
        assertThat(read.mistakes()).isEmpty();
        return Objects.requireNonNull(read.definitions());
    }

    private static final String GRAIN = """
            # yaml-language-server: $schema=../schema/form.schema.json
            form: 平11-1
            title: 粮食
            frequency: 季报
            layout: 综合表
            enabled: false
            owed-by: { kinds: [镇, 乡], except: [三墩乡] }
            due-days: 15
            marks: { maker: 县统计局, approver: 市统计局, number: 岳统〔2026〕1号, valid-until: 2027-12-31 }
            valid: { from: 2025-01-01, until: 2029-12-31 }
            columns:
              "1": { title: 面积, group: 本期, aliases: [播种面积], unit: 亩, decimals: 0, over-time: 累计 }
              "2": { title: 单产, unit: 公斤/亩, decimals: 1, over-units: "=1000 * [.3] / [.1]", over-time: 不汇总 }
              "3": { title: 产量, unit: 吨, decimals: 1, over-units: 合计, over-time: 流量, required: false }
              "4": { title: 上年面积, comparison: true }
            rows:
              "06": { title: 早稻, indent: 1, aliases: [二、早稻], due: [Q3, Q4], forecast: { Q3: [2, 3] }, negative: true, required: false }
              "07": { title: 秋粮, columns: [1, 3], unit: 公顷, decimals: 2, over-units: 不汇总, over-time: 时点, applies-to: [安定镇, 430626-JT] }
            derived:
              总产: { title: 全年总产量, formula: "[06.3] + [07.3]", unit: 吨, decimals: 1, mixed-units: true }
            audit:
              - { code: 11-T1, severity: 提示性, formula: "[.3] <= [.1]", label: 甲, remedy: 乙, rows: ["06", "07"], mixed-units: true }
              - { code: 11-T2, severity: 核实性, trial: true, formula: "[07] <= [06]", label: 甲, remedy: 乙, columns: [1], mixed-units: true }
            unit-suspicion:
              - { code: 11-R2a, rows: ["06"], column: 1, reference: "lastyear([.1])", suspects: [万亩, 公顷] }
              - { code: 11-R2b, rows: ["06"], column: 2, reference: { "06": 403.6 }, suspects: [斤/亩] }
            screens:
              - { screens: [CHANGE-YEAR], rows: ["06"], columns: [1], c: 6.5, u: 0, severity: 提示性 }
              - { gross: 20, a: 0.1, off: true }
            counted-in: [茎蔸]
            notes:
              - 第一条
            """;

    @Test
    void readsWhatALedgerSaysAboutItsCells() {
        Definitions definitions = read(ConfigFolder.rightIn(folder).with("forms/平22-1.yaml", """
                form: 平22-1
                title: 公路项目
                frequency: 月报
                layout: 台账
                owed-by: 县交通运输局
                due-days: 5
                columns:
                  "01": { title: 编号, kind: 编号 }
                  "02": { title: 类别, kind: 文本, fixed: true }
                  "07": { title: 计划数量, fixed: false, range: 0.5 至 200 }
                  "08": { title: 完成, advancing: true, range: 0.. }
                finished: "[08] = 100"
                """));

        CellRules cells = definitions.form(new FormCode("平22-1")).orElseThrow().cells();
        assertThat(cells.fixed()).isEqualTo(Map.of("02", true, "07", false));
        assertThat(cells.advancing()).isEqualTo(Map.of("08", true));
        assertThat(cells.ranges())
                .isEqualTo(Map.of(
                        CellRules.ofColumn("07"),
                        new Range(new BigDecimal("0.5"), new BigDecimal("200")),
                        CellRules.ofColumn("08"),
                        new Range(BigDecimal.ZERO, null)));
        assertThat(Objects.requireNonNull(cells.finished()).text()).isEqualTo("[08] = 100");
    }

    @Test
    void readsEveryKeyOfAForm() {
        Definitions definitions = read(ConfigFolder.rightIn(folder).with("forms/平11-1.yaml", GRAIN));

        FormRules rules = definitions.form(new FormCode("平11-1")).orElseThrow();
        Form form = rules.form();
        assertThat(rules.enabled()).isFalse();
        assertThat(form.title()).isEqualTo("粮食");
        assertThat(form.frequency()).isEqualTo(Frequency.QUARTER);
        assertThat(form.layout()).isEqualTo(Layout.MATRIX);
        assertThat(form.owedBy())
                .isEqualTo(new UnitSelector(
                        Set.of(UnitKind.TOWN, UnitKind.TOWNSHIP), Set.of(), Set.of(new UnitCode("430626201"))));
        assertThat(form.due()).isEqualTo(DueRule.daysAfter(15));
        assertThat(form.marks()).isEqualTo(new LegalMarks("县统计局", "市统计局", "岳统〔2026〕1号", LocalDate.of(2027, 12, 31)));
        assertThat(form.validity()).isEqualTo(new Validity(LocalDate.of(2025, 1, 1), LocalDate.of(2029, 12, 31)));
        assertThat(form.columns())
                .containsExactly(
                        new Column(
                                "1",
                                "面积",
                                "本期",
                                List.of("播种面积"),
                                ColumnKind.NUMBER,
                                new Measure("亩", 0, null, OverTime.CUMULATIVE),
                                List.of(),
                                true,
                                false),
                        new Column(
                                "2",
                                "单产",
                                "",
                                List.of(),
                                ColumnKind.NUMBER,
                                new Measure("公斤/亩", 1, OverUnits.NONE, OverTime.NONE),
                                List.of(),
                                true,
                                false),
                        new Column(
                                "3",
                                "产量",
                                "",
                                List.of(),
                                ColumnKind.NUMBER,
                                new Measure("吨", 1, OverUnits.SUM, OverTime.SUM),
                                List.of(),
                                false,
                                false),
                        new Column(
                                "4",
                                "上年面积",
                                "",
                                List.of(),
                                ColumnKind.NUMBER,
                                Measure.INHERITED,
                                List.of(),
                                true,
                                true));
        assertThat(form.rows())
                .containsExactly(
                        new Row(
                                "06",
                                "早稻",
                                1,
                                List.of("二、早稻"),
                                Measure.INHERITED,
                                Set.of(),
                                new Due(Set.of(3, 4), Map.of(3, Set.of("2", "3"))),
                                false,
                                true,
                                null),
                        new Row(
                                "07",
                                "秋粮",
                                0,
                                List.of(),
                                new Measure("公顷", 2, OverUnits.NONE, OverTime.LAST),
                                Set.of("1", "3"),
                                Due.ALWAYS,
                                true,
                                false,
                                UnitSelector.of(new UnitCode("430626101"), TRANSPORT)));
        assertThat(form.notes()).containsExactly("第一条");
    }

    @Test
    void recomputesCellsWhoseOverUnitsRuleIsAFormula() {
        List<DerivedIndicator> derived = read(ConfigFolder.rightIn(folder).with("forms/平11-1.yaml", GRAIN))
                .form(new FormCode("平11-1"))
                .orElseThrow()
                .derived();

        assertThat(derived).hasSize(2);
        assertThat(derived.get(0).indicator())
                .isEqualTo(new Indicator(
                        IndicatorCode.ofCell(new FormCode("平11-1"), "06", "2"),
                        "早稻 单产",
                        "公斤/亩",
                        1,
                        OverUnits.NONE,
                        OverTime.NONE));
        assertThat(derived.get(0).formula().text()).isEqualTo("1000 * [.3] / [.1]");
        assertThat(derived.get(1).indicator())
                .isEqualTo(new Indicator(
                        new IndicatorCode(new FormCode("平11-1"), "总产"),
                        "全年总产量",
                        "吨",
                        1,
                        OverUnits.NONE,
                        OverTime.NONE));
        assertThat(derived.get(1).formula().text()).isEqualTo("[06.3] + [07.3]");
    }

    @Test
    void readsRelationsAndSuspicions() {
        FormRules rules = read(ConfigFolder.rightIn(folder).with("forms/平11-1.yaml", GRAIN))
                .form(new FormCode("平11-1"))
                .orElseThrow();

        assertThat(rules.relations()).extracting(AuditRelation::code).containsExactly("11-T1", "11-T2");
        AuditRelation first = rules.relations().get(0);
        assertThat(first.severity()).isEqualTo(Severity.HINT);
        assertThat(first.formula().text()).isEqualTo("[.3] <= [.1]");
        assertThat(first.label()).isEqualTo("甲");
        assertThat(first.remedy()).isEqualTo("乙");
        assertThat(first.rows()).containsExactlyInAnyOrder("06", "07");
        assertThat(first.columns()).isEmpty();
        assertThat(first.isTrial()).isFalse();
        AuditRelation second = rules.relations().get(1);
        assertThat(second.columns()).containsExactly("1");
        assertThat(second.severity()).isEqualTo(Severity.HINT);
        assertThat(second.intended()).isEqualTo(Severity.QUERY);
        UnitSuspicion byFormula = rules.suspicions().get(0);
        assertThat(byFormula.code()).isEqualTo("11-R2a");
        assertThat(byFormula.rows()).containsExactly("06");
        assertThat(byFormula.column()).isEqualTo("1");
        assertThat(byFormula.reference()).hasToString("lastyear([.1])");
        assertThat(byFormula.references()).isEmpty();
        assertThat(byFormula.suspects()).containsExactly("万亩", "公顷");
        UnitSuspicion byNumbers = rules.suspicions().get(1);
        assertThat(byNumbers.reference()).isNull();
        assertThat(byNumbers.references()).containsExactly(Map.entry("06", new BigDecimal("403.6")));
        assertThat(rules.screens().tunings())
                .containsExactly(
                        new Tuning(
                                Set.of(Screen.CHANGE_YEAR),
                                Set.of("06"),
                                Set.of("1"),
                                null,
                                0.0,
                                null,
                                6.5,
                                null,
                                Severity.HINT),
                        new Tuning(Set.of(), Set.of(), Set.of(), true, null, 0.1, null, 20.0, null));
    }

    @Test
    void fillsInWhatAFormDoesNotSay() {
        FormRules rules =
                read(ConfigFolder.rightIn(folder)).form(new FormCode("平31-1")).orElseThrow();

        assertThat(rules.enabled()).isTrue();
        assertThat(rules.suspicions()).isEmpty();
        assertThat(rules.screens()).isEqualTo(ScreenRules.DEFAULT);
        assertThat(rules.form().owedBy()).isEqualTo(UnitSelector.TOWNSHIPS);
        assertThat(rules.form().marks()).isEqualTo(new LegalMarks("（样表，未经批准备案，不具法定效力）", "", "", null));
        assertThat(rules.form().validity()).isEqualTo(Validity.ALWAYS);
        assertThat(rules.form().notes()).isEmpty();
        assertThat(rules.derived().get(0).indicator().title()).isEqualTo("普及率");
    }

    @Test
    void readsALedger() {
        Definitions definitions = read(ConfigFolder.rightIn(folder).with("forms/平22-1.yaml", """
                form: 平22-1
                title: 公路项目
                frequency: 月报
                layout: 台账
                owed-by: 县交通运输局
                due-days: -5
                columns:
                  "01": { title: 项目编号, kind: 编号 }
                  "02": { title: 乡镇, kind: 单位 }
                  "03": { title: 状态, kind: 选项, choices: [在建, 完工] }
                  "04": { title: 开工日期, kind: 日期, required: false }
                  "08": { title: 投资, unit: 万元, decimals: 2 }
                """));

        Form form = definitions.form(new FormCode("平22-1")).orElseThrow().form();
        assertThat(form.layout()).isEqualTo(Layout.LEDGER);
        assertThat(form.frequency()).isEqualTo(Frequency.MONTH);
        assertThat(form.owedBy()).isEqualTo(UnitSelector.of(TRANSPORT));
        assertThat(form.due()).isEqualTo(DueRule.daysAfter(-5));
        assertThat(form.rows()).isEmpty();
        assertThat(form.columns())
                .extracting(Column::kind)
                .containsExactly(ColumnKind.KEY, ColumnKind.UNIT, ColumnKind.CHOICE, ColumnKind.DAY, ColumnKind.NUMBER);
        assertThat(form.columns().get(2).choices()).containsExactly("在建", "完工");
    }

    @Test
    void readsEveryKeyOfATarget() {
        Definitions definitions = read(ConfigFolder.rightIn(folder).with("plan.yaml", ConfigFolder.PLAN + """
                  G01:
                    title: 粮食播种面积
                    section: 二（三）1
                    field: 粮食
                    wording: 高于
                    actual: "[平31-1:05.1]"
                    actual-unit: 亩
                    mixed-units: true
                    unit: 万亩
                    decimals: 2
                    comparison: ">"
                    target: lastyear
                    pace: 农时
                    judged-from: 11-20
                    applies-to: 乡镇
                    per-unit: true
                    comparators: [{ title: 全国, formula: "[平31-1:04.1]" }]
                    unconfirmed: true
                    responsible: [各乡镇]
                    note: 注
                """));

        assertThat(definitions.plan().title()).isEqualTo("实施方案");
        assertThat(definitions.plan().year()).isEqualTo(2026);
        Target target = definitions.plan().target("G01").orElseThrow();
        assertThat(target.title()).isEqualTo("粮食播种面积");
        assertThat(target.passage().section()).isEqualTo("二（三）1");
        assertThat(target.passage().field()).isEqualTo("粮食");
        assertThat(target.wording()).isEqualTo(Wording.ABOVE);
        assertThat(target.measure().actual()).hasToString("[平31-1:05.1]");
        assertThat(target.measure().actualUnit()).isEqualTo("亩");
        assertThat(target.measure().unit()).isEqualTo("万亩");
        assertThat(target.measure().decimals()).isEqualTo(2);
        assertThat(target.goal().comparison()).isEqualTo(Comparison.ABOVE);
        assertThat(target.goal().value()).isNull();
        assertThat(target.goal().aboveLastYear()).isTrue();
        assertThat(target.pacing().pace()).isEqualTo(Pace.SEASONAL);
        assertThat(target.pacing().judgedFrom()).isEqualTo(MonthDay.of(11, 20));
        assertThat(target.scope().appliesTo())
                .isEqualTo(new UnitSelector(Set.of(UnitKind.TOWN, UnitKind.TOWNSHIP), Set.of(), Set.of()));
        assertThat(target.scope().perUnit()).isTrue();
        assertThat(target.goal().comparators()).hasSize(1);
        assertThat(target.goal().comparators().get(0).title()).isEqualTo("全国");
        assertThat(target.goal().comparators().get(0).formula().text()).isEqualTo("[平31-1:04.1]");
        assertThat(target.unconfirmed()).isTrue();
        assertThat(target.passage().responsible()).containsExactly("各乡镇");
        assertThat(target.note()).isEqualTo("注");
    }

    @Test
    void readsTargetsOfOtherKinds() {
        ConfigFolder config = ConfigFolder.rightIn(folder)
                .with("forms/平91-1.yaml", ConfigFolder.TASKS)
                .with("plan.yaml", ConfigFolder.PLAN.replace("targets:", "lights: { behind: 12.5 }\ntargets:") + """
                  R01:
                    title: 自建桥
                    section: 二（三）3
                    field: 农村公路
                    wording: 完成
                    parts: [S01, R02]
                    responsible: [各乡镇]
                  R02:
                    title: 早稻
                    section: 二（三）1
                    field: 粮食
                    wording: 确保
                    unit: 亩
                    pace: 农时
                    nodes: { 05-10: 30, 08-10: 62.5, 11-20: 100 }
                    every-unit: true
                    responsible: [各乡镇]
                  R05:
                    title: 高铁
                    section: 二（一）2
                    field: 农村公路
                    wording: 争取
                    milestones: R05-2026
                    responsible: [县交通运输局]
                  D08:
                    title: 幕阜山
                    section: 二（一）3
                    field: 其他
                    wording: 节点
                    responsible: [县交通运输局]
                  O08:
                    title: 特色小镇
                    section: 二（三）4
                    field: 其他
                    wording: 节点
                    applies-to: [安定镇]
                    responsible: [县交通运输局]
                """);
        Plan plan = read(config).plan();

        assertThat(plan.lights().behind()).isEqualTo("12.5");
        Target whole = plan.target("R01").orElseThrow();
        assertThat(whole.measure().parts()).containsExactly("S01", "R02");
        assertThat(whole.measure().unit()).isEqualTo("项");
        Target crop = plan.target("R02").orElseThrow();
        assertThat(crop.pacing().nodes())
                .containsExactly(
                        new SeasonNode(MonthDay.of(5, 10), new BigDecimal("30")),
                        new SeasonNode(MonthDay.of(8, 10), new BigDecimal("62.5")),
                        new SeasonNode(MonthDay.of(11, 20), new BigDecimal("100")));
        assertThat(crop.pacing().judgedFrom()).isNull();
        assertThat(crop.scope().everyUnit()).isTrue();
        assertThat(crop.scope().perUnit()).isTrue();
        assertThat(plan.target("R05").orElseThrow().measure().milestones()).isEqualTo("R05-2026");
        assertThat(plan.target("D08").orElseThrow().measure().milestones()).isEqualTo("D08");
        assertThat(plan.target("D08").orElseThrow().measure().unit()).isEqualTo("节点");
        assertThat(plan.target("D08").orElseThrow().scope().perUnit()).isFalse();
        assertThat(plan.target("O08").orElseThrow().scope().perUnit()).isTrue();
        assertThat(plan.target("S01").orElseThrow().measure().milestones()).isNull();
    }

    @Test
    void fillsInWhatATargetDoesNotSay() {
        Target target = read(ConfigFolder.rightIn(folder)).plan().target("S01").orElseThrow();

        assertThat(target.measure().actualUnit()).isEqualTo("%");
        assertThat(target.measure().decimals()).isZero();
        assertThat(target.goal().comparison()).isEqualTo(Comparison.AT_LEAST);
        assertThat(target.goal().value()).isEqualTo(new BigDecimal("99"));
        assertThat(target.goal().aboveLastYear()).isFalse();
        assertThat(target.pacing().pace()).isEqualTo(Pace.DIRECT);
        assertThat(target.pacing().judgedFrom()).isNull();
        assertThat(target.scope().appliesTo()).isEqualTo(UnitSelector.TOWNSHIPS);
        assertThat(target.scope().perUnit()).isFalse();
        assertThat(target.goal().comparators()).isEmpty();
        assertThat(target.unconfirmed()).isFalse();
        assertThat(target.note()).isEmpty();
        assertThat(target.measure().parts()).isEmpty();
        assertThat(target.measure().milestones()).isNull();
        assertThat(target.scope().everyUnit()).isFalse();
        assertThat(target.pacing().nodes()).isEmpty();
        assertThat(read(ConfigFolder.rightIn(folder)).plan().lights()).isEqualTo(Lights.USUAL);
    }

    @Test
    void readsTasksOfTownshipsAndLegalFigures() {
        ConfigFolder config = ConfigFolder.rightIn(folder);
        String digest = read(config).digest();
        assertThat(read(config).plan().tasks()).isEqualTo(TownshipTasks.NONE);
        assertThat(read(config).official()).isEqualTo(OfficialFigures.NONE);

        Definitions definitions = read(config.with("tasks.csv", """
                        target,unit,value
                        S01,安定镇,99.5
                        S01,430626201,98
                        """).with("official.csv", """
                        indicator,period,value,unit,document,date
                        S01,2026,99.1,%,平农〔2027〕3号,2027-01-20
                        平31-1:05.1,2026-Q3,24.3,万户,平农〔2026〕9号,2026-10-20
                        平31-1:普及率,2026-Q3,99.2,%,平农〔2026〕9号,2026-10-20
                        """));

        Target target = definitions.plan().target("S01").orElseThrow();
        assertThat(definitions.plan().tasks().task(target, new UnitCode("430626101")))
                .isEqualTo("99.5");
        assertThat(definitions.plan().tasks().task(target, new UnitCode("430626201")))
                .isEqualTo("98");
        assertThat(definitions.plan().tasks().task(target, new UnitCode("430626001")))
                .isNull();
        assertThat(definitions.official().all()).hasSize(3);
        assertThat(definitions.official().find("S01", ReferencePeriod.of("2026-Q4")))
                .contains(new OfficialFigure(
                        "S01",
                        ReferencePeriod.of("2026"),
                        new BigDecimal("99.1"),
                        "%",
                        "平农〔2027〕3号",
                        LocalDate.of(2027, 1, 20)));
        assertThat(definitions.digest()).isNotEqualTo(digest);
    }

    @Test
    void readsWhatUnitsCameOfAndSinceWhenFiguresCompare() {
        Definitions definitions = read(ConfigFolder.rightIn(folder)
                .with(
                        "units.csv",
                        ConfigFolder.UNITS
                                        .replace(",行政村数", ",predecessors,行政村数")
                                        .replace(",3\n", ",,3\n")
                                        .replace(",33\n", ",,33\n")
                                        .replace(",12\n", ",,12\n")
                                        .replace(",,,\n", ",,,,\n")
                                + "430626202,,新墩镇,镇,430626,,2026-01-01,,430626101|430626201,9\n")
                .with(
                        "forms/平31-1.yaml",
                        ConfigFolder.TOILETS
                                .replace("title: 应统计户,", "title: 应统计户, comparable-since: 2026-01-01,")
                                .replace("{ title: 本期数 }", "{ title: 本期数, comparable-since: 2025-07-01 }")));

        assertThat(definitions.units().get(new UnitCode("430626202")).predecessors())
                .containsExactly(new UnitCode("430626101"), new UnitCode("430626201"));
        assertThat(definitions.units().get(new UnitCode("430626202")).attributes())
                .containsOnlyKeys("行政村数");
        assertThat(definitions.units().get(new UnitCode("430626101")).predecessors())
                .isEmpty();
        Form form = definitions.form(new FormCode("平31-1")).orElseThrow().form();
        assertThat(form.row("04").orElseThrow().comparableSince()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(form.row("05").orElseThrow().comparableSince()).isNull();
        assertThat(form.column("1").orElseThrow().comparableSince()).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void readsUnitsAndTheCalendar() {
        Definitions definitions = read(ConfigFolder.rightIn(folder));

        assertThat(definitions.units().all())
                .extracting(ReportingUnit::name)
                .containsExactly("平江县", "汉昌街道", "安定镇", "三墩乡", "县交通运输局");
        assertThat(definitions.units().get(new UnitCode("430626001")))
                .isEqualTo(new ReportingUnit(
                        new UnitCode("430626001"),
                        "430626001",
                        "汉昌街道",
                        UnitKind.SUBDISTRICT,
                        new UnitCode("430626"),
                        List.of("汉昌"),
                        new Validity(LocalDate.of(2018, 1, 1), null),
                        Map.of("行政村数", new BigDecimal("3"))));
        assertThat(definitions.units().get(TRANSPORT).civilCode()).isNull();
        assertThat(definitions.calendar().isWorked(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(definitions.calendar().isWorked(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void ordersFormsByTheirFileNames() {
        Definitions definitions = read(ConfigFolder.rightIn(folder).with("forms/平11-1.yaml", GRAIN));

        assertThat(definitions.forms().keySet()).containsExactly(new FormCode("平11-1"), new FormCode("平31-1"));
    }

    @Test
    void digestsEveryDefinitionAndNothingElse() {
        ConfigFolder config = ConfigFolder.rightIn(folder);
        String digest = read(config).digest();

        assertThat(digest).matches("sha256:[0-9a-f]{64}");
        assertThat(read(config.with("application.yaml", "a: b")).digest()).isEqualTo(digest);
        assertThat(read(config.with("forms/.hidden", "a")).digest()).isEqualTo(digest);
        for (String name : List.of("units.csv", "calendar.yaml", "plan.yaml", "forms/平31-1.yaml")) {
            String content = switch (name) {
                case "units.csv" -> ConfigFolder.UNITS;
                case "calendar.yaml" -> ConfigFolder.CALENDAR;
                case "plan.yaml" -> ConfigFolder.PLAN;
                default -> ConfigFolder.TOILETS;
            };
            assertThat(read(config.with(name, content + "\n")).digest())
                    .as(name)
                    .isNotEqualTo(digest);
            assertThat(read(config.with(name, content)).digest()).as(name).isEqualTo(digest);
        }
        assertThat(read(config.with("forms/平11-1.yaml", GRAIN)).digest()).isNotEqualTo(digest);
    }

    @Test
    void readsWhenAFormIsDue() {
        ConfigFolder config = ConfigFolder.rightIn(folder);

        config.with("forms/平31-1.yaml", ConfigFolder.TOILETS.replace("due-days: 10", """
                due-day: 25
                due-dates: { Q2: 06-20, Q4: 次年01-10 }
                due-shift: 提前"""));

        DueRule rule =
                read(config).form(new FormCode("平31-1")).orElseThrow().form().due();
        assertThat(rule)
                .isEqualTo(new DueRule(
                        new DueDay.DayOfLastMonth(25),
                        Map.of(
                                2, new DueDay.DateOfYear(MonthDay.of(6, 20), 0),
                                4, new DueDay.DateOfYear(MonthDay.of(1, 10), 1)),
                        DueRule.Shift.PREVIOUS));
        assertThat(rule.day(ReferencePeriod.of("2026-Q1"))).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(rule.day(ReferencePeriod.of("2026-Q4"))).isEqualTo(LocalDate.of(2027, 1, 10));
    }
}
