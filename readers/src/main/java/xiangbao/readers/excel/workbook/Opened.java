package xiangbao.readers.excel.workbook;

/** What opening a file ends in: its workbook, or the reason why there is none. */
public sealed interface Opened permits RawWorkbook, Rejection {}
