package xiangbao.readers.forms.bodies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;

/** Reads a 综合表: rows by code and title together, columns by heading and number. */
public final class MatrixBody {
    private static final Set<String> TITLE_HEADS = Set.of("指标名称", "指标", "项目", "项目名称", "指标项目");
    private static final Set<String> UNIT_HEADS = Set.of("计量单位", "单位");
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile("\\d{1,3}[a-z]?");

    private final FormContext context;
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;
    private final Map<String, Row> byCode = new LinkedHashMap<>();
    private final Map<Row, List<Line>> lines = new LinkedHashMap<>();
    private final Set<Row> mistitled = new LinkedHashSet<>();
    private final List<Block> blocks = new ArrayList<>();

    /** A table head with a 代码 column and what stands below it until the next one. */
    private record Block(
            int top,
            int bottom,
            int lastRow,
            int codeColumn,
            List<Integer> titleColumns,
            int unitColumn,
            TableColumns columns) {}

    private record Line(Block block, int row) {}

    /** A cell of the form where it stands in the sheet. */
    private record Place(Row row, Column column, int sheetRow, int sheetColumn) {}

    public MatrixBody(FormContext context) {
        this.context = context;
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
        form.rows().forEach(row -> byCode.put(Headings.code(row.code()), row));
    }

    public List<Observation> read() {
        findBlocks();
        blocks.forEach(this::findLines);
        if (refusePersonalData()) {
            return List.of();
        }
        checkColumns();
        Set<Row> twice = checkRows();
        Map<IndicatorCode, Place> places = places(twice);
        Set<Place> merged = checkMerged(places);
        hintHidden(places);
        return observations(twice, places, merged);
    }

    private void findBlocks() {
        List<RawRow> rows =
                view.rows(context.region().firstRow(), context.region().lastRow());
        List<RawRow> heads = rows.stream()
                .filter(row -> row.cells().stream().anyMatch(CodeHead::is))
                .toList();
        int widest = 0;
        for (RawRow row : rows) {
            widest = Math.max(widest, row.cells().get(row.cells().size() - 1).column());
        }
        for (int index = 0; index < heads.size(); index++) {
            int last = index + 1 < heads.size()
                    ? heads.get(index + 1).number() - 1
                    : context.region().lastRow();
            List<RawCell> codes =
                    heads.get(index).cells().stream().filter(CodeHead::is).toList();
            for (int panel = 0; panel < codes.size(); panel++) {
                int from = panel == 0 ? 0 : panelStart(heads.get(index), codes.get(panel - 1), codes.get(panel));
                int to = panel + 1 < codes.size()
                        ? panelStart(heads.get(index), codes.get(panel), codes.get(panel + 1)) - 1
                        : widest;
                block(heads.get(index), codes.get(panel).column(), last, from, to);
            }
        }
    }

    /** Where a table printed in two halves side by side begins its second half: at its 指标名称, else at its 代码. */
    private static int panelStart(RawRow head, RawCell before, RawCell code) {
        return head.cells().stream()
                .filter(cell -> cell.column() > before.column() && cell.column() < code.column())
                .filter(cell -> TITLE_HEADS.contains(PlainText.compact(cell.text())))
                .mapToInt(RawCell::column)
                .min()
                .orElse(code.column());
    }

    private void block(RawRow head, int codeColumn, int lastRow, int from, int to) {
        List<Area> areas = view.mergedIn(head.number(), head.number());
        List<Integer> titleColumns = new ArrayList<>();
        Set<Integer> others = new LinkedHashSet<>();
        others.add(codeColumn);
        int unitColumn = -1;
        for (int column = from; column <= to; column++) {
            String text = view.text(head.number(), column, areas).replace(" ", "");
            if (TITLE_HEADS.contains(text)) {
                titleColumns.add(column);
                others.add(column);
            } else if (UNIT_HEADS.contains(text) && unitColumn < 0) {
                unitColumn = column;
                others.add(column);
            }
        }
        if (titleColumns.isEmpty()) {
            for (int column = from; column < codeColumn; column++) {
                if (column != unitColumn) {
                    titleColumns.add(column);
                    others.add(column);
                }
            }
        }
        int first = lastRow + 1;
        for (RawRow row : view.rows(head.number() + 1, lastRow)) {
            if (rowAt(row.number(), codeColumn) != null) {
                first = row.number();
                break;
            }
        }
        int bottom = Math.max(head.number(), Math.min(first - 1, head.number() + 6));
        TableColumns columns = TableColumns.match(
                view, form.columns(), head.number(), bottom, from, to, others, context.units(), findings);
        blocks.add(new Block(head.number(), bottom, lastRow, codeColumn, titleColumns, unitColumn, columns));
    }

    private @Nullable Row rowAt(int sheetRow, int codeColumn) {
        String code = Headings.code(SheetView.text(view.sheet().cell(sheetRow, codeColumn)));
        return code.isEmpty() ? null : byCode.get(code);
    }

    private void findLines(Block block) {
        boolean ended = false;
        for (RawRow raw : view.rows(block.bottom + 1, block.lastRow)) {
            ended |= TableEnd.isIn(raw);
            List<String> titles = titles(block, raw.number());
            Row row = rowAt(raw.number(), block.codeColumn);
            CellReference at = view.at(raw.number(), block.codeColumn);
            if (row != null) {
                if (isTitled(row, titles)) {
                    lines.computeIfAbsent(row, ignored -> new ArrayList<>()).add(new Line(block, raw.number()));
                    checkUnit(block, row, raw.number());
                } else if (!ended) {
                    mistitled.add(row);
                    findings.mandatory(
                                    "ROW-CODE-TITLE",
                                    "代码 " + row.code() + " 与指标名称不一致",
                                    "请按表式核对这一行的代码和指标名称；插入、删除、移动行时代码和名称要一起移动。")
                            .instance(row.code() + "@" + at.address())
                            .at(at)
                            .read(row.code() + " " + (titles.isEmpty() ? "（没有指标名称）" : titles.get(titles.size() - 1)))
                            .expected(row.code() + " " + row.title());
                }
                continue;
            }
            String code = Headings.code(SheetView.text(view.sheet().cell(raw.number(), block.codeColumn)));
            if (ended
                    || titles.isEmpty()
                    || !code.isEmpty() && !LOOKS_LIKE_CODE.matcher(code).matches()) {
                continue;
            }
            strangeRow(code, titles, at);
        }
    }

    /** A row that bears a title of the form without its code, or a code that the form does not have. */
    private void strangeRow(String code, List<String> titles, CellReference at) {
        Optional<Row> meant = form.rows().stream()
                .filter(row -> titles.stream().anyMatch(title -> names(row).contains(PlainText.title(title))))
                .filter(row -> !mistitled.contains(row))
                .findFirst();
        if (meant.isPresent() && !(code.isEmpty() && lines.containsKey(meant.get()))) {
            mistitled.add(meant.get());
            findings.mandatory(
                            "ROW-CODE-TITLE",
                            "“" + meant.get().title() + "”这一行" + (code.isEmpty() ? "没有代码" : "的代码 " + code + " 不对"),
                            "请按表式补上或改正代码。")
                    .instance(meant.get().code() + "@" + at.address())
                    .at(at)
                    .read(code + " " + titles.get(titles.size() - 1))
                    .expected(meant.get().code() + " " + meant.get().title());
        } else if (!code.isEmpty()) {
            findings.group(
                    "ROW-UNKNOWN",
                    "表式中没有的行，未读取",
                    at,
                    code + " " + titles.get(titles.size() - 1),
                    "请核对是否用了旧表式；自行增加的行不参加汇总。");
        }
    }

    private List<String> titles(Block block, int sheetRow) {
        List<String> titles = new ArrayList<>();
        for (int column : block.titleColumns) {
            String text = SheetView.text(view.sheet().cell(sheetRow, column));
            if (!text.isEmpty()) {
                titles.add(text);
            }
        }
        if (titles.size() > 1) {
            titles.add(String.join("", titles));
        }
        return titles;
    }

    private static List<String> names(Row row) {
        List<String> names = new ArrayList<>();
        names.add(PlainText.title(row.title()));
        row.aliases().forEach(alias -> names.add(PlainText.title(alias)));
        return names;
    }

    /** The code decides, and the title must be the row's own or at least no other row's. */
    private boolean isTitled(Row row, List<String> written) {
        List<String> names = names(row);
        double best = 0;
        double foreign = 0;
        boolean anothers = false;
        for (String text : written) {
            String title = PlainText.title(text);
            if (title.isEmpty()) {
                continue;
            }
            if (names.contains(title)) {
                return true;
            }
            for (Row other : form.rows()) {
                for (String name : names(other)) {
                    double likeness = PlainText.likeness(title, name);
                    if (other == row) {
                        best = Math.max(best, likeness);
                    } else {
                        anothers |= title.equals(name);
                        foreign = Math.max(foreign, likeness);
                    }
                }
            }
        }
        if (anothers) {
            return false;
        }
        for (String text : written) {
            String bare = PlainText.withoutParentheses(PlainText.title(text));
            if (!bare.isEmpty()
                    && names.stream().map(PlainText::withoutParentheses).anyMatch(bare::equals)) {
                return true;
            }
        }
        return best >= 0.6 && best >= foreign;
    }

    /** The unit printed in the row against the declared one; a row with several units prints them all. */
    private void checkUnit(Block block, Row row, int sheetRow) {
        if (block.unitColumn < 0) {
            return;
        }
        String printed =
                SheetView.text(view.sheet().cell(sheetRow, block.unitColumn)).replace(" ", "");
        Set<String> declared = new LinkedHashSet<>();
        for (Column column : form.dataColumns()) {
            if (row.has(column)) {
                form.indicator(IndicatorCode.ofCell(form.code(), row.code(), column.code()))
                        .map(Indicator::unit)
                        .filter(unit -> !unit.isEmpty())
                        .ifPresent(declared::add);
            }
        }
        for (String word : printed.split("[、,;]")) {
            boolean known = context.units().isUnit(word)
                    && declared.stream().noneMatch(unit -> context.units().same(word, unit));
            boolean differs = declared.size() == 1
                    ? known
                    : known
                            && declared.stream()
                                    .anyMatch(unit -> context.units().convertible(word, unit));
            if (differs) {
                findings.mandatory(
                                "UNIT-DIFFERS",
                                row.title() + " [" + row.code() + "] 的计量单位“" + word + "”与表式的“"
                                        + String.join("、", declared) + "”不同",
                                "请按表式的计量单位换算后填写，不要改动计量单位；系统不代为换算。")
                        .instance("行" + row.code())
                        .at(view.at(sheetRow, block.unitColumn))
                        .read(word)
                        .expected(String.join("、", declared));
                return;
            }
        }
    }

    private boolean refusePersonalData() {
        List<CellReference> cells = new ArrayList<>();
        for (Block block : blocks) {
            for (int column : block.columns.personal()) {
                cells.add(view.at(block.top, column));
            }
            for (RawRow row : view.rows(block.bottom + 1, block.lastRow)) {
                if (TableEnd.isIn(row)) {
                    break;
                }
                row.cells().stream()
                        .filter(PersonalData::isHeld)
                        .forEach(cell -> cells.add(view.at(cell.row(), cell.column())));
            }
        }
        return PersonalData.refuse(cells, findings);
    }

    private void checkColumns() {
        for (Column column : form.dataColumns()) {
            boolean found = blocks.stream()
                    .anyMatch(block -> block.columns.found().containsKey(column) || block.columns.isTold(column));
            if (!found) {
                findings.mandatory(
                                "COLUMN-MISSING",
                                "缺“" + column.title() + "”栏",
                                "请下载现行表式“" + form.code() + " " + form.title() + "”填报，不要删改栏目。")
                        .instance(column.code())
                        .at(view.at(blocks.get(0).top, blocks.get(0).codeColumn))
                        .expected(column.code() + " " + column.title());
            }
        }
    }

    private boolean isOwed(Row row) {
        return row.appliesTo() == null || row.appliesTo().selects(context.unit());
    }

    private Set<Row> checkRows() {
        Set<Row> twice = new LinkedHashSet<>();
        for (Row row : form.rows()) {
            List<Line> found = lines.getOrDefault(row, List.of());
            if (found.isEmpty()) {
                if (!mistitled.contains(row) && isOwed(row) && row.due().in(context.period())) {
                    findings.mandatory(
                                    "ROW-MISSING",
                                    "缺“" + row.title() + " [" + row.code() + "]”这一行",
                                    "请下载现行表式“" + form.code() + " " + form.title() + "”，补上这一行并填报。")
                            .instance(row.code())
                            .at(view.at(blocks.get(0).top, blocks.get(0).codeColumn))
                            .expected(row.code() + " " + row.title());
                }
                continue;
            }
            Set<Column> seen = new LinkedHashSet<>();
            boolean overlaps = found.stream()
                    .anyMatch(line -> line.block.columns.found().keySet().stream()
                            .filter(column -> !column.comparison())
                            .anyMatch(column -> !seen.add(column)));
            if (overlaps) {
                twice.add(row);
                findings.mandatory(
                                "ROW-TWICE",
                                "代码 " + row.code() + "“" + row.title() + "”出现 " + found.size() + " 次",
                                "请删去多余的一行，只保留正确的数。")
                        .instance(row.code())
                        .at(found.stream()
                                .map(line -> view.at(line.row, line.block.codeColumn))
                                .toList())
                        .read(row.code());
            }
        }
        return twice;
    }

    private Map<IndicatorCode, Place> places(Set<Row> twice) {
        Map<IndicatorCode, Place> places = new LinkedHashMap<>();
        for (Row row : form.rows()) {
            if (twice.contains(row)) {
                continue;
            }
            for (Line line : lines.getOrDefault(row, List.of())) {
                line.block.columns.found().forEach((column, sheetColumn) -> {
                    if (!column.comparison() && row.has(column)) {
                        places.put(
                                IndicatorCode.ofCell(form.code(), row.code(), column.code()),
                                new Place(row, column, line.row, sheetColumn));
                    }
                });
            }
        }
        return places;
    }

    private Set<Place> checkMerged(Map<IndicatorCode, Place> places) {
        Set<Place> merged = new LinkedHashSet<>();
        if (places.isEmpty()) {
            return merged;
        }
        for (Area area :
                view.mergedIn(blocks.get(0).bottom + 1, context.region().lastRow())) {
            List<Place> covered = places.values().stream()
                    .filter(place -> area.contains(place.sheetRow, place.sheetColumn))
                    .toList();
            boolean another =
                    covered.size() == 1 && !area.startsAt(covered.get(0).sheetRow, covered.get(0).sheetColumn);
            if (covered.size() > 1 || another) {
                merged.addAll(covered);
                findings.mandatory("MERGED-DATA", "填数的单元格 " + area.address() + " 被合并，分不清是哪一格的数", "请取消合并，逐格填写。")
                        .instance(area.address())
                        .at(covered.stream()
                                .map(place -> view.at(place.sheetRow, place.sheetColumn))
                                .toList())
                        .read(SheetView.text(view.sheet().cell(area.firstRow(), area.firstColumn())))
                        .expected("每格一个数");
            }
        }
        return merged;
    }

    private void hintHidden(Map<IndicatorCode, Place> places) {
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        for (Place place : places.values()) {
            if (view.sheet().isRowHidden(place.sheetRow) && rows.add(place.sheetRow)) {
                findings.group("HIDDEN-ROW", "隐藏或被筛选掉的行也已读取", cell(place), "", "请取消隐藏和筛选，核对这些数。");
            }
            if (view.sheet().isColumnHidden(place.sheetColumn) && columns.add(place.sheetColumn)) {
                findings.group("HIDDEN-COLUMN", "隐藏的列也已读取", cell(place), "", "请取消隐藏，核对这些数。");
            }
        }
    }

    private CellReference cell(Place place) {
        return view.at(place.sheetRow, place.sheetColumn);
    }

    private List<Observation> observations(Set<Row> twice, Map<IndicatorCode, Place> places, Set<Place> merged) {
        List<Observation> observations = new ArrayList<>();
        for (Indicator indicator : form.indicators()) {
            Row row = form.row(indicator.code().row()).orElseThrow();
            Column column = form.column(indicator.code().column()).orElseThrow();
            Place place = places.get(indicator.code());
            boolean applies = isOwed(row);
            boolean due = row.due().in(context.period());
            if (place == null) {
                ObservationStatus status = !applies || !due
                        ? ObservationStatus.NOT_APPLICABLE
                        : twice.contains(row) || mistitled.contains(row)
                                ? ObservationStatus.UNREADABLE
                                : ObservationStatus.MISSING;
                observations.add(
                        new Observation(indicator.code(), "", context.unit().code(), status, null, null, "", null));
                continue;
            }
            CellReference reference = cell(place);
            RawCell raw = view.sheet().cell(place.sheetRow, place.sheetColumn);
            String text = raw == null ? "" : raw.text();
            if (!applies || !due) {
                keptOut(applies, reference, raw);
                observations.add(new Observation(
                        indicator.code(),
                        "",
                        context.unit().code(),
                        ObservationStatus.NOT_APPLICABLE,
                        null,
                        null,
                        text,
                        reference));
                continue;
            }
            CellReader.Reading reading = merged.contains(place)
                    ? CellReader.Reading.UNREADABLE
                    : context.cells().figure(place(indicator, row, column), view.sheet(), reference, raw);
            ObservationStatus status = reading.status() == ObservationStatus.REPORTED
                            && row.due().isForecast(context.period(), column.code())
                    ? ObservationStatus.FORECAST
                    : reading.status();
            observations.add(new Observation(
                    indicator.code(), "", context.unit().code(), status, reading.number(), null, text, reference));
        }
        return observations;
    }

    private void keptOut(boolean applies, CellReference reference, @Nullable RawCell raw) {
        if (raw == null
                || CellReader.isBlank(raw)
                || !raw.isNumber() && TypedFigure.of(raw.text()) instanceof TypedFigure.Missing) {
            return;
        }
        findings.group(
                applies ? "NOT-DUE" : "NOT-OWED",
                applies ? "本期不报的项目填了数，未读取" : "本单位不填报的项目填了数，未读取",
                reference,
                PlainText.shortened(raw.text()),
                applies ? "本期不用填，以后到期再报。" : "本单位不用填这一项，可以留空。");
    }

    private CellReader.Place place(Indicator indicator, Row row, Column column) {
        boolean declared = row.measure().decimals() != null || column.measure().decimals() != null;
        String title = indicator.title() + " [" + row.code()
                + (form.dataColumns().size() > 1 ? "." + column.code() : "") + "]";
        return new CellReader.Place(
                indicator,
                title,
                indicator.code().item(),
                row.required() && column.required(),
                row.negative(),
                declared ? indicator.decimals() : -1);
    }
}
