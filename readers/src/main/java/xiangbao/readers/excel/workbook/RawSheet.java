package xiangbao.readers.excel.workbook;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet's non-empty cells, in reading order. Held as a few arrays, 8 bytes a cell and the content, so that a ledger of 200,000 lines
 * stays small; rows and cells are made when they are asked for.
 */
public final class RawSheet {
    private final String name;
    private final Visibility visibility;
    private final CellStore cells;
    private final List<Area> merged;
    private final BitSet hiddenRows;
    private final BitSet hiddenColumns;

    public RawSheet(
            String name,
            Visibility visibility,
            CellStore cells,
            List<Area> merged,
            BitSet hiddenRows,
            BitSet hiddenColumns) {
        this.name = name;
        this.visibility = visibility;
        this.cells = cells;
        this.merged = List.copyOf(merged);
        this.hiddenRows = hiddenRows;
        this.hiddenColumns = hiddenColumns;
    }

    /** A sheet made of the given cells, in any order; for those who have no file. */
    public static RawSheet of(String name, Visibility visibility, List<RawCell> cells, List<Area> merged) {
        return of(name, visibility, cells, merged, new BitSet());
    }

    /** The same with hidden rows. */
    public static RawSheet of(
            String name, Visibility visibility, List<RawCell> cells, List<Area> merged, BitSet hiddenRows) {
        CellStore store = new CellStore(List.of(), new BitSet(), new NumberFormats());
        try {
            for (RawCell cell : cells) {
                store.add(cell);
            }
        } catch (Unreadable tooManyFormats) {
            throw new IllegalArgumentException(name, tooManyFormats);
        }
        if (store.finish() != null) {
            throw new IllegalArgumentException("two cells at one address in " + name);
        }
        return new RawSheet(name, visibility, store, merged, hiddenRows, new BitSet());
    }

    public String name() {
        return name;
    }

    public Visibility visibility() {
        return visibility;
    }

    /** The rows that hold anything, ascending; each is made anew when it is asked for. */
    public List<RawRow> rows() {
        return new AbstractList<>() {
            @Override
            public RawRow get(int index) {
                int from = cells.rowStart(index);
                int to = cells.rowStart(index + 1);
                List<RawCell> row = new ArrayList<>(to - from);
                for (int cell = from; cell < to; cell++) {
                    row.add(cells.get(cell));
                }
                return new RawRow(cells.rowNumber(index), row);
            }

            @Override
            public int size() {
                return cells.rowCount();
            }
        };
    }

    /** The cell at a zero-based address, or null when it is empty. */
    public @Nullable RawCell cell(int row, int column) {
        int index = cells.indexOf(row, column);
        return index < 0 ? null : cells.get(index);
    }

    /** How many cells are not empty. */
    public int cellCount() {
        return cells.size();
    }

    public List<Area> merged() {
        return merged;
    }

    public boolean isRowHidden(int row) {
        return hiddenRows.get(row);
    }

    public boolean isColumnHidden(int column) {
        return hiddenColumns.get(column);
    }

    public CellStore store() {
        return cells;
    }

    @Override
    public String toString() {
        return name + " (" + cells.size() + " cells)";
    }
}
