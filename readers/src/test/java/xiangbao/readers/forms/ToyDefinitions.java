package xiangbao.readers.forms;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.WorkCalendar;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** A quarterly matrix 试1-1, a monthly ledger 试2-1, a disabled form 试9-1 and a handful of units. */
public final class ToyDefinitions {
    private static final LegalMarks NO_MARKS = new LegalMarks("", "", "", null);

    private ToyDefinitions() {}

    public static Definitions make() {
        Map<FormCode, FormRules> forms = new LinkedHashMap<>();
        for (FormRules rules : List.of(
                new FormRules(matrix(), true, List.of(), List.of()),
                new FormRules(ledger(), true, List.of(), List.of()),
                new FormRules(disabled(), false, List.of(), List.of()))) {
            forms.put(rules.form().code(), rules);
        }
        return new Definitions(
                units(), forms, new Plan("", 2026, List.of()), new WorkCalendar(Set.of(), Set.of()), "sha256:toy");
    }

    private static Form matrix() {
        return new Form(
                new FormCode("试1-1"),
                "粮食试报",
                Frequency.QUARTER,
                Layout.MATRIX,
                UnitSelector.TOWNSHIPS,
                10,
                NO_MARKS,
                Validity.ALWAYS,
                List.of(
                        number("1", "播种面积", "亩", 0, false),
                        number("2", "总产量", "吨", 1, false),
                        number("3", "上年同期面积", "亩", 0, true)),
                List.of(
                        row("01", "粮食合计", null, Set.of(), Due.ALWAYS, false, null),
                        row("02", "早稻", null, Set.of(), Due.ALWAYS, false, null),
                        row("03", "双季晚稻", null, Set.of(), new Due(Set.of(3, 4), Map.of(3, Set.of("2"))), false, null),
                        row("04", "机械化率", "%", Set.of("1"), Due.ALWAYS, false, null),
                        row("05", "面积增减", "亩", Set.of("1"), Due.ALWAYS, true, null),
                        row("06", "年末存粮", null, Set.of("2"), new Due(Set.of(4), Map.of()), false, null),
                        row(
                                "07",
                                "小镇面积",
                                "亩",
                                Set.of("1"),
                                Due.ALWAYS,
                                false,
                                UnitSelector.of(new UnitCode("430626101")))),
                List.of());
    }

    private static Form ledger() {
        return new Form(
                new FormCode("试2-1"),
                "公路试报",
                Frequency.MONTH,
                Layout.LEDGER,
                UnitSelector.of(new UnitCode("430626-JT")),
                10,
                NO_MARKS,
                Validity.ALWAYS,
                List.of(
                        column("01", "项目编号", ColumnKind.KEY, Measure.INHERITED, List.of(), true),
                        column("02", "所在乡镇", ColumnKind.UNIT, Measure.INHERITED, List.of(), true),
                        column("03", "类别", ColumnKind.CHOICE, Measure.INHERITED, List.of("新改建", "危桥改造"), true),
                        number("04", "计划里程", "公里", 3, false),
                        column("05", "开工日期", ColumnKind.DAY, Measure.INHERITED, List.of(), true),
                        column("06", "备注", ColumnKind.TEXT, Measure.INHERITED, List.of(), false)),
                List.of(),
                List.of());
    }

    private static Form disabled() {
        return new Form(
                new FormCode("试9-1"),
                "停用表",
                Frequency.QUARTER,
                Layout.MATRIX,
                UnitSelector.TOWNSHIPS,
                10,
                NO_MARKS,
                Validity.ALWAYS,
                List.of(number("1", "本期数", "元", 0, false)),
                List.of(row("01", "收入", null, Set.of(), Due.ALWAYS, false, null)),
                List.of());
    }

    private static Column number(String code, String title, String unit, int decimals, boolean comparison) {
        return new Column(
                code,
                title,
                "",
                List.of(),
                ColumnKind.NUMBER,
                new Measure(unit, decimals, null, null),
                List.of(),
                true,
                comparison);
    }

    private static Column column(
            String code, String title, ColumnKind kind, Measure measure, List<String> choices, boolean required) {
        return new Column(code, title, "", List.of(), kind, measure, choices, required, false);
    }

    private static Row row(
            String code,
            String title,
            @Nullable String unit,
            Set<String> columns,
            Due due,
            boolean negative,
            @Nullable UnitSelector appliesTo) {
        Measure measure = unit == null
                ? Measure.INHERITED
                : new Measure(unit, unit.equals("%") ? Integer.valueOf(1) : null, null, null);
        return new Row(code, title, 0, List.of(), measure, columns, due, true, negative, appliesTo);
    }

    private static Units units() {
        return new Units(List.of(
                unit("430626", "430626", "平江县", UnitKind.COUNTY, "平江"),
                unit("430626111", "430626111", "伍市镇", UnitKind.TOWN, "五市镇"),
                unit("430626101", "430626101", "安定镇", UnitKind.TOWN),
                unit("430626115", "430626115", "福寿山镇", UnitKind.TOWN, "思村乡"),
                unit("430626116", "430626118", "余坪镇", UnitKind.TOWN),
                unit("430626118", "430626116", "上塔市镇", UnitKind.TOWN, "上塔"),
                unit("430626210", "430626211", "三墩乡", UnitKind.TOWNSHIP),
                new ReportingUnit(
                        new UnitCode("430626112"),
                        null,
                        "瓮江镇",
                        UnitKind.TOWN,
                        new UnitCode("430626"),
                        List.of(),
                        new Validity(null, LocalDate.of(2025, 12, 31)),
                        Map.of()),
                unit("430626-JT", null, "县交通运输局", UnitKind.DEPARTMENT, "县交通局")));
    }

    private static ReportingUnit unit(
            String code, @Nullable String civilCode, String name, UnitKind kind, String... aliases) {
        return new ReportingUnit(
                new UnitCode(code),
                civilCode,
                name,
                kind,
                code.equals("430626") ? null : new UnitCode("430626"),
                List.of(aliases),
                Validity.ALWAYS,
                Map.of());
    }
}
