package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.NumberFormats;
import xiangbao.readers.excel.workbook.StoredDecimal;
import xiangbao.readers.excel.workbook.StoredFormula;
import xiangbao.readers.excel.workbook.Unreadable;

/** Keeps what stands in the cells of one sheet, each by its type. */
final class CellContents {
    private final CellStore cells;
    private final SharedTexts sharedTexts;
    private final ReadingBudget budget;
    private final boolean epoch1904;
    private int row;
    private int column;
    private int flags;
    private @Nullable StoredFormula formula;

    CellContents(CellStore cells, SharedTexts sharedTexts, ReadingBudget budget, boolean epoch1904) {
        this.cells = cells;
        this.sharedTexts = sharedTexts;
        this.budget = budget;
        this.epoch1904 = epoch1904;
    }

    /** The cell that is stored next. */
    void at(int row, int column, int flags, @Nullable StoredFormula formula) {
        this.row = row;
        this.column = column;
        this.flags = flags;
        this.formula = formula;
    }

    void store(String type, TextBuffer value) throws IOException {
        switch (type) {
            case "n" -> {
                value.trim();
                if (value.length() == 0) {
                    absent();
                } else if (StoredDecimal.isBelievable(value.characters(), value.length())) {
                    budget.cell();
                    cells.number(row, column, flags, value.characters(), 0, value.length());
                    storeFormula();
                } else {
                    add(CellKind.ERROR, value.toString());
                }
            }
            case "s" -> {
                value.trim();
                if (value.length() == 0) {
                    absent();
                    return;
                }
                int index = sharedIndex(value);
                if (index >= sharedTexts.texts().size()) {
                    throw SheetNumbers.damaged();
                }
                if (formula != null || !sharedTexts.texts().get(index).isEmpty()) {
                    budget.cell();
                    cells.sharedText(row, column, flags, index);
                    storeFormula();
                }
            }
            case "b" -> {
                value.trim();
                if (value.length() == 0) {
                    absent();
                } else {
                    add(CellKind.BOOLEAN, XmlValues.isTrue(value.toString()) ? "TRUE" : "FALSE");
                }
            }
            case "e" -> {
                value.trim();
                add(CellKind.ERROR, value.toString());
            }
            case "d" -> {
                value.trim();
                isoDate(value.toString());
            }
            default -> text(XmlValues.decoded(value.toString()));
        }
    }

    private int sharedIndex(TextBuffer value) throws Unreadable {
        char[] characters = value.characters();
        int index = 0;
        for (int at = 0; at < value.length(); at++) {
            int digit = characters[at] - '0';
            if (digit < 0 || digit > 9 || index > 100_000_000) {
                throw SheetNumbers.damaged();
            }
            index = index * 10 + digit;
        }
        return index;
    }

    private void absent() throws Unreadable {
        if (formula != null) {
            flags |= CellStore.ABSENT;
            add(CellKind.TEXT, "");
        }
    }

    void text(String text) throws Unreadable {
        if (!text.isEmpty() || formula != null) {
            add(CellKind.TEXT, text);
        }
    }

    private void add(CellKind kind, String text) throws Unreadable {
        budget.cell();
        budget.text(text.length());
        cells.text(row, column, flags, kind, text);
        storeFormula();
    }

    private void storeFormula() {
        if (formula != null) {
            cells.formula(formula);
        }
    }

    private void isoDate(String text) throws Unreadable {
        char[] digits;
        try {
            digits = IsoDates.serial(text, epoch1904).toPlainString().toCharArray();
        } catch (DateTimeException unknown) {
            text(text);
            return;
        }
        budget.cell();
        cells.number(row, column, dated(flags), digits, 0, digits.length);
        storeFormula();
    }

    private static int dated(int flags) {
        return flags >>> CellStore.FORMAT_SHIFT == NumberFormats.PLAIN
                ? flags | NumberFormats.DATE << CellStore.FORMAT_SHIFT
                : flags;
    }
}
