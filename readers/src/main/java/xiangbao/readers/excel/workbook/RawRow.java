package xiangbao.readers.excel.workbook;

import java.util.List;

/**
 * A row that has at least one non-empty cell.
 *
 * @param number zero-based
 * @param cells the non-empty cells, by ascending column
 */
public record RawRow(int number, List<RawCell> cells) {
    public RawRow {
        cells = List.copyOf(cells);
    }
}
