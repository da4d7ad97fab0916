package xiangbao.reports.summary;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.aggregate.BalancedRounding;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;

/** One 汇总表: the columns that people read, everything on a second sheet where these are not all, and where the figures come from. */
final class SummaryWorkbook {
    static final String TABLE = "汇总表";
    static final String EVERYTHING = "全部指标";
    /** Templates before 0.4.0 had the choice of columns, which the forms have now. */
    static final String CHOSEN = "选栏";

    static final List<String> ANCHORS = List.of(
            "rpt.marks",
            "rpt.line",
            "rpt.columns",
            "rpt.group",
            "rpt.heading",
            "rpt.unit",
            "rpt.code",
            "rpt.county",
            "rpt.coverage",
            "rpt.official",
            "rpt.todate",
            "rpt.previous",
            "rpt.onprevious",
            "rpt.lastyear",
            "rpt.change",
            "rpt.rows",
            "rpt.notes");

    private static final String GAP = "gap";
    private static final String GAP_SHARE = "gap.share";

    /** Below the county's line; all but coverage, last year and the change only where there is something to say. */
    private static final List<String> BESIDE = List.of(
            "rpt.coverage",
            "rpt.official",
            "rpt.todate",
            "rpt.previous",
            "rpt.onprevious",
            "rpt.lastyear",
            "rpt.change");

    /** More columns than this are too many for a sheet of A3. */
    private static final int PAGE = 20;

    /** So many units still stand on one page without becoming too small. */
    private static final int ONE_PAGE = 32;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private static final int FIRST = 2;
    private static final int A4_CHARACTERS = 132;
    private static final int A3_CHARACTERS = 196;

    private final Template template;
    private final CountyResult result;
    private final FormSummary summary;
    private final String name;
    private final Form form;
    private final FormSummary.Line county;
    private final List<FormSummary.Line> units;
    private final SummaryChoice choice;
    private final boolean balanced;

    /** @param name under which it is put on the desk */
    SummaryWorkbook(Template template, CountyResult result, FormSummary summary, String name) {
        this.template = template;
        this.result = result;
        this.summary = summary;
        this.name = name;
        this.form = summary.form();
        this.county = summary.lines().get(0);
        this.units = summary.lines().subList(1, summary.lines().size());
        this.choice =
                result.definitions().form(form.code()).map(FormRules::summary).orElse(SummaryChoice.NONE);
        this.balanced = choice.balanced();
    }

    byte[] fill() throws IOException {
        List<Integer> all = new ArrayList<>();
        for (int index = 0; index < summary.columns().size(); index++) {
            all.add(index);
        }
        List<Integer> chosen = chosen(all);
        Map<String, String> sources = sources();
        table(template.sheet(TABLE), chosen, false, sources);
        if (chosen.size() < all.size()) {
            table(template.sheet(EVERYTHING), all, true, sources);
        } else {
            template.remove(EVERYTHING);
        }
        comparison(chosen);
        template.remove(CHOSEN);
        return template.finish();
    }

    /** The indicators that people read beside what each unit had a year earlier, where that is known. */
    private void comparison(List<Integer> chosen) {
        List<Integer> known = chosen.stream()
                .filter(index -> summary.lines().stream()
                        .anyMatch(line -> line.entries().get(index).lastYear() != null))
                .toList();
        if (known.isEmpty()) {
            template.remove(YearComparison.NAME);
            return;
        }
        new YearComparison(template.sheet(YearComparison.NAME), summary, known, this::state)
                .fill(tokens(known), balanced);
    }

    private List<Integer> chosen(List<Integer> all) {
        List<Integer> chosen = all.stream()
                .filter(index -> choice.items()
                        .contains(summary.columns().get(index).code().item()))
                .toList();
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return all.size() <= PAGE ? all : outline(all);
    }

    /** Totals before details: the rows that stand furthest left, as many as a page holds. */
    private List<Integer> outline(List<Integer> all) {
        for (int indent = 3; indent >= 0; indent--) {
            int deepest = indent;
            List<Integer> kept = all.stream()
                    .filter(index ->
                            form.row(summary.columns().get(index).code().row())
                                            .map(row -> row.indent())
                                            .orElse(0)
                                    <= deepest)
                    .toList();
            if (kept.size() <= PAGE && !kept.isEmpty()) {
                return kept;
            }
        }
        int end = PAGE;
        while (end > PAGE / 2
                && !group(summary.columns().get(end)).isEmpty()
                && group(summary.columns().get(end))
                        .equals(group(summary.columns().get(end - 1)))) {
            end--;
        }
        return all.subList(0, end);
    }

    private void table(TemplateSheet sheet, List<Integer> columns, boolean wide, Map<String, String> sources) {
        sheet.repeatRight("rpt.columns", columns.size());
        int countyRow = sheet.anchor("rpt.county").getFirstRow();
        Map<String, Integer> beside = beside(sheet, columns);
        int first = sheet.repeatDown("rpt.rows", units.size());
        sheet.text(countyRow, 0, county.unit().name() + "合计");
        sheet.text(countyRow, 1, summary.coverage().fraction());
        for (int line = 0; line < units.size(); line++) {
            ReportingUnit unit = units.get(line).unit();
            sheet.text(first + line, 0, unit.name());
            sheet.text(first + line, 1, state(unit));
        }
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < columns.size(); place++) {
            places.put(summary.columns().get(columns.get(place)).code().item(), FIRST + place);
        }
        for (int place = 0; place < columns.size(); place++) {
            column(sheet, columns.get(place), FIRST + place, first, countyRow, places);
            beside(sheet, county.entries().get(columns.get(place)), FIRST + place, beside);
            String source =
                    sources.get(summary.columns().get(columns.get(place)).code().toString());
            if (source != null) {
                sheet.link(countyRow, FIRST + place, source);
            }
        }
        int total = headings(sheet, columns, wide);
        marks(sheet, FIRST + columns.size(), total);
        notes(sheet, total);
        print(sheet.sheet(), columns.size(), total);
        sheet.fill(tokens(columns));
    }

    private void column(
            TemplateSheet sheet, int index, int column, int first, int countyRow, Map<String, Integer> places) {
        Indicator indicator = summary.columns().get(index);
        List<BigDecimal> parts = units.stream()
                .map(line -> line.entries().get(index).figure().value())
                .flatMap(value -> value == null ? Stream.empty() : Stream.of(value))
                .toList();
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean any = !parts.isEmpty();
        FormSummary.Entry entry = county.entries().get(index);
        BigDecimal value = entry.figure().value();
        boolean summed = value != null
                && any
                && indicator.overUnits() == OverUnits.SUM
                && sum.compareTo(value) == 0
                && !isDerived(indicator);
        Iterator<BigDecimal> rounded = balanced && summed
                ? BalancedRounding.of(parts, indicator.decimals()).iterator()
                : Collections.emptyIterator();
        for (int line = 0; line < units.size(); line++) {
            Figure figure = units.get(line).entries().get(index).figure();
            if (figure.value() != null && rounded.hasNext()) {
                sheet.number(first + line, column, rounded.next(), indicator.decimals());
            } else {
                figure(sheet, first + line, column, figure);
            }
        }
        String live = null;
        if (summed) {
            String name = CellReference.convertNumToColString(column);
            live = "SUM(" + name + (first + 1) + ":" + name + (first + units.size()) + ")";
        } else if (value != null && isDerived(indicator)) {
            live = ratio(indicator, countyRow, places);
        }
        if (live != null && value != null) {
            BigDecimal shown = balanced && summed ? value.setScale(indicator.decimals(), RoundingMode.HALF_UP) : value;
            sheet.formula(countyRow, column, live, shown, indicator.decimals());
        } else {
            figure(sheet, countyRow, column, entry.figure());
        }
    }

    /** Lays out the lines between the county's and the units', and answers where each of them stands. */
    private Map<String, Integer> beside(TemplateSheet sheet, List<Integer> columns) {
        List<FormSummary.Entry> entries =
                columns.stream().map(county.entries()::get).toList();
        List<String> pattern = new ArrayList<>(List.of("rpt.coverage"));
        if (entries.stream().anyMatch(entry -> entry.official() != null)) {
            // 核定数, 差额 and 相差% look alike
            pattern.addAll(List.of("rpt.official", "rpt.official", "rpt.official"));
        }
        if (entries.stream().anyMatch(SummaryWorkbook::accumulates)) {
            pattern.add("rpt.todate");
        }
        if (entries.stream().anyMatch(entry -> entry.previous() != null)) {
            pattern.addAll(List.of("rpt.previous", "rpt.onprevious"));
        }
        pattern.addAll(List.of("rpt.lastyear", "rpt.change"));
        int row = sheet.repeatDown(BESIDE, pattern);
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String anchor : pattern) {
            rows.put(rows.containsKey(anchor) ? rows.containsKey(GAP) ? GAP_SHARE : GAP : anchor, row++);
        }
        label(
                sheet,
                rows,
                "rpt.coverage",
                "计入/应报",
                summary.provisional() ? (result.vintage().isSealed() ? "不齐" : "初步数") : "已核");
        label(sheet, rows, "rpt.official", "核定数", "文号见注");
        label(sheet, rows, GAP, "差额", "汇总−核定");
        label(sheet, rows, GAP_SHARE, "相差%", "占核定数");
        label(sheet, rows, "rpt.todate", "本年累计", "—");
        label(sheet, rows, "rpt.previous", "上期", "同口径");
        label(sheet, rows, "rpt.onprevious", "环比±", "%、百分点");
        label(sheet, rows, "rpt.lastyear", "上年同期", "同口径");
        label(sheet, rows, "rpt.change", "同比±", "%、百分点");
        return rows;
    }

    /** A flow whose sum over the year so far is something else than the figure of the period. */
    private static boolean accumulates(FormSummary.Entry entry) {
        BigDecimal value = entry.figure().value();
        return entry.yearToDate() != null
                && (value == null || entry.yearToDate().compareTo(value) != 0);
    }

    private static void label(
            TemplateSheet sheet, Map<String, Integer> rows, String anchor, String title, String kind) {
        Integer row = rows.get(anchor);
        if (row != null) {
            sheet.text(row, 0, title);
            sheet.text(row, 1, kind);
        }
    }

    private void beside(TemplateSheet sheet, FormSummary.Entry entry, int column, Map<String, Integer> rows) {
        Indicator indicator = entry.figure().indicator();
        BigDecimal value = entry.figure().value();
        Coverage coverage = entry.figure().coverage();
        rows.forEach((anchor, row) -> {
            switch (anchor) {
                case "rpt.coverage" ->
                    sheet.text(
                            row,
                            column,
                            coverage.expected().isEmpty()
                                    ? "—"
                                    : coverage.fraction()
                                            + (entry.figure().status() == FigureStatus.PROVISIONAL
                                                    ? result.vintage().isSealed() ? "不齐" : "初步"
                                                    : ""));
                case "rpt.official" -> {
                    OfficialFigure official = entry.official();
                    if (official == null) {
                        sheet.text(row, column, "—");
                    } else {
                        int decimals = Math.max(
                                indicator.decimals(),
                                Math.min(official.value().stripTrailingZeros().scale(), 4));
                        sheet.number(row, column, official.value(), decimals);
                    }
                }
                case GAP ->
                    number(
                            sheet,
                            row,
                            column,
                            entry.gap().map(OfficialGap::difference).orElse(null),
                            indicator.decimals(),
                            "—");
                case GAP_SHARE ->
                    number(
                            sheet,
                            row,
                            column,
                            entry.gap()
                                    .map(OfficialGap::percent)
                                    .map(percent -> percent.setScale(2, RoundingMode.HALF_UP))
                                    .orElse(null),
                            2,
                            "—");
                case "rpt.todate" -> number(sheet, row, column, entry.yearToDate(), indicator.decimals(), "—");
                case "rpt.previous" ->
                    number(sheet, row, column, entry.previous(), indicator.decimals(), value == null ? "—" : "不可比");
                case "rpt.lastyear" ->
                    number(sheet, row, column, entry.lastYear(), indicator.decimals(), value == null ? "—" : "不可比");
                case "rpt.onprevious" -> change(sheet, row, column, entry.changeOnPrevious(), entry.changeUnit());
                default -> change(sheet, row, column, entry.change(), entry.changeUnit());
            }
        });
    }

    private static void number(
            TemplateSheet sheet, int row, int column, @Nullable BigDecimal value, int decimals, String otherwise) {
        if (value == null) {
            sheet.text(row, column, otherwise);
        } else {
            sheet.number(row, column, value, decimals);
        }
    }

    /** One decimal for per cent, two for percentage points. */
    static void change(TemplateSheet sheet, int row, int column, @Nullable BigDecimal change, String unit) {
        int decimals = unit.equals("%") ? 1 : 2;
        number(
                sheet,
                row,
                column,
                change == null ? null : change.setScale(decimals, RoundingMode.HALF_UP),
                decimals,
                "—");
    }

    static void figure(TemplateSheet sheet, int row, int column, Figure figure) {
        BigDecimal value = figure.value();
        if (value == null) {
            sheet.text(row, column, figure.status().title());
        } else {
            sheet.number(row, column, value, figure.indicator().decimals());
        }
    }

    private boolean isDerived(Indicator indicator) {
        return derived(indicator) != null;
    }

    private @Nullable DerivedIndicator derived(Indicator indicator) {
        var rules = result.definitions().forms().get(form.code());
        return rules == null
                ? null
                : rules.derived().stream()
                        .filter(each -> each.indicator().code().equals(indicator.code()))
                        .findFirst()
                        .orElse(null);
    }

    /** Only over columns that are sums themselves and stand in this table with a value. */
    private @Nullable String ratio(Indicator indicator, int row, Map<String, Integer> places) {
        DerivedIndicator derived = derived(indicator);
        if (derived == null) {
            return null;
        }
        return LiveFormula.of(derived.formula().text(), indicator.code().row(), item -> operand(item, row, places))
                .orElse(null);
    }

    private @Nullable String operand(String item, int row, Map<String, Integer> places) {
        String full = places.containsKey(item)
                ? item
                : item + "." + form.columns().get(0).code();
        Integer column = places.get(full);
        if (column == null || (form.dataColumns().size() > 1 && !full.equals(item))) {
            return null;
        }
        Indicator indicator =
                form.indicator(new IndicatorCode(form.code(), full)).orElse(null);
        if (indicator == null || isDerived(indicator)) {
            return null;
        }
        int index = summary.columns().indexOf(indicator);
        if (index < 0 || county.entries().get(index).figure().value() == null) {
            return null;
        }
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    private String state(ReportingUnit unit) {
        Coverage coverage = summary.coverage();
        if (coverage.standIns().contains(unit)) {
            return "沿用前次";
        }
        if (coverage.pending().contains(unit)) {
            return "待核实";
        }
        if (coverage.accepted().contains(unit)) {
            return "通过";
        }
        return coverage.expected().contains(unit) ? coverage.lacking(unit).title() : "—";
    }

    /** Fills the heading rows, sets widths and heights, and answers the width of the whole table in digits. */
    private int headings(TemplateSheet sheet, List<Integer> columns, boolean wide) {
        int groupRow = sheet.anchor("rpt.group").getFirstRow();
        int headingRow = sheet.anchor("rpt.heading").getFirstRow();
        int unitRow = sheet.anchor("rpt.unit").getFirstRow();
        int codeRow = sheet.anchor("rpt.code").getFirstRow();
        sheet.merge(groupRow, headingRow, 0, 0);
        sheet.merge(groupRow, headingRow, 1, 1);
        List<String> groups = new ArrayList<>();
        int[] widths = new int[columns.size()];
        int total = 0;
        for (int place = 0; place < columns.size(); place++) {
            Indicator indicator = summary.columns().get(columns.get(place));
            int column = FIRST + place;
            String heading = heading(indicator) + forecast(columns.get(place));
            String group = group(indicator);
            groups.add(group);
            sheet.text(group.isEmpty() ? groupRow : headingRow, column, heading);
            sheet.text(unitRow, column, indicator.unit().isEmpty() ? "—" : indicator.unit());
            String item = indicator.code().item();
            boolean cell = form.indicator(indicator.code()).isPresent();
            sheet.text(
                    codeRow,
                    column,
                    cell && form.dataColumns().size() == 1 && form.layout() == Layout.MATRIX
                            ? indicator.code().row()
                            : cell ? item : "—");
            widths[place] = Math.max(
                    width(columns.get(place), indicator),
                    Math.max(
                            TextWidth.of(indicator.unit()) + 2,
                            heading.length() > 12 ? 14 : heading.endsWith("）") ? 16 : 11));
            total += widths[place];
        }
        int names = 12;
        for (FormSummary.Line line : summary.lines()) {
            names = Math.max(names, TextWidth.of(line.unit().name()) + (line == county ? 6 : 2));
        }
        sheet.sheet().setColumnWidth(0, names * 256);
        int fixed = names + 11;
        sheet.sheet().setColumnWidth(1, 11 * 256);
        int missing = wide ? 0 : A4_CHARACTERS - fixed - total;
        int more = missing > 0 ? missing / columns.size() : 0;
        int headingLines = 1;
        for (int place = 0; place < columns.size(); place++) {
            widths[place] += Math.min(more, 16);
            sheet.sheet().setColumnWidth(FIRST + place, widths[place] * 256);
        }
        int ungrouped = 1;
        for (int place = 0; place < columns.size(); place++) {
            int column = FIRST + place;
            String text = heading(summary.columns().get(columns.get(place))) + forecast(columns.get(place));
            int lines = TextWidth.lines(text, widths[place]);
            if (groups.get(place).isEmpty()) {
                ungrouped = Math.max(ungrouped, lines);
                sheet.merge(groupRow, headingRow, column, column);
                continue;
            }
            headingLines = Math.max(headingLines, lines);
            if (place > 0 && groups.get(place - 1).equals(groups.get(place))) {
                continue;
            }
            int end = place;
            int room = widths[place];
            while (end + 1 < groups.size() && groups.get(end + 1).equals(groups.get(place))) {
                room += widths[++end];
            }
            sheet.text(groupRow, column, groups.get(place));
            sheet.merge(groupRow, groupRow, column, FIRST + end);
            ungrouped = Math.max(ungrouped, TextWidth.lines(groups.get(place), room) + headingLines);
        }
        double headingHeight = 14.0 * headingLines + 4;
        sheet.height(headingRow, headingHeight);
        sheet.height(groupRow, Math.max(20, 14.0 * ungrouped + 8 - headingHeight));
        sheet.height(unitRow, 18);
        sheet.height(codeRow, 16);
        int sum = fixed;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    private int width(int index, Indicator indicator) {
        int widest = 6;
        for (FormSummary.Line line : summary.lines()) {
            FormSummary.Entry entry = line.entries().get(index);
            OfficialFigure official = entry.official();
            for (BigDecimal value : new BigDecimal[] {
                entry.figure().value(),
                entry.lastYear(),
                entry.previous(),
                entry.yearToDate(),
                official == null ? null : official.value()
            }) {
                if (value != null) {
                    widest = Math.max(widest, TextWidth.of(value, indicator.decimals()));
                }
            }
        }
        return widest + 3;
    }

    private String group(Indicator indicator) {
        if (form.layout() == Layout.LEDGER) {
            return form.column(indicator.code().column())
                    .map(column -> column.group())
                    .orElse("");
        }
        if (form.dataColumns().size() > 1 && form.indicator(indicator.code()).isPresent()) {
            return form.row(indicator.code().row()).map(row -> row.title()).orElse("");
        }
        return "";
    }

    private String heading(Indicator indicator) {
        if (form.layout() == Layout.MATRIX
                && form.dataColumns().size() > 1
                && form.indicator(indicator.code()).isPresent()) {
            return form.column(indicator.code().column())
                    .map(column -> column.title())
                    .orElse(indicator.title());
        }
        return indicator.title();
    }

    /** 预计 when all of it is, 含预计 when a part of it is. */
    private String forecast(int index) {
        int forecasts = 0;
        int values = 0;
        for (FormSummary.Line line : units) {
            Figure figure = line.entries().get(index).figure();
            if (figure.value() != null) {
                values++;
                forecasts += figure.forecast() ? 1 : 0;
            }
        }
        boolean some = forecasts > 0 || county.entries().get(index).figure().forecast();
        return some ? (forecasts == values && values > 0 ? "（预计）" : "（含预计）") : "";
    }

    /** The block at the upper right and the line below it span as many columns as their text needs. */
    private void marks(TemplateSheet sheet, int columns, int total) {
        int room = 0;
        int from = columns;
        while (from > FIRST && room < 46) {
            from--;
            room += sheet.sheet().getColumnWidth(from) / 256;
        }
        move(sheet, sheet.anchor("rpt.marks").getFirstRow(), FIRST, from, columns - 1);
        move(sheet, sheet.anchor("rpt.marks").getLastRow(), FIRST, from, columns - 1);
        int line = sheet.anchor("rpt.line").getFirstRow();
        move(sheet, line, FIRST, from, columns - 1);
        int left = 0;
        int to = 0;
        int wanted = Math.min(total / 3, TextWidth.of("综合机关名称：" + county.unit().name()) + 2);
        while (to < from && left < wanted) {
            left += sheet.sheet().getColumnWidth(to) / 256;
            to++;
        }
        to = Math.min(to, from - 1);
        move(sheet, line, 1, to, from - 1);
        sheet.merge(line, line, 0, to - 1);
    }

    private static void move(TemplateSheet sheet, int row, int column, int from, int to) {
        Row cells = sheet.sheet().getRow(row);
        var source = cells.getCell(column);
        if (source == null) {
            return;
        }
        String text = source.getStringCellValue();
        var style = source.getCellStyle();
        if (from != column) {
            source.setBlank();
        }
        sheet.text(row, from, text);
        sheet.style(row, from, style);
        sheet.merge(row, row, from, to);
    }

    private void notes(TemplateSheet sheet, int total) {
        List<String> notes = new ArrayList<>();
        Coverage coverage = summary.coverage();
        notes.add(opening());
        notes.set(
                0,
                notes.get(0) + "应报" + coverage.expected().size() + "个，计入" + coverage.counted() + "个（其中待核实"
                        + coverage.pending().size() + "个），"
                        + (coverage.withheld().isEmpty()
                                ? ""
                                : "未计入：待核实" + coverage.withheld().size() + "个，")
                        + "退回"
                        + coverage.returned().size() + "个，未报"
                        + coverage.missing().size() + "个。");
        notes.addAll(summary.footnotes());
        notes.addAll(officials());
        notes.add("“未报”为未报送，“退回”为报来没有通过、未计入，"
                + (coverage.withheld().isEmpty() ? "" : "“待核实”而没有数的为报来有重大疑问、说明认可之前暂不计入，")
                + "“—”为不适用，“0”为实报为零，“不可比”为没有同口径的数。"
                + (balanced ? "已作舍位平衡：各单位的数舍入后与合计相等，与原报数相差不到末位一个单位，原报数见“数据来源”。" : "因四舍五入，分项与合计可能不等。"));
        notes.add("乡镇调度数，非法定统计数据。");
        int row = sheet.repeatDown("rpt.notes", notes.size());
        for (int index = 0; index < notes.size(); index++) {
            String text = (index == 0 ? "注：" : "　　") + notes.get(index);
            sheet.text(row + index, 0, text);
            sheet.height(row + index, 13.0 * TextWidth.lines(text, total * 1.05) + 2);
        }
        if (pages(total) > 1) {
            for (int below = row; below <= sheet.sheet().getLastRowNum(); below++) {
                besideNames(sheet, below);
            }
        }
    }

    /** The columns of names and states stand on every page: a text that runs across the table must not begin in them, or each page shows its beginning. */
    private static void besideNames(TemplateSheet sheet, int row) {
        XSSFSheet cells = sheet.sheet();
        for (int index = cells.getNumMergedRegions() - 1; index >= 0; index--) {
            var region = cells.getMergedRegion(index);
            if (region.getFirstRow() == row && region.getFirstColumn() == 0 && region.getLastColumn() > FIRST) {
                cells.removeMergedRegion(index);
                var from = cells.getRow(row).getCell(0);
                String text = from.getStringCellValue();
                from.setBlank();
                sheet.text(row, FIRST, text);
                sheet.style(row, FIRST, from.getCellStyle());
                sheet.merge(row, row, FIRST, region.getLastColumn());
            }
        }
    }

    private static int pages(int total) {
        return (int) Math.max(1, Math.round(total / (A3_CHARACTERS * 1.25)));
    }

    /** Where the 核定数 of this form come from. */
    private List<String> officials() {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        for (FormSummary.Entry entry : county.entries()) {
            OfficialFigure official = entry.official();
            if (official != null) {
                documents
                        .computeIfAbsent(
                                official.document() + "，" + official.date().format(DAY), any -> new ArrayList<>())
                        .add(entry.figure().indicator().title());
            }
        }
        return documents.entrySet().stream()
                .map(one -> "核定数（" + one.getKey() + "）：" + String.join("、", one.getValue()) + "。与乡镇汇总数并列，不作替换。")
                .toList();
    }

    private String opening() {
        String complete = summary.provisional() ? "报送或审核尚不齐全。" : "各单位均已通过审核。";
        return switch (result.vintage().kind()) {
            case PRELIMINARY -> summary.provisional() ? "本表为初步数。" : "本表各单位均已通过审核，尚未定案。";
            case FINAL -> "本表为定案数，" + complete;
            case REVISED -> "本表为" + result.vintage().title() + "，" + complete;
        };
    }

    private void print(XSSFSheet sheet, int columns, int total) {
        PrintSetup setup = sheet.getPrintSetup();
        boolean large = total > A4_CHARACTERS + 8;
        setup.setPaperSize(large ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        setup.setFitWidth((short) pages(total));
        setup.setFitHeight((short) (units.size() <= ONE_PAGE ? 1 : 0));
        sheet.getWorkbook()
                .setPrintArea(
                        sheet.getWorkbook().getSheetIndex(sheet), 0, FIRST + columns - 1, 0, sheet.getLastRowNum());
    }

    private Map<String, String> tokens(List<Integer> columns) {
        Set<String> units = new LinkedHashSet<>();
        for (int index : columns) {
            String unit = summary.columns().get(index).unit();
            if (!unit.isEmpty()) {
                units.add(unit);
            }
        }
        LegalMarks marks = form.marks();
        Map<String, String> tokens = new HashMap<>();
        tokens.put("综合机关", county.unit().name());
        tokens.put("报告期", summary.period().title());
        tokens.put("数据性质", result.vintage().title());
        tokens.put("表名", form.title());
        tokens.put("表号", form.code().text());
        tokens.put("制定机关", marks.maker());
        tokens.put("计量单位", units.size() <= 4 ? String.join("、", units) : "见各栏");
        return tokens;
    }

    private Map<String, String> sources() {
        List<Source> files = result.sources().stream()
                .filter(source -> source.key().form().equals(form.code())
                        && source.key().period().equals(summary.period()))
                .toList();
        List<Sourced> figures = county.entries().stream()
                .map(entry -> Sourced.of(entry.figure(), formula(entry.figure().indicator())))
                .toList();
        return SourcesSheet.fill(template, result, name, form.title() + "汇总表", files, figures);
    }

    private String formula(Indicator indicator) {
        DerivedIndicator derived = derived(indicator);
        return derived == null ? "" : derived.formula().text();
    }
}
