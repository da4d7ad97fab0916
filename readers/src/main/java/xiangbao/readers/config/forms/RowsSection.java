package xiangbao.readers.config.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.units.UnitSelectors;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Frequency;

/** {@code rows} of a form. */
final class RowsSection {
    static final List<String> KEYS = List.of(
            "title",
            "indent",
            "aliases",
            "unit",
            "decimals",
            "over-units",
            "over-time",
            "columns",
            "due",
            "forecast",
            "required",
            "negative",
            "applies-to",
            "comparable-since",
            RangeKey.NAME);

    private final Optional<Frequency> frequency;
    private final MeasureKeys measures;
    private final CellRuleKeys cells;
    private final UnitSelectors units;

    RowsSection(Optional<Frequency> frequency, MeasureKeys measures, CellRuleKeys cells, UnitSelectors units) {
        this.frequency = frequency;
        this.measures = measures;
        this.cells = cells;
        this.units = units;
    }

    List<Row> read(Section form, Layout layout, List<Column> columns) {
        if (layout == Layout.LEDGER) {
            form.refuse("rows", "台账没有固定的行");
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Optional<YamlValue> given = form.required("rows");
        List<YamlValue.Entry> entries = given.map(YamlValue::entries).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            ItemCodes.check(entry, "行");
            rows.add(row(entry, columns));
        }
        return rows;
    }

    private Row row(YamlValue.Entry entry, List<Column> columns) {
        Section row = new Section(entry.value(), KEYS);
        List<String> columnCodes = columns.stream().map(Column::code).toList();
        Set<String> own = row.value("columns")
                .map(value -> ItemCodes.known(value, columnCodes, "栏"))
                .orElse(Set.of());
        Measure measure = measures.read(row, entry.key());
        cells.row(row, entry.key());
        return new Row(
                entry.key(),
                row.requiredText("title"),
                row.integer("indent", 0, 0, 9),
                row.texts("aliases"),
                measure,
                own,
                new RowDue(row, frequency).read(own.isEmpty() ? columnCodes : own),
                row.flag("required", true),
                row.flag("negative", false),
                row.value("applies-to").map(units::selector).orElse(null),
                row.value("comparable-since").flatMap(YamlValue::day).orElse(null));
    }
}
