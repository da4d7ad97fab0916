package xiangbao.readers.config.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.formulas.PlacedFormula;
import xiangbao.readers.config.units.UnitDirectory;
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
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.UnitSuspicion;
import xiangbao.statistics.text.Spelling;
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
            Gathering.COUNTED,
            "summary",
            "notes");
    static final List<String> MARK_KEYS = List.of("maker", "approver", "number", "valid-until");
    static final List<String> VALID_KEYS = List.of("from", "until");
    static final List<String> COLUMN_KEYS = List.of(
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
            CellRuleKeys.RANGE);
    static final List<String> ROW_KEYS = List.of(
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
            CellRuleKeys.RANGE);
    static final List<String> DERIVED_KEYS = List.of("title", "formula", "unit", "decimals", Gathering.MIXED_UNITS);
    static final List<String> RELATION_KEYS = List.of(
            "code", "severity", "trial", "formula", "label", "remedy", "rows", "columns", Gathering.MIXED_UNITS);
    static final List<String> SUMMARY_KEYS = List.of("columns", "balanced");
    static final List<String> SUSPICION_KEYS = List.of("code", "rows", "column", "reference", "suspects");

    static final Map<String, Frequency> FREQUENCIES = YamlValue.titled(Frequency.values(), Frequency::title);
    static final Map<String, Layout> LAYOUTS =
            YamlValue.titled(Layout.values(), layout -> layout == Layout.MATRIX ? "综合表" : "台账");
    static final Map<String, OverTime> OVER_TIME = new LinkedHashMap<>();
    static final Map<String, OverUnits> OVER_UNITS =
            YamlValue.titled(OverUnits.values(), overUnits -> overUnits == OverUnits.SUM ? "合计" : "不汇总");

    static {
        OVER_TIME.put("累计", OverTime.CUMULATIVE);
        OVER_TIME.put("时点", OverTime.LAST);
        OVER_TIME.put("流量", OverTime.SUM);
        OVER_TIME.put("不汇总", OverTime.NONE);
    }

    private static final String NO_MAKER = "（样表，未经批准备案，不具法定效力）";
    private static final Pattern ITEM = Pattern.compile("[\\p{IsHan}0-9A-Za-z（）()、_-]{1,40}");
    private static final Pattern RELATION_CODE = Pattern.compile("[\\p{IsHan}0-9A-Za-z_.-]{1,40}");
    private static final int MOST_DECIMALS = 9;

    private final Section section;
    private final FormCode code;
    private final Gathering gathering;
    private final UnitDirectory units;
    private final CellRuleKeys cells;
    private final Map<String, Formula> rowFormulas = new LinkedHashMap<>();
    private final Map<String, Formula> columnFormulas = new LinkedHashMap<>();

    private FormFile(Section section, FormCode code, Gathering gathering) {
        this.section = section;
        this.code = code;
        this.gathering = gathering;
        this.units = gathering.names();
        this.cells = new CellRuleKeys(code, gathering);
    }

    /** Reads what can be read; what is wrong is stood in for, so that the rest is checked too. */
    public static FormRules read(YamlValue root, FormCode code, Gathering gathering) {
        return new FormFile(new Section(root, KEYS), code, gathering).rules();
    }

    private FormRules rules() {
        section.required("form")
                .ifPresent(value -> value.text().ifPresent(text -> {
                    if (!text.equals(code.text())) {
                        value.wrong("表号“" + text + "”与文件名不符", code.text());
                    }
                }));
        Layout layout = section.required("layout")
                .flatMap(value -> value.choice(LAYOUTS))
                .orElse(section.value("rows").isPresent() ? Layout.MATRIX : Layout.LEDGER);
        Optional<Frequency> frequency = section.required("frequency").flatMap(value -> value.choice(FREQUENCIES));
        gathering.countedIn(section);
        List<Column> columns = columns(layout);
        cells.finished(section, layout);
        List<Row> rows = rows(layout, frequency, columns);
        if (columns.isEmpty() || layout == Layout.MATRIX && rows.isEmpty()) {
            gathering.unread().form(code);
        }
        Form form = new Form(
                code,
                section.requiredText("title"),
                frequency.orElse(Frequency.QUARTER),
                layout,
                section.required("owed-by").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                DueKeys.read(section, frequency),
                marks(),
                validity(),
                columns,
                rows,
                section.value("notes").map(YamlValue::list).orElse(List.of()).stream()
                        .map(YamlValue::text)
                        .flatMap(Optional::stream)
                        .toList());
        List<DerivedIndicator> derived = derived(form);
        return new FormRules(
                form,
                section.flag("enabled", true),
                relations(form),
                derived,
                suspicions(form),
                summary(form, derived),
                ScreensSection.read(section, form),
                cells.rules());
    }

    /** Which of the indicators stand on the first sheet of the 汇总表. */
    private SummaryChoice summary(Form form, List<DerivedIndicator> derived) {
        Optional<Section> given = section.value("summary").map(value -> new Section(value, SUMMARY_KEYS));
        if (given.isEmpty()) {
            return SummaryChoice.NONE;
        }
        Set<String> known = new LinkedHashSet<>();
        form.indicators().forEach(indicator -> known.add(indicator.code().item()));
        derived.forEach(one -> known.add(one.indicator().code().item()));
        given.get()
                .value("columns")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(value -> value.text()
                        .filter(item -> !known.contains(item))
                        .ifPresent(item -> value.wrong("没有指标“" + item + "”", Spelling.nearest(item, known))));
        return new SummaryChoice(given.get().texts("columns"), given.get().flag("balanced", false));
    }

    private LegalMarks marks() {
        Optional<Section> marks = section.value("marks").map(value -> new Section(value, MARK_KEYS));
        return new LegalMarks(
                marks.map(given -> given.text("maker", NO_MAKER)).orElse(NO_MAKER),
                marks.map(given -> given.text("approver", "")).orElse(""),
                marks.map(given -> given.text("number", "")).orElse(""),
                marks.flatMap(given -> given.value("valid-until"))
                        .flatMap(YamlValue::day)
                        .orElse(null));
    }

    private Validity validity() {
        Optional<Section> valid = section.value("valid").map(value -> new Section(value, VALID_KEYS));
        LocalDate from = valid.flatMap(given -> given.value("from"))
                .flatMap(YamlValue::day)
                .orElse(null);
        LocalDate until = valid.flatMap(given -> given.value("until"))
                .flatMap(YamlValue::day)
                .orElse(null);
        if (from != null && until != null && until.isBefore(from)) {
            valid.ifPresent(given -> given.whole().wrong("“valid”的 until 早于 from"));
        }
        return new Validity(from, until);
    }

    private List<Column> columns(Layout layout) {
        List<Column> columns = new ArrayList<>();
        List<YamlValue.Entry> entries =
                section.required("columns").map(YamlValue::entries).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            checkItem(entry, "栏");
            columns.add(column(entry, layout));
        }
        section.value("columns").ifPresent(value -> {
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

    private Column column(YamlValue.Entry entry, Layout layout) {
        Section column = new Section(entry.value(), COLUMN_KEYS);
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
                measure(column, entry.key(), columnFormulas, layout),
                column.texts("choices"),
                column.flag("required", true),
                column.flag("comparison", false),
                column.value("comparable-since").flatMap(YamlValue::day).orElse(null));
    }

    private Measure measure(Section given, String itsCode, Map<String, Formula> cellFormulas, Layout layout) {
        return new Measure(
                unit(given).orElse(null),
                given.value("decimals")
                        .flatMap(value -> value.integer(0, MOST_DECIMALS))
                        .orElse(null),
                given.value("over-units")
                        .flatMap(value -> overUnits(value, itsCode, cellFormulas, layout))
                        .orElse(null),
                given.value("over-time")
                        .flatMap(value -> value.choice(OVER_TIME))
                        .orElse(null));
    }

    private Optional<String> unit(Section given) {
        Optional<YamlValue> value = given.value("unit");
        Optional<String> unit = value.flatMap(YamlValue::text);
        unit.ifPresent(text -> gathering.unit(value.orElseThrow(), text));
        return unit;
    }

    private Optional<OverUnits> overUnits(
            YamlValue value, String itsCode, Map<String, Formula> cellFormulas, Layout layout) {
        Optional<String> text = value.text();
        if (text.isEmpty() || !text.get().startsWith("=")) {
            return text.flatMap(rule -> value.choice(OVER_UNITS));
        }
        if (layout == Layout.LEDGER) {
            value.wrong("台账的栏不能用公式汇总，请在“derived”下另立指标");
            return Optional.of(OverUnits.NONE);
        }
        PlacedFormula.read(
                        value,
                        text.get().substring(1).strip(),
                        vocabulary -> FormulaContext.cell(vocabulary, code),
                        gathering.formulas())
                .ifPresent(formula -> cellFormulas.put(itsCode, formula));
        return Optional.of(OverUnits.NONE);
    }

    private List<Row> rows(Layout layout, Optional<Frequency> frequency, List<Column> columns) {
        if (layout == Layout.LEDGER) {
            section.refuse("rows", "台账没有固定的行");
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Optional<YamlValue> given = section.required("rows");
        List<YamlValue.Entry> entries = given.map(YamlValue::entries).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            checkItem(entry, "行");
            rows.add(row(entry, frequency, columns));
        }
        return rows;
    }

    private Row row(YamlValue.Entry entry, Optional<Frequency> frequency, List<Column> columns) {
        Section row = new Section(entry.value(), ROW_KEYS);
        List<String> columnCodes = columns.stream().map(Column::code).toList();
        Set<String> own = row.value("columns")
                .map(value -> known(value, columnCodes, "栏"))
                .orElse(Set.of());
        Measure measure = measure(row, entry.key(), rowFormulas, Layout.MATRIX);
        cells.row(row, entry.key());
        return new Row(
                entry.key(),
                row.requiredText("title"),
                row.integer("indent", 0, 0, 9),
                row.texts("aliases"),
                measure,
                own,
                due(row, frequency, own.isEmpty() ? columnCodes : own),
                row.flag("required", true),
                row.flag("negative", false),
                row.value("applies-to").map(units::selector).orElse(null),
                row.value("comparable-since").flatMap(YamlValue::day).orElse(null));
    }

    private static Due due(Section row, Optional<Frequency> frequency, Collection<String> columnCodes) {
        Set<Integer> ordinals =
                row.value("due").map(value -> ordinals(value, frequency)).orElse(Set.of());
        Map<Integer, Set<String>> forecast = new LinkedHashMap<>();
        for (YamlValue.Entry entry :
                row.value("forecast").map(YamlValue::entries).orElse(List.of())) {
            Set<String> columns = known(entry.value(), columnCodes, "栏");
            Optional<Integer> ordinal = ordinal(entry.value(), entry.key(), frequency);
            ordinal.ifPresent(period -> forecast.put(period, columns));
            if (ordinal.isPresent() && !ordinals.isEmpty() && !ordinals.contains(ordinal.get())) {
                entry.value().wrong("“forecast”中的 " + entry.key() + " 不在“due”之内");
            }
        }
        return new Due(ordinals, forecast);
    }

    private static Set<Integer> ordinals(YamlValue value, Optional<Frequency> frequency) {
        Set<Integer> ordinals = new LinkedHashSet<>();
        for (YamlValue item : value.list()) {
            item.text().flatMap(text -> ordinal(item, text, frequency)).ifPresent(ordinals::add);
        }
        return ordinals;
    }

    /** Which period of the year is meant; nothing is said where it is not known how many there are. */
    static Optional<Integer> ordinal(YamlValue place, String text, Optional<Frequency> frequency) {
        return frequency.flatMap(known -> ordinal(place, text, known));
    }

    private static Optional<Integer> ordinal(YamlValue place, String text, Frequency frequency) {
        List<String> words = new ArrayList<>();
        for (int ordinal = 1; ordinal <= frequency.perYear(); ordinal++) {
            String prefix = switch (frequency) {
                case QUARTER -> "Q";
                case HALF_YEAR -> "S";
                case MONTH -> "";
                case YEAR -> "年";
            };
            words.add(prefix + ordinal);
        }
        if (frequency == Frequency.YEAR) {
            place.wrong("年报一年只有一期，不能写“" + text + "”");
            return Optional.empty();
        }
        int index = words.indexOf(text);
        if (index < 0) {
            place.wrong(
                    frequency.title() + "的期别应为" + words.get(0) + "至" + words.get(words.size() - 1) + "，而这里是“" + text
                            + "”",
                    Spelling.nearest(text, words));
            return Optional.empty();
        }
        return Optional.of(index + 1);
    }

    private List<DerivedIndicator> derived(Form form) {
        List<DerivedIndicator> derived = new ArrayList<>();
        for (Row row : form.rows()) {
            for (Column column : form.dataColumns()) {
                Formula formula = rowFormulas.get(row.code());
                if (formula == null && row.measure().overUnits() == null) {
                    formula = columnFormulas.get(column.code());
                }
                if (formula != null && row.has(column)) {
                    IndicatorCode cell = IndicatorCode.ofCell(code, row.code(), column.code());
                    derived.add(new DerivedIndicator(form.indicator(cell).orElseThrow(), formula));
                }
            }
        }
        for (YamlValue.Entry entry :
                section.value("derived").map(YamlValue::entries).orElse(List.of())) {
            checkItem(entry, "派生指标");
            if (form.row(entry.key()).isPresent() || form.column(entry.key()).isPresent()) {
                entry.value().wrong("派生指标“" + entry.key() + "”与行或栏的代码相同");
            }
            Section given = new Section(entry.value(), DERIVED_KEYS);
            Indicator indicator = new Indicator(
                    new IndicatorCode(code, entry.key().isBlank() ? "?" : entry.key()),
                    given.text("title", entry.key()),
                    unit(given).orElse(""),
                    given.integer("decimals", 0, 0, MOST_DECIMALS),
                    OverUnits.NONE,
                    OverTime.NONE);
            formula(given, vocabulary -> FormulaContext.derived(vocabulary, code))
                    .ifPresentOrElse(
                            formula -> derived.add(new DerivedIndicator(indicator, formula)),
                            () -> gathering.unread().indicator(indicator.code()));
        }
        return derived;
    }

    private Optional<Formula> formula(Section given, Function<Vocabulary, FormulaContext> context) {
        return given.required("formula")
                .flatMap(value -> value.text()
                        .flatMap(text -> PlacedFormula.read(
                                value, text, context, given.flag(Gathering.MIXED_UNITS, false), gathering.formulas())));
    }

    private List<AuditRelation> relations(Form form) {
        List<AuditRelation> relations = new ArrayList<>();
        for (YamlValue item : section.value("audit").map(YamlValue::list).orElse(List.of())) {
            Section given = new Section(item, RELATION_KEYS);
            String relation = relationCode(given);
            Optional<Severity> severity = given.required("severity")
                    .flatMap(value -> value.choice(YamlValue.titled(Severity.values(), Severity::title)));
            Set<String> rows = Set.of();
            Set<String> columns = Set.of();
            if (form.layout() == Layout.LEDGER) {
                given.refuse("rows", "台账的审核关系逐行进行");
                given.refuse("columns", "台账的审核关系逐行进行");
            } else {
                rows = given.value("rows")
                        .map(value -> known(value, rowCodes(form), "行"))
                        .orElse(Set.of());
                if (given.value("rows").isPresent()) {
                    given.refuse("columns", "已有“rows”，一条审核关系只沿一个方向进行");
                } else {
                    columns = given.value("columns")
                            .map(value -> known(value, dataColumnCodes(form), "栏"))
                            .orElse(Set.of());
                }
            }
            boolean overRows = given.value("rows").isPresent();
            Optional<Formula> formula =
                    formula(given, vocabulary -> FormulaContext.relation(vocabulary, code, overRows));
            String label = given.requiredText("label");
            String remedy = given.requiredText("remedy");
            if (formula.isPresent() && severity.isPresent()) {
                AuditRelation read =
                        new AuditRelation(relation, severity.get(), formula.get(), label, remedy, rows, columns);
                relations.add(given.flag("trial", false) ? read.onTrial() : read);
            }
        }
        return relations;
    }

    private String relationCode(Section given) {
        Optional<YamlValue> value = given.required("code");
        String relation = value.flatMap(YamlValue::text).orElse("");
        value.filter(place -> !relation.isEmpty()).ifPresent(place -> {
            if (!RELATION_CODE.matcher(relation).matches()) {
                place.wrong("审核关系代码“" + relation + "”只能用汉字、字母、数字、短横线和点");
            }
            gathering.relationCodes().enter(relation, place);
        });
        return relation;
    }

    private List<UnitSuspicion> suspicions(Form form) {
        List<UnitSuspicion> suspicions = new ArrayList<>();
        List<YamlValue> items =
                section.value("unit-suspicion").map(YamlValue::list).orElse(List.of());
        if (form.layout() == Layout.LEDGER) {
            section.refuse("unit-suspicion", "台账没有固定的行");
            return suspicions;
        }
        for (YamlValue item : items) {
            Section given = new Section(item, SUSPICION_KEYS);
            String suspicion = relationCode(given);
            Set<String> rows = given.required("rows")
                    .map(value -> known(value, rowCodes(form), "行"))
                    .orElse(Set.of());
            String column = given.required("column")
                    .flatMap(value -> value.text().filter(text -> isKnown(value, text, dataColumnCodes(form), "栏")))
                    .orElse("");
            Optional<YamlValue> reference = given.required("reference");
            Map<String, BigDecimal> references = reference
                    .filter(YamlValue::isMapping)
                    .map(value -> references(value, rows))
                    .orElse(Map.of());
            Formula formula = reference
                    .filter(value -> !value.isMapping())
                    .flatMap(value -> value.text()
                            .flatMap(text -> PlacedFormula.read(
                                    value,
                                    text,
                                    vocabulary -> FormulaContext.cell(vocabulary, code),
                                    gathering.formulas())))
                    .orElse(null);
            List<String> suspects =
                    given.required("suspects").map(YamlValue::texts).orElse(List.of());
            suspects.forEach(suspect -> given.value("suspects").ifPresent(value -> gathering.unit(value, suspect)));
            if (!column.isEmpty()) {
                checkSuspects(given, form, rows, column, suspects);
            }
            suspicions.add(new UnitSuspicion(suspicion, List.copyOf(rows), column, formula, references, suspects));
        }
        return suspicions;
    }

    private static Map<String, BigDecimal> references(YamlValue value, Set<String> rows) {
        Map<String, BigDecimal> references = new LinkedHashMap<>();
        for (YamlValue.Entry entry : value.entries()) {
            if (isKnown(entry.value(), entry.key(), rows, "行")) {
                entry.value().number().ifPresent(number -> {
                    references.put(entry.key(), number);
                    if (number.signum() <= 0) {
                        entry.value().wrong("参考数应大于0");
                    }
                });
            }
        }
        for (String row : rows) {
            if (value.entries().stream().noneMatch(entry -> entry.key().equals(row))) {
                value.wrong("“reference”缺少行“" + row + "”的参考数");
            }
        }
        return references;
    }

    /** A unit that does not convert, or that is the right one, can never be suspected. */
    private void checkSuspects(Section given, Form form, Set<String> rows, String column, List<String> suspects) {
        for (String row : rows) {
            Optional<Indicator> cell = form.indicator(IndicatorCode.ofCell(code, row, column));
            if (cell.isEmpty()) {
                given.value("rows").ifPresent(value -> value.wrong("行“" + row + "”没有栏“" + column + "”"));
                continue;
            }
            for (String suspect : suspects) {
                String unit = cell.get().unit();
                if (!gathering.isUnit(suspect) || !gathering.isUnit(unit)) {
                    continue;
                }
                boolean differs = UnitOfMeasure.factor(suspect, unit)
                        .filter(factor -> !factor.isOne())
                        .isPresent();
                if (!differs) {
                    given.value("suspects")
                            .ifPresent(value ->
                                    value.wrong("“" + suspect + "”不能与行“" + row + "”的计量单位“" + unit + "”换算，或者就是同一单位"));
                }
            }
        }
    }

    private static List<String> rowCodes(Form form) {
        return form.rows().stream().map(Row::code).toList();
    }

    private static List<String> dataColumnCodes(Form form) {
        return form.dataColumns().stream().map(Column::code).toList();
    }

    /** The codes of a list that exist, in the order in which they are written; a mistake for each of the others. */
    static Set<String> known(YamlValue value, Collection<String> codes, String what) {
        Set<String> known = new LinkedHashSet<>();
        List<YamlValue> items = value.list();
        if (value.isList() && items.isEmpty()) {
            value.wrong("“" + value.name() + "”是空列表");
        }
        for (YamlValue item : items) {
            item.text().filter(text -> isKnown(item, text, codes, what)).ifPresent(text -> {
                if (!known.add(text)) {
                    item.wrong("“" + value.name() + "”中的“" + text + "”重复");
                }
            });
        }
        return known;
    }

    private static boolean isKnown(YamlValue place, String text, Collection<String> codes, String what) {
        if (codes.contains(text)) {
            return true;
        }
        place.wrong("未知的" + what + "“" + text + "”", Spelling.nearest(text, codes));
        return false;
    }

    private static void checkItem(YamlValue.Entry entry, String what) {
        if (!ITEM.matcher(entry.key()).matches()) {
            entry.value().wrong(what + "的代码“" + entry.key() + "”只能用汉字、字母、数字、括号和短横线");
        }
    }
}
