package xiangbao.readers.excel.workbook;

/**
 * The text of a formula; a shared one is written once, for the first cell of its range, and shifts for the others when they are asked.
 *
 * @param row of the cell that the text is written for
 * @param column of the cell that the text is written for
 */
public record StoredFormula(String text, boolean shared, int row, int column) {
    public static StoredFormula own(String text) {
        return new StoredFormula(text, false, 0, 0);
    }

    public static StoredFormula shared(String text, int row, int column) {
        return new StoredFormula(text, true, row, column);
    }

    String at(int cellRow, int cellColumn) {
        return shared && (cellRow != row || cellColumn != column)
                ? ShiftedFormula.of(text, cellRow - row, cellColumn - column)
                : text;
    }
}
