package xiangbao.readers.excel.workbook;

import java.util.Arrays;

/** Where the rows of a sheet begin among its cells, in the order in which they came. */
final class RowIndex {
    private int[] numbers = new int[16];
    private int[] starts = new int[16];
    private int count;

    int count() {
        return count;
    }

    int number(int index) {
        return numbers[index];
    }

    /** The first cell of a row. */
    int start(int index) {
        return starts[index];
    }

    /** The number of the row that came last, or -1. */
    int last() {
        return count == 0 ? -1 : numbers[count - 1];
    }

    void add(int row, int start) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        numbers[count] = row;
        starts[count++] = start;
    }

    /** Where a row stands once all are sorted; negative, as a binary search tells it, when it is not there. */
    int indexOf(int row) {
        return Arrays.binarySearch(numbers, 0, count, row);
    }

    /** The number of the row that a cell stands in. */
    int numberAt(int cell) {
        int found = Arrays.binarySearch(starts, 0, count, cell);
        return numbers[found < 0 ? -found - 2 : found];
    }
}
