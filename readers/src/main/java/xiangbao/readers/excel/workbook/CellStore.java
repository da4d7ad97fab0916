package xiangbao.readers.excel.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.submissions.CellReference;

/** The cells of one sheet as growing arrays. Addresses come sorted from every honest writer; when they do not, they are sorted once. */
public final class CellStore {
    public static final int STRUCK = 1 << 16;
    public static final int ABSENT = 1 << 17;
    static final int FORMULA = 1 << 18;
    static final int COMMENT = 1 << 19;
    /** Above this bit stands which of the workbook's number formats the cell has. */
    public static final int FORMAT_SHIFT = 21;

    private static final int SHARED = 1 << 20;
    private static final int KIND_SHIFT = 14;
    private static final int KIND_MASK = 3 << KIND_SHIFT;
    private static final int COLUMN_MASK = (1 << 14) - 1;
    private static final CellKind[] KINDS = CellKind.values();

    private final List<String> sharedTexts;
    private final BitSet struckTexts;
    private final NumberFormats formats;
    private final List<String> ownTexts = new ArrayList<>();
    /** Column, kind, flags and number format of each cell. */
    private int[] heads = new int[64];
    /** Where the content is: in {@link #digits}, {@link #sharedTexts} or {@link #ownTexts}. */
    private int[] contents = new int[64];

    private int size;
    private byte[] digits = new byte[256];
    private int digitsUsed;
    private FormulaIndex formulas = new FormulaIndex();
    private RowIndex rows = new RowIndex();
    private boolean sorted = true;

    public CellStore(List<String> sharedTexts, BitSet struckTexts, NumberFormats formats) {
        this.sharedTexts = sharedTexts;
        this.struckTexts = struckTexts;
        this.formats = formats;
    }

    int size() {
        return size;
    }

    public int rowCount() {
        return rows.count();
    }

    public int rowNumber(int index) {
        return rows.number(index);
    }

    public int rowStart(int index) {
        return index == rows.count() ? size : rows.start(index);
    }

    /** A number by its stored digits, ASCII, at most 255. */
    public void number(int row, int column, int flags, char[] text, int from, int length) {
        if (digitsUsed + length + 1 > digits.length) {
            digits = Arrays.copyOf(digits, Math.max(digits.length * 2, digitsUsed + length + 1));
        }
        int start = digitsUsed;
        digits[digitsUsed++] = (byte) length;
        for (int index = from; index < from + length; index++) {
            digits[digitsUsed++] = (byte) text[index];
        }
        append(row, column, flags, CellKind.NUMBER, start);
    }

    public void sharedText(int row, int column, int flags, int index) {
        append(row, column, flags | SHARED | (struckTexts.get(index) ? STRUCK : 0), CellKind.TEXT, index);
    }

    public void text(int row, int column, int flags, CellKind kind, String text) {
        ownTexts.add(text);
        append(row, column, flags, kind, ownTexts.size() - 1);
    }

    /** The formula of the cell that was added last. */
    public void formula(StoredFormula formula) {
        heads[size - 1] |= FORMULA;
        formulas.put(size - 1, formula);
    }

    void add(RawCell cell) throws Unreadable {
        int flags = formats.number(cell.format()) << FORMAT_SHIFT
                | (cell.struckThrough() ? STRUCK : 0)
                | (cell.cachedValueAbsent() ? ABSENT : 0)
                | (cell.hasComment() ? COMMENT : 0);
        if (cell.kind() == CellKind.NUMBER) {
            char[] text = cell.text().toCharArray();
            number(cell.row(), cell.column(), flags, text, 0, text.length);
        } else {
            text(cell.row(), cell.column(), flags, cell.kind(), cell.text());
        }
        String formula = cell.formula();
        if (formula != null) {
            formula(StoredFormula.own(formula));
        }
    }

    private void append(int row, int column, int flags, CellKind kind, int content) {
        int last = rows.last();
        if (last != row) {
            sorted &= last < row;
            rows.add(row, size);
        } else if ((heads[size - 1] & COLUMN_MASK) >= column) {
            sorted = false;
        }
        if (size == heads.length) {
            heads = Arrays.copyOf(heads, size + (size >> 1));
            contents = Arrays.copyOf(contents, size + (size >> 1));
        }
        heads[size] = column | flags | kind.ordinal() << KIND_SHIFT;
        contents[size++] = content;
    }

    /** Brings the cells into reading order; the address of a cell that is there twice, or null. */
    @Nullable
    public String finish() {
        if (sorted) {
            return null;
        }
        long[] order = new long[size];
        for (int row = 0; row < rows.count(); row++) {
            for (int cell = rowStart(row); cell < rowStart(row + 1); cell++) {
                long address = (long) rows.number(row) << 14 | heads[cell] & COLUMN_MASK;
                order[cell] = address << 28 | cell;
            }
        }
        Arrays.sort(order);
        int[] oldHeads = heads;
        int[] oldContents = contents;
        FormulaIndex oldFormulas = formulas;
        heads = new int[size];
        contents = new int[size];
        rows = new RowIndex();
        formulas = new FormulaIndex();
        int count = size;
        size = 0;
        long previous = -1;
        for (int index = 0; index < count; index++) {
            long address = order[index] >> 28;
            int row = (int) (address >> 14);
            int from = (int) (order[index] & (1 << 28) - 1);
            if (address == previous) {
                return CellReference.columnName((int) (address & COLUMN_MASK)) + (row + 1);
            }
            previous = address;
            int head = oldHeads[from];
            append(
                    row,
                    head & COLUMN_MASK,
                    head & ~COLUMN_MASK & ~KIND_MASK,
                    KINDS[(head & KIND_MASK) >> KIND_SHIFT],
                    oldContents[from]);
            StoredFormula formula = oldFormulas.of(from);
            if (formula != null) {
                formulas.put(index, formula);
            }
        }
        sorted = true;
        return null;
    }

    /** Notes that a comment hangs on a cell; an empty cell keeps none. */
    public void comment(int row, int column) {
        int index = indexOf(row, column);
        if (index >= 0) {
            heads[index] |= COMMENT;
        }
    }

    /** The index of a cell after {@link #finish()}, negative when it is empty. */
    public int indexOf(int row, int column) {
        int index = rows.indexOf(row);
        if (index < 0) {
            return -1;
        }
        int low = rowStart(index);
        int high = rowStart(index + 1) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = heads[middle] & COLUMN_MASK;
            if (found == column) {
                return middle;
            }
            if (found < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The index of the first non-empty row that is not above the given one. */
    public int firstRowFrom(int row) {
        int index = rows.indexOf(row);
        return index < 0 ? -index - 1 : index;
    }

    public int column(int index) {
        return heads[index] & COLUMN_MASK;
    }

    public RawCell get(int index) {
        int head = heads[index];
        CellKind kind = KINDS[(head & KIND_MASK) >> KIND_SHIFT];
        int content = contents[index];
        String text;
        if (kind == CellKind.NUMBER) {
            text = new String(digits, content + 1, digits[content] & 0xff, StandardCharsets.US_ASCII);
        } else {
            text = (head & SHARED) != 0 ? sharedTexts.get(content) : ownTexts.get(content);
        }
        int row = rows.numberAt(index);
        int column = head & COLUMN_MASK;
        StoredFormula formula = (head & FORMULA) == 0 ? null : formulas.of(index);
        return new RawCell(
                row,
                column,
                kind,
                text,
                formula == null ? null : formula.at(row, column),
                (head & ABSENT) != 0,
                formats.get(head >>> FORMAT_SHIFT),
                (head & STRUCK) != 0,
                (head & COMMENT) != 0);
    }
}
