package xiangbao.statistics.forms;

/** How a form is laid out. */
public enum Layout {
    /** 综合表: rows by columns; single cells are a matrix with one column. */
    MATRIX,
    /** 台账: one line per project, bridge or village, found by its key. */
    LEDGER
}
