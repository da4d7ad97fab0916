package xiangbao.readers.excel.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formulas of a sheet, by the cells that they stand in, ascending. */
final class FormulaIndex {
    private final List<StoredFormula> formulas = new ArrayList<>();
    private int[] cells = new int[16];

    void put(int cell, StoredFormula formula) {
        if (formulas.size() == cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        cells[formulas.size()] = cell;
        formulas.add(formula);
    }

    @Nullable
    StoredFormula of(int cell) {
        int index = Arrays.binarySearch(cells, 0, formulas.size(), cell);
        return index < 0 ? null : formulas.get(index);
    }
}
