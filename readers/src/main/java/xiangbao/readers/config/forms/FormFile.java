package xiangbao.readers.config.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.formulas.MeasureWords;
import xiangbao.readers.config.units.UnitSelectors;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.UnitSelector;

/** {@code forms/<表号>.yaml}: a form with everything that is said about it. */
public final class FormFile {
    static final List<String> KEYS = List.of(
            "form",
            "title",
            "frequency",
            "layout",
            "enabled",
            "owed-by",
            "due-days",
            "due-day",
            "due-dates",
            "due-shift",
            "marks",
            "valid",
            "columns",
            "rows",
            "derived",
            "audit",
            "unit-suspicion",
            CellRuleKeys.FINISHED,
            "screens",
            MeasureWords.COUNTED,
            "summary",
            "notes");

    static final Map<String, Frequency> FREQUENCIES = YamlValue.titled(Frequency.values(), Frequency::title);
    static final Map<String, Layout> LAYOUTS =
            YamlValue.titled(Layout.values(), layout -> layout == Layout.MATRIX ? "综合表" : "台账");

    private final Section section;
    private final FormCode code;
    private final Gathering gathering;
    private final UnitSelectors units;
    private final CellRuleKeys cells;

    private FormFile(Section section, FormCode code, Gathering gathering) {
        this.section = section;
        this.code = code;
        this.gathering = gathering;
        this.units = new UnitSelectors(gathering.names());
        this.cells = new CellRuleKeys(code, gathering);
    }

    /** Reads what can be read; what is wrong is stood in for, so that the rest is checked too. */
    static FormRules read(YamlValue root, FormCode code, Gathering gathering) {
        return new FormFile(new Section(root, KEYS), code, gathering).rules();
    }

    private FormRules rules() {
        checkCode();
        Layout layout = section.required("layout")
                .flatMap(value -> value.choice(LAYOUTS))
                .orElse(section.value("rows").isPresent() ? Layout.MATRIX : Layout.LEDGER);
        Optional<Frequency> frequency = section.required("frequency").flatMap(value -> value.choice(FREQUENCIES));
        gathering.measureWords().countedIn(section);
        MeasureKeys columnMeasures = new MeasureKeys(code, layout, gathering);
        List<Column> columns = new ColumnsSection(layout, columnMeasures, cells).read(section);
        cells.finished(section, layout);
        MeasureKeys rowMeasures = new MeasureKeys(code, layout, gathering);
        List<Row> rows = new RowsSection(frequency, rowMeasures, cells, units).read(section, layout, columns);
        if (columns.isEmpty() || layout == Layout.MATRIX && rows.isEmpty()) {
            gathering.unread().form(code);
        }
        Form form = form(layout, frequency, columns, rows);
        List<DerivedIndicator> derived =
                DerivedSection.read(section, form, rowMeasures.formulas(), columnMeasures.formulas(), gathering);
        return new FormRules(
                form,
                section.flag("enabled", true),
                new RelationsSection(form, gathering).read(section),
                derived,
                new SuspicionsSection(form, gathering).read(section),
                SummarySection.read(section, form, derived),
                ScreensSection.read(section, form),
                cells.rules());
    }

    private void checkCode() {
        section.required("form")
                .ifPresent(value -> value.text().ifPresent(text -> {
                    if (!text.equals(code.text())) {
                        value.wrong("表号“" + text + "”与文件名不符", code.text());
                    }
                }));
    }

    private Form form(Layout layout, Optional<Frequency> frequency, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                section.requiredText("title"),
                frequency.orElse(Frequency.QUARTER),
                layout,
                section.required("owed-by").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                DueKeys.read(section, frequency),
                MarksSection.read(section),
                ValidSection.read(section),
                columns,
                rows,
                section.value("notes").map(YamlValue::list).orElse(List.of()).stream()
                        .map(YamlValue::text)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
