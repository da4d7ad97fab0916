package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xiangbao.readers.excel.format.NumberFormat;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Visibility;
import xiangbao.statistics.submissions.CellReference;

/** A sheet made by hand, addressed as a clerk addresses it. */
public final class SheetMaker {
    private final Map<CellReference, RawCell> cells = new TreeMap<>();
    private final List<Area> merged = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private String name = "Sheet1";
    private Visibility visibility = Visibility.VISIBLE;

    static CellReference address(String address) {
        int column = 0;
        int at = 0;
        while (Character.isLetter(address.charAt(at))) {
            column = column * 26 + address.charAt(at++) - 'A' + 1;
        }
        return new CellReference("", Integer.parseInt(address.substring(at)) - 1, column - 1);
    }

    public SheetMaker named(String sheetName) {
        name = sheetName;
        return this;
    }

    SheetMaker hideRow(int row) {
        hiddenRows.set(row - 1);
        return this;
    }

    SheetMaker hidden() {
        visibility = Visibility.HIDDEN;
        return this;
    }

    public SheetMaker text(String address, String text) {
        return put(address, CellKind.TEXT, text, null, false, NumberFormat.PLAIN, false);
    }

    public SheetMaker number(String address, String text) {
        return put(address, CellKind.NUMBER, text, null, false, NumberFormat.PLAIN, false);
    }

    SheetMaker percent(String address, String text) {
        return put(address, CellKind.NUMBER, text, null, false, NumberFormat.of("0%"), false);
    }

    SheetMaker day(String address, String serial) {
        return put(address, CellKind.NUMBER, serial, null, false, NumberFormat.of("yyyy-mm-dd"), false);
    }

    /** Gives the cell at an address a number format. */
    SheetMaker format(String address, String code) {
        RawCell cell = java.util.Objects.requireNonNull(cells.get(address(address)));
        return put(
                address,
                cell.kind(),
                cell.text(),
                cell.formula(),
                cell.cachedValueAbsent(),
                NumberFormat.of(code),
                cell.struckThrough());
    }

    SheetMaker struck(String address, String text) {
        return put(address, CellKind.NUMBER, text, null, false, NumberFormat.PLAIN, true);
    }

    SheetMaker error(String address, String text) {
        return put(address, CellKind.ERROR, text, null, false, NumberFormat.PLAIN, false);
    }

    SheetMaker formula(String address, String formula, String cached) {
        return put(address, CellKind.NUMBER, cached, formula, false, NumberFormat.PLAIN, false);
    }

    SheetMaker uncomputed(String address, String formula) {
        return put(address, CellKind.TEXT, "", formula, true, NumberFormat.PLAIN, false);
    }

    SheetMaker clear(String address) {
        cells.remove(address(address));
        return this;
    }

    SheetMaker merge(String first, String last) {
        CellReference from = address(first);
        CellReference to = address(last);
        merged.add(new Area(from.row(), from.column(), to.row(), to.column()));
        return this;
    }

    /** A row of texts from column A; what looks like a plain number becomes one, and an empty text stays empty. */
    public SheetMaker row(int row, String... values) {
        for (int column = 0; column < values.length; column++) {
            String value = values[column];
            String address = CellReference.columnName(column) + row;
            if (value.matches("-?[1-9]\\d*(\\.\\d+)?|0")) {
                number(address, value);
            } else if (!value.isEmpty()) {
                text(address, value);
            }
        }
        return this;
    }

    /** Moves everything from a row on downwards, as inserting rows does. */
    SheetMaker insertRows(int before, int count) {
        List<RawCell> moved = new ArrayList<>(cells.values());
        cells.clear();
        for (RawCell cell : moved) {
            int row = cell.row() + 1 >= before ? cell.row() + count : cell.row();
            keep(cell, row, cell.column());
        }
        return this;
    }

    SheetMaker insertColumn(int before) {
        List<RawCell> moved = new ArrayList<>(cells.values());
        cells.clear();
        for (RawCell cell : moved) {
            keep(cell, cell.row(), cell.column() >= before ? cell.column() + 1 : cell.column());
        }
        return this;
    }

    /** Appends another sheet's cells below this one's. */
    SheetMaker below(SheetMaker other, int rows) {
        for (RawCell cell : other.cells.values()) {
            keep(cell, cell.row() + rows, cell.column());
        }
        return this;
    }

    private void keep(RawCell cell, int row, int column) {
        cells.put(
                new CellReference("", row, column),
                new RawCell(
                        row,
                        column,
                        cell.kind(),
                        cell.text(),
                        cell.formula(),
                        cell.cachedValueAbsent(),
                        cell.format(),
                        cell.struckThrough(),
                        cell.hasComment()));
    }

    private SheetMaker put(
            String address,
            CellKind kind,
            String text,
            @org.jspecify.annotations.Nullable String formula,
            boolean absent,
            NumberFormat format,
            boolean struck) {
        CellReference at = address(address);
        cells.put(at, new RawCell(at.row(), at.column(), kind, text, formula, absent, format, struck, false));
        return this;
    }

    RawSheet make() {
        return RawSheet.of(name, visibility, List.copyOf(cells.values()), merged, hiddenRows);
    }

    public static RawWorkbook workbook(SheetMaker... sheets) {
        List<RawSheet> made = new ArrayList<>();
        for (SheetMaker sheet : sheets) {
            made.add(sheet.make());
        }
        return new RawWorkbook(RawWorkbook.XLSX, made, false, false, Map.of(), Map.of());
    }
}
