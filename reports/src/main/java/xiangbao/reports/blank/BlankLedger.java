package xiangbao.reports.blank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;

/**
 * A blank 台账. The lines of the last period bring their number and names along, never a figure, a day or a choice: whoever sends it back as it is gets told
 * what is missing.
 */
final class BlankLedger implements BlankTable {
    private static final int EMPTY_LINES = 30;
    /** A ledger with more columns than these can only be printed with narrow ones. */
    private static final int MANY_COLUMNS = 16;

    private static final double NARROWER = 0.6;

    private final BlankCanvas canvas;
    private final BlankWorkbook workbook;
    private final BlankForm blank;
    private final Form form;
    private final List<LedgerLine> lines;
    private final List<Column> referred;

    BlankLedger(BlankCanvas canvas, BlankWorkbook workbook, BlankForm blank) {
        this.canvas = canvas;
        this.workbook = workbook;
        this.blank = blank;
        this.form = blank.form();
        lines = LedgerLine.of(workbook, blank);
        boolean formers = lines.stream().anyMatch(line -> !line.former().isEmpty());
        referred = formers
                ? form.dataColumns().stream()
                        .filter(column -> !LedgerLine.isName(column))
                        .toList()
                : List.of();
    }

    @Override
    public List<BlankColumn> columns() {
        List<BlankColumn> slots = new ArrayList<>();
        for (Column column : form.columns()) {
            String unit = column.measure().unit();
            boolean told = unit == null || unit.isEmpty() || column.title().contains("（");
            String heading = column.title() + (told ? "" : "\n（" + unit + "）");
            double width = canvas.width(sample(column));
            if (form.columns().size() > MANY_COLUMNS && column.kind() == ColumnKind.NUMBER) {
                width = width * NARROWER;
            }
            for (LedgerLine line : lines) {
                String name = line.names().get(column.code());
                width = name == null ? width : Math.max(width, Math.min(30, TextWidth.of(name) + 2));
            }
            slots.add(new BlankColumn(column.group(), heading, column.code(), width));
        }
        return slots;
    }

    private String sample(Column column) {
        return column.comparison()
                ? "rpt.compared"
                : switch (column.kind()) {
                    case NUMBER -> "rpt.input";
                    case DAY -> "rpt.day";
                    case TEXT -> "rpt.text";
                    case CHOICE -> "rpt.choice";
                    // the key's look has no line at its left: it usually stands first
                    case KEY -> form.columns().indexOf(column) == 0 ? "rpt.key" : "rpt.choice";
                    case UNIT -> "rpt.named";
                };
    }

    @Override
    public List<BlankColumn> references() {
        return referred.stream()
                .map(column -> BlankColumn.reference(blank.formerly() + column.title(), canvas.width("rpt.former")))
                .toList();
    }

    @Override
    public int frozenColumns() {
        return form.dataColumns().size() > 1 && form.dataColumns().get(1).kind() == ColumnKind.TEXT ? 2 : 1;
    }

    @Override
    public String measure() {
        return "";
    }

    @Override
    public int body(int firstRow, int firstReference) {
        int count = listsUnits()
                ? lines.size()
                : blank.lines().isPresent()
                        ? Math.max(lines.size(), blank.lines().getAsInt())
                        : lines.size() + EMPTY_LINES;
        for (int index = 0; index < count; index++) {
            int at = firstRow + index;
            LedgerLine line = index < lines.size() ? lines.get(index) : null;
            line(at, line);
            if (line != null) {
                for (int reference = 0; reference < referred.size(); reference++) {
                    Column column = referred.get(reference);
                    former(at, firstReference + reference, column, line.former().get(column.code()));
                }
            }
            canvas.height(at, canvas.height("rpt.first"));
        }
        validate(firstRow, firstRow + count - 1);
        return firstRow + count;
    }

    private boolean listsUnits() {
        return form.lineKey().filter(column -> column.kind() == ColumnKind.UNIT).isPresent();
    }

    private void line(int at, @Nullable LedgerLine line) {
        List<Column> columns = form.columns();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            if (column.comparison()) {
                canvas.blank(at, index, "rpt.compared");
                continue;
            }
            if (column.kind() == ColumnKind.NUMBER) {
                Integer decimals = column.measure().decimals();
                canvas.figureCell(at, index, decimals == null ? 0 : decimals, sample(column));
            } else {
                canvas.openCell(at, index, sample(column));
            }
            String name = line == null ? null : line.names().get(column.code());
            if (name != null) {
                canvas.write(at, index, name);
            }
        }
    }

    private void validate(int firstRow, int lastRow) {
        List<Column> columns = form.columns();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            CellRangeAddressList cells = new CellRangeAddressList(firstRow, lastRow, index, index);
            if (column.comparison()) {
                continue;
            }
            switch (column.kind()) {
                case NUMBER -> {
                    Integer decimals = column.measure().decimals();
                    canvas.rules().figures(cells, decimals == null ? 0 : decimals, true, column.title());
                }
                case DAY -> canvas.rules().days(cells, column.title());
                case CHOICE -> canvas.rules().choices(cells, column.choices(), column.title());
                case UNIT ->
                    canvas.rules()
                            .choices(
                                    cells,
                                    LedgerLine.townships(workbook, blank).stream()
                                            .map(ReportingUnit::name)
                                            .toList(),
                                    column.title());
                default -> {}
            }
        }
    }

    private void former(int at, int column, Column of, @Nullable Observation observation) {
        if (observation == null) {
            return;
        }
        BigDecimal number = observation.number();
        String text = observation.text();
        if (number != null) {
            Integer decimals = of.measure().decimals();
            canvas.number(at, column, number, decimals == null ? 0 : decimals, "rpt.former");
        } else if (text != null) {
            canvas.text(at, column, text, "rpt.formertext");
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (listsUnits()) {
            notes.add("一个乡镇（街道）一行，逐行填写；没有发生的填 0，不得空白。");
        } else if (blank.lines().isPresent()) {
            notes.add("按名册留了 " + blank.lines().getAsInt() + " 行，一行一项，每行都要填；行数不对的，请与县里核对名册。");
        } else if (lines.isEmpty()) {
            notes.add("一行一项，填写" + key() + "和各栏。行不够时在中间插入行。");
        } else {
            notes.add("一行一项。上期报过的" + key() + "、名称已经带出，请逐行填本期的数；不再报的把这一行白色的格清空，新增的接着往下填。行不够时在中间插入行。");
        }
        return notes;
    }

    private String key() {
        return form.lineKey().map(Column::title).orElse("编号");
    }
}
