package xiangbao.readers.excel.workbook;

/** Whether a clerk sees a sheet; a very hidden one appears in no menu. */
public enum Visibility {
    VISIBLE,
    HIDDEN,
    VERY_HIDDEN
}
