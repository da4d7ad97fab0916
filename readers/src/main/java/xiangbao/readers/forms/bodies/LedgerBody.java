package xiangbao.readers.forms.bodies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.figures.CellReader;
import xiangbao.readers.forms.figures.FigurePlace;
import xiangbao.readers.forms.figures.FigureReading;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;
import xiangbao.readers.forms.wording.DayText;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Reads a 台账: one line per project, bridge or unit, columns by their headings, until the totals and the foot. */
public final class LedgerBody {
    /** Embeddings, overrides and isolates: what stands behind them is shown in another order than it is stored. */
    private static final Pattern TURNED = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private static final int LATEST_HEAD = 60;

    private final FormContext context;
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;
    private final List<Observation> observations = new ArrayList<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final LineUnits lineUnits;
    private boolean nothing;

    public LedgerBody(FormContext context) {
        this.context = context;
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
        this.lineUnits = new LineUnits(context.names(), context.period());
    }

    /** The row of the table's head that names most columns; empty when none names half of them. */
    public static Optional<Integer> top(SheetView view, FormRegion region, Form form) {
        int best = 0;
        int top = -1;
        int scanned = 0;
        for (RawRow row : view.rows(region.firstRow(), region.lastRow())) {
            if (++scanned > LATEST_HEAD) {
                break;
            }
            int score = score(view, form, row);
            if (score > best) {
                best = score;
                top = row.number();
            }
        }
        int needed = Math.max(1, (form.columns().size() + 1) / 2);
        return best >= needed ? Optional.of(top) : Optional.empty();
    }

    private static int score(SheetView view, Form form, RawRow row) {
        if (row.cells().stream().filter(cell -> !cell.isNumber()).count() < 1) {
            return 0;
        }
        List<Area> areas = view.mergedIn(row.number(), row.number());
        return Headings.score(view, form.columns(), row.number(), Headings.lastColumn(row, areas), areas);
    }

    /** Whether it says 无 where a line would stand; after {@link #read}. */
    public boolean saysNothing() {
        return nothing;
    }

    public List<Observation> read(int head) {
        List<RawRow> rows = view.rows(head, context.region().lastRow());
        List<Area> areas = view.mergedIn(head, head);
        int top = areas.stream().mapToInt(Area::firstRow).min().orElse(head);
        boolean grouped =
                form.columns().stream().anyMatch(column -> !column.group().isEmpty());
        top = Math.max(context.region().firstRow(), grouped ? Math.min(top, head - 1) : Math.min(top, head));
        int bottom = head;
        for (RawRow row : view.rows(head + 1, head + 2)) {
            if (isNumbering(row)) {
                bottom = row.number();
            }
        }
        TableColumns columns = TableColumns.match(
                view,
                form.columns(),
                top,
                bottom,
                0,
                Headings.lastColumn(rows.get(0), areas),
                Set.of(),
                context.units(),
                findings);
        List<RawRow> lines = lines(view.rows(bottom + 1, context.region().lastRow()), columns);
        if (refusePersonalData(head, columns, lines)) {
            return List.of();
        }
        checkColumns(head, columns);
        checkMerged(columns, lines);
        hintHiddenColumns(head, columns, lines);
        for (RawRow line : lines) {
            line(line.number(), columns);
        }
        return observations;
    }

    /** 甲 乙 1 2 3 below the headings. */
    private static boolean isNumbering(RawRow row) {
        int numbers = 0;
        for (RawCell cell : row.cells()) {
            String text = SheetView.text(cell).replaceAll("[() ]", "");
            if (text.isEmpty() || text.matches("[甲乙丙丁戊己庚辛壬癸]")) {
                continue;
            }
            if (!text.matches("0?" + (numbers + 1))) {
                return false;
            }
            numbers++;
        }
        return row.cells().size() > 1
                && (numbers > 1
                        || row.cells().stream().anyMatch(cell -> cell.text().equals("甲")));
    }

    private List<RawRow> lines(List<RawRow> rows, TableColumns columns) {
        List<RawRow> lines = new ArrayList<>();
        for (RawRow row : rows) {
            if (TableEnd.isIn(row)) {
                break;
            }
            nothing |= isNothing(row, columns);
            boolean filled = columns.found().values().stream()
                    .anyMatch(column -> !CellReader.isBlank(view.sheet().cell(row.number(), column)));
            if (!filled || isTotal(row, columns) || isNothing(row, columns) || isNumbering(row)) {
                continue;
            }
            boolean headAgain = row.cells().stream().noneMatch(RawCell::isNumber)
                    && score(view, form, row) >= Math.max(2, (form.columns().size() + 1) / 2);
            if (!headAgain) {
                lines.add(row);
            }
        }
        return lines;
    }

    /** A row whose first words are 合计 and the like; its figures are never read as a line. In the column of units it claims to be one of them. */
    private boolean isTotal(RawRow row, TableColumns columns) {
        int unitColumn = form.lineUnit().map(columns.found()::get).orElse(-1);
        int texts = 0;
        for (RawCell cell : row.cells()) {
            if (cell.isNumber() || PlainText.compact(cell.text()).isEmpty()) {
                continue;
            }
            if (LineUnits.isTotal(cell.text(), context.names())) {
                return cell.column() != unitColumn;
            }
            if (++texts >= 2) {
                return false;
            }
        }
        return false;
    }

    /** A typed “无” instead of any line. */
    private boolean isNothing(RawRow row, TableColumns columns) {
        List<String> texts = columns.found().values().stream()
                .map(column -> SheetView.text(view.sheet().cell(row.number(), column)))
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.size() == 1
                && Filing.meant(texts.get(0).replace(" ", ""))
                        .filter(meant -> meant == Filing.ZERO)
                        .isPresent();
    }

    private boolean refusePersonalData(int head, TableColumns columns, List<RawRow> lines) {
        List<CellReference> cells = new ArrayList<>();
        columns.personal().forEach(column -> cells.add(view.at(head, column)));
        for (RawRow line : lines) {
            line.cells().stream()
                    .filter(PersonalData::isHeld)
                    .forEach(cell -> cells.add(view.at(cell.row(), cell.column())));
        }
        return PersonalData.refuse(cells, findings);
    }

    private void checkColumns(int head, TableColumns columns) {
        for (Column column : form.dataColumns()) {
            if (!columns.found().containsKey(column) && !columns.isTold(column) && column.required()) {
                findings.mandatory(
                                "COLUMN-MISSING",
                                "缺“" + column.title() + "”栏",
                                "请下载现行表式“" + form.code() + " " + form.title() + "”填报，不要删改栏目。")
                        .instance(column.code())
                        .at(view.at(head, 0))
                        .expected(column.code() + " " + column.title());
            }
        }
    }

    private void checkMerged(TableColumns columns, List<RawRow> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int first = lines.get(0).number();
        int last = lines.get(lines.size() - 1).number();
        for (Area area : view.mergedIn(first, last)) {
            boolean data = columns.found().values().stream()
                    .anyMatch(column -> column >= area.firstColumn() && column <= area.lastColumn());
            boolean line =
                    lines.stream().anyMatch(row -> row.number() >= area.firstRow() && row.number() <= area.lastRow());
            if (data && line) {
                findings.mandatory("MERGED-DATA", "填数的单元格 " + area.address() + " 被合并，分不清是哪一行的数", "请取消合并，逐格填写。")
                        .instance(area.address())
                        .at(view.at(area.firstRow(), area.firstColumn()))
                        .read(SheetView.text(view.sheet().cell(area.firstRow(), area.firstColumn())))
                        .expected("每格一个数");
            }
        }
    }

    private void hintHiddenColumns(int head, TableColumns columns, List<RawRow> lines) {
        for (int column : lines.isEmpty()
                ? Set.<Integer>of()
                : new TreeSet<>(columns.found().values())) {
            if (view.sheet().isColumnHidden(column)) {
                findings.group("HIDDEN-COLUMN", "隐藏的列也已读取", view.at(head, column), "", "请取消隐藏，核对这些数。");
            }
        }
    }

    private void line(int row, TableColumns columns) {
        UnitCode subject = context.unit().code();
        Optional<Column> unitColumn = form.lineUnit();
        Optional<ReportingUnit> about = Optional.empty();
        if (unitColumn.isPresent() && columns.found().containsKey(unitColumn.get())) {
            CellReference cell = view.at(row, columns.found().getOrDefault(unitColumn.get(), 0));
            String text = text(cell.row(), cell.column());
            LineUnits.Named named = lineUnits.named(text);
            about = Optional.ofNullable(named.unit());
            subject = about.map(ReportingUnit::code).orElse(subject);
            if (!named.doubt().isEmpty()) {
                notAMember(unitColumn.get(), named, text, cell);
            }
            if (named.stranger()) {
                return;
            }
        }
        String key = lineKey(row, columns, about);
        if (view.sheet().isRowHidden(row)) {
            findings.group("HIDDEN-ROW", "隐藏或被筛选掉的行也已读取", view.at(row, 0), "", "请取消隐藏和筛选，核对这些数。");
        }
        for (Column column : form.dataColumns()) {
            Indicator indicator = form.indicator(new IndicatorCode(form.code(), column.code()))
                    .orElseThrow();
            Integer sheetColumn = columns.found().get(column);
            if (sheetColumn == null) {
                observations.add(new Observation(
                        indicator.code(), key, subject, ObservationStatus.MISSING, null, null, "", null));
                continue;
            }
            CellReference reference = view.at(row, sheetColumn);
            RawCell raw = view.sheet().cell(row, sheetColumn);
            observations.add(observation(column, indicator, key, subject, about, reference, raw));
        }
    }

    private void notAMember(Column column, LineUnits.Named named, String text, CellReference cell) {
        List<String> near = named.stranger() ? List.of() : lineUnits.nearest(text);
        findings.mandatory(
                        "LINE-UNIT",
                        "第" + (cell.row() + 1) + "行的" + column.title() + " [" + column.code() + "]“"
                                + PlainText.shortened(text) + "”" + named.doubt() + "，这一行没有计入",
                        named.stranger() ? "请删去这一行，只逐个填写名册中的下级单位；合计由系统算出。" : "请填写规范的单位名称；不属于本县的不填。")
                .instance("第" + (cell.row() + 1) + "行")
                .about(new IndicatorCode(form.code(), column.code()))
                .at(cell)
                .read(PlainText.shortened(text))
                .expected(near.isEmpty() ? "名册中下级单位的名称" : String.join("、", near) + "（相近的名称）");
    }

    private String text(int row, int column) {
        return SheetView.text(view.sheet().cell(row, column));
    }

    private String lineKey(int row, TableColumns columns, Optional<ReportingUnit> about) {
        Optional<Column> keyColumn = form.lineKey();
        String key = "";
        if (keyColumn.isPresent() && keyColumn.get().kind() == ColumnKind.UNIT) {
            key = about.map(unit -> unit.code().text()).orElse("");
        } else if (keyColumn.isPresent() && columns.found().containsKey(keyColumn.get())) {
            key = text(row, columns.found().getOrDefault(keyColumn.get(), 0)).replace(" ", "");
        }
        if (key.isEmpty()) {
            key = "第" + (row + 1) + "行";
        } else if (keys.contains(key)) {
            Column column = keyColumn.orElseThrow();
            findings.mandatory(
                            "LINE-TWICE",
                            column.title() + "“" + key + "”出现不止一次",
                            "每个" + column.title() + "只能占一行，请核对后删去或改正。")
                    .instance(key + "@" + (row + 1))
                    .about(new IndicatorCode(form.code(), column.code()))
                    .at(view.at(row, columns.found().getOrDefault(column, 0)))
                    .read(key);
            key = key + "#第" + (row + 1) + "行";
        }
        keys.add(key);
        return key;
    }

    private Observation observation(
            Column column,
            Indicator indicator,
            String key,
            UnitCode subject,
            Optional<ReportingUnit> about,
            CellReference reference,
            @Nullable RawCell raw) {
        String stored = raw == null ? "" : raw.text();
        if (column.kind() == ColumnKind.NUMBER) {
            FigurePlace place = new FigurePlace(
                    indicator,
                    "“" + key + "”的" + column.title() + " [" + column.code() + "]",
                    key + "." + column.code(),
                    reference,
                    column.required(),
                    true,
                    column.measure().decimals() == null ? -1 : indicator.decimals());
            FigureReading reading = context.cells().figure(place, view.sheet(), raw);
            return new Observation(
                    indicator.code(), key, subject, reading.status(), reading.number(), null, stored, reference);
        }
        String text = SheetView.text(raw);
        if (raw != null && raw.struckThrough() && !text.isEmpty()) {
            problem("STRUCK-THROUGH", column, indicator, key, reference, "带删除线，不知是否有效", text, "", "请删去作废的内容并去掉删除线。");
            return new Observation(
                    indicator.code(), key, subject, ObservationStatus.UNREADABLE, null, null, stored, reference);
        }
        Shown shown = raw == null ? null : raw.shown();
        boolean hidden = shown != null
                && !shown.holdsContent()
                && !SheetView.stored(raw).isEmpty()
                && !SheetView.stored(raw).equals("0");
        if (hidden || raw != null && TURNED.matcher(raw.text()).find()) {
            problem(
                    "HIDDEN-VALUE",
                    column,
                    indicator,
                    key,
                    reference,
                    hidden ? "的单元格没有显示所存的内容" : "含有改变显示次序的控制字符",
                    hidden ? "显示“" + text + "”，所存“" + SheetView.stored(raw) + "”" : stored,
                    "显示的就是所存的内容",
                    hidden ? "请把单元格格式改为“常规”，核对后重新填写。" : "请清除这一格的内容，重新手工录入。");
            return new Observation(
                    indicator.code(), key, subject, ObservationStatus.UNREADABLE, null, null, stored, reference);
        }
        boolean nothing = text.isEmpty()
                || column.kind() != ColumnKind.TEXT && TypedFigure.of(text) instanceof TypedFigure.Missing;
        if (nothing) {
            if (column.required()) {
                problem("MISSING-VALUE", column, indicator, key, reference, "没有填写", text, column.title(), "请填写后重新报送。");
            }
            return new Observation(
                    indicator.code(), key, subject, ObservationStatus.MISSING, null, null, stored, reference);
        }
        String value = value(column, indicator, key, about, reference, raw, text);
        return new Observation(
                indicator.code(),
                key,
                subject,
                value == null ? ObservationStatus.UNREADABLE : ObservationStatus.REPORTED,
                null,
                value,
                stored,
                reference);
    }

    /** The content as text, or null when it is not what the column holds. */
    private @Nullable String value(
            Column column,
            Indicator indicator,
            String key,
            Optional<ReportingUnit> about,
            CellReference reference,
            @Nullable RawCell raw,
            String text) {
        if (text.startsWith("#") && raw != null && raw.kind() == xiangbao.readers.excel.workbook.CellKind.ERROR) {
            problem("ERROR-VALUE", column, indicator, key, reference, "是错误值", text, "", "请改正公式，或直接填写。");
            return null;
        }
        switch (column.kind()) {
            case DAY -> {
                Optional<LocalDate> day = raw != null && raw.isNumber() && raw.dateFormatted()
                        ? context.workbook().date(raw)
                        : DayText.day(text);
                if (day.isEmpty()) {
                    problem(
                            "NOT-A-DATE",
                            column,
                            indicator,
                            key,
                            reference,
                            "不是确定的日期",
                            text,
                            "如 2026-09-30",
                            "请填写年、月、日齐全的日期。");
                }
                return day.map(LocalDate::toString).orElse(null);
            }
            case CHOICE -> {
                String title = PlainText.title(text);
                Optional<String> choice = column.choices().stream()
                        .filter(option -> PlainText.title(option).equals(title))
                        .findFirst();
                if (choice.isEmpty()) {
                    problem(
                            "NOT-A-CHOICE",
                            column,
                            indicator,
                            key,
                            reference,
                            "不在可选范围内",
                            text,
                            String.join("、", column.choices()),
                            "请从列出的选项中选一个填写。");
                }
                return choice.orElse(null);
            }
            case UNIT -> {
                return about.map(unit -> unit.code().text()).orElse(null);
            }
            default -> {
                return column.kind() == ColumnKind.KEY ? text.replace(" ", "") : text;
            }
        }
    }

    private void problem(
            String code,
            Column column,
            Indicator indicator,
            String key,
            CellReference reference,
            String what,
            String actual,
            String expected,
            String remedy) {
        findings.mandatory(code, "“" + key + "”的" + column.title() + " [" + column.code() + "] " + what, remedy)
                .instance(key + "." + column.code())
                .about(indicator.code())
                .at(reference)
                .read(PlainText.shortened(actual))
                .expected(expected);
    }
}
