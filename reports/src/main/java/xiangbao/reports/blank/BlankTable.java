package xiangbao.reports.blank;

import java.util.List;

/** The table of a blank sheet: a matrix or a ledger. */
interface BlankTable {
    /** The form's own columns. */
    List<BlankColumn> columns();

    /** The columns with what was reported before; they stand apart, are not printed and not read. */
    List<BlankColumn> references();

    /** Draws the rows; answers the first row below them. */
    int body(int firstRow, int firstReference);

    int frozenColumns();

    /** 计量单位 for the whole form; empty where the rows or columns say it. */
    String measure();

    /** What has to be said about this sheet besides the form's own notes; to be asked when the rows are drawn. */
    List<String> notes();
}
