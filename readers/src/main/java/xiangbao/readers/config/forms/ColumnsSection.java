package xiangbao.readers.config.forms;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Layout;

/** {@code columns} of a form. */
final class ColumnsSection {
    static final List<String> KEYS = List.of(
            "title",
            "group",
            "aliases",
            "kind",
            "unit",
            "decimals",
            "over-units",
            "over-time",
            "choices",
            "required",
            "comparison",
            "comparable-since",
            CellRuleKeys.FIXED,
            CellRuleKeys.ADVANCING,
            RangeKey.NAME);

    private final Layout layout;
    private final MeasureKeys measures;
    private final CellRuleKeys cells;

    ColumnsSection(Layout layout, MeasureKeys measures, CellRuleKeys cells) {
        this.layout = layout;
        this.measures = measures;
        this.cells = cells;
    }

    List<Column> read(Section form) {
        List<Column> columns = new ArrayList<>();
        List<YamlValue.Entry> entries =
                form.required("columns").map(YamlValue::entries).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            ItemCodes.check(entry, "栏");
            columns.add(column(entry));
        }
        form.value("columns").ifPresent(value -> {
            if (layout == Layout.LEDGER && !entries.isEmpty()) {
                checkLineKey(value, columns);
            }
            if (!columns.isEmpty() && columns.stream().allMatch(Column::comparison)) {
                value.wrong("所有的栏都是对照栏，没有数据栏");
            }
        });
        return columns;
    }

    private static void checkLineKey(YamlValue value, List<Column> columns) {
        long keys = columns.stream()
                .filter(column -> column.kind() == ColumnKind.KEY)
                .count();
        long named = columns.stream()
                .filter(column -> column.kind() == ColumnKind.UNIT)
                .count();
        if (keys + named == 0) {
            value.wrong("台账要有一栏“kind: 编号”（或“kind: 单位”），才能认出每一行");
        }
        if (keys > 1) {
            value.wrong("台账只能有一栏“kind: 编号”");
        }
        if (named > 1) {
            value.wrong("台账只能有一栏“kind: 单位”");
        }
    }

    private Column column(YamlValue.Entry entry) {
        Section column = new Section(entry.value(), KEYS);
        ColumnKind kind = column.value("kind")
                .flatMap(value -> value.choice(YamlValue.titled(ColumnKind.values(), ColumnKind::title)))
                .orElse(ColumnKind.NUMBER);
        if (layout == Layout.MATRIX && kind != ColumnKind.NUMBER) {
            column.refuse("kind", "综合表的栏都是数值");
        }
        if (kind == ColumnKind.CHOICE) {
            column.required("choices")
                    .filter(value -> value.isList() && value.list().isEmpty())
                    .ifPresent(value -> value.wrong("“choices”是空列表"));
        } else {
            column.refuse("choices", "只有“kind: 选项”的栏才有选项");
        }
        if (kind != ColumnKind.NUMBER) {
            for (String key : List.of("unit", "decimals", "over-units", "over-time")) {
                column.refuse(key, "只有数值栏才有");
            }
        }
        cells.column(column, entry.key(), kind, layout);
        return new Column(
                entry.key(),
                column.requiredText("title"),
                column.text("group", ""),
                column.texts("aliases"),
                kind,
                measures.read(column, entry.key()),
                column.texts("choices"),
                column.flag("required", true),
                column.flag("comparison", false),
                column.value("comparable-since").flatMap(YamlValue::day).orElse(null));
    }
}
