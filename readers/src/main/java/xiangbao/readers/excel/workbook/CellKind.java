package xiangbao.readers.excel.workbook;

/** What a cell stores. A figure whose text is no believable decimal, such as {@code 1E+2000000000}, is an ERROR that keeps its text. */
public enum CellKind {
    NUMBER,
    TEXT,
    BOOLEAN,
    ERROR
}
