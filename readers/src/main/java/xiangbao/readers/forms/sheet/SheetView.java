package xiangbao.readers.forms.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.submissions.CellReference;

/** A sheet as a reader of headings looks at it: texts, and merged cells that speak for every cell they cover. */
public final class SheetView {
    private final RawSheet sheet;
    private final List<RawRow> rows;
    private final List<Area> merged;

    public SheetView(RawSheet sheet) {
        this.sheet = sheet;
        this.rows = sheet.rows();
        this.merged =
                sheet.merged().stream().filter(area -> !area.isSingleCell()).toList();
    }

    public RawSheet sheet() {
        return sheet;
    }

    /** Non-empty rows between two row numbers, both inclusive. */
    public List<RawRow> rows(int from, int to) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).number() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < rows.size() && rows.get(end).number() <= to) {
            end++;
        }
        return rows.subList(low, end);
    }

    public int lastRow() {
        return rows.isEmpty() ? -1 : rows.get(rows.size() - 1).number();
    }

    /** Whether there is anything to be read at all. */
    public boolean isBlank() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .allMatch(cell -> !cell.isNumber()
                        && !cell.isFormula()
                        && PlainText.of(cell.text()).isEmpty());
    }

    /** Whether it holds no more than words below each other: nothing in it is a figure, or stands beside anything. */
    public boolean isProse() {
        return rows.stream()
                .allMatch(row -> row.cells().size() == 1
                        && !row.cells().get(0).isNumber()
                        && !row.cells().get(0).isFormula());
    }

    /** The first cell that holds anything. */
    public Optional<RawCell> first() {
        return rows.stream().flatMap(row -> row.cells().stream()).findFirst();
    }

    public CellReference at(int row, int column) {
        return new CellReference(sheet.name(), row, column);
    }

    /** Merged areas that touch the rows. */
    public List<Area> mergedIn(int from, int to) {
        List<Area> touching = new ArrayList<>();
        for (Area area : merged) {
            if (area.firstRow() <= to && area.lastRow() >= from) {
                touching.add(area);
            }
        }
        return touching;
    }

    /** The folded text of a cell; of a merged area's first cell for every cell that it covers; empty when there is none. */
    public String text(int row, int column, List<Area> areas) {
        return text(cell(row, column, areas));
    }

    /** A cell; of a merged area the first one for every cell that it covers. */
    @Nullable
    public RawCell cell(int row, int column, List<Area> areas) {
        RawCell cell = sheet.cell(row, column);
        if (cell == null) {
            for (Area area : areas) {
                if (area.contains(row, column)) {
                    return sheet.cell(area.firstRow(), area.firstColumn());
                }
            }
        }
        return cell;
    }

    /** What the cell shows, folded. */
    public static String text(@Nullable RawCell cell) {
        Shown shown = cell == null ? null : cell.shown();
        return shown == null ? stored(cell) : PlainText.of(shown.text());
    }

    /** What the cell stores, folded. */
    public static String stored(@Nullable RawCell cell) {
        if (cell == null) {
            return "";
        }
        return cell.kind() == CellKind.NUMBER ? digits(cell) : PlainText.of(cell.text());
    }

    /** The stored number in plain digits. */
    private static String digits(RawCell cell) {
        BigDecimal number = cell.decimal();
        return Math.abs((long) number.scale()) > 40
                ? cell.text()
                : number.stripTrailingZeros().toPlainString();
    }
}
