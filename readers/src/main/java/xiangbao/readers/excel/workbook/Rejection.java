package xiangbao.readers.excel.workbook;

import xiangbao.statistics.text.VisibleText;

/**
 * Why a file cannot be read as a workbook.
 *
 * @param code stable, such as {@code ENCRYPTED} or {@code ZIP-BOMB}
 * @param message what is wrong, in Chinese
 * @param remedy what to do, in Chinese
 */
public record Rejection(String code, String message, String remedy) implements Opened {
    private static final String SAVE_AS_XLSX = "请用 Excel 或 WPS 打开后“另存为”.xlsx 工作簿，再重新报送。";
    private static final String SAVE_AGAIN = "请在原来的电脑上用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后重新报送；打不开的，请从下发的空白表重新填写。";
    private static final String USE_BLANK_FORM = "请从下发的空白表重新填写后报送，不要使用来源不明的文件。";

    public static Rejection notAFile(String what) {
        return new Rejection("NOT-A-FILE", "这不是一个普通文件，而是" + what + "，没有读取。", "请直接放入填好的 .xlsx 文件。");
    }

    public static Rejection inaccessible() {
        return new Rejection("INACCESSIBLE", "文件无法读取（可能没有权限，或正被其他程序占用）。", "请关闭打开它的程序，或检查文件权限后重新报送。");
    }

    public static Rejection emptyFile() {
        return new Rejection("EMPTY-FILE", "文件是空的（0 字节），可能没有拷贝完整。", "请重新拷贝或重新保存后报送。");
    }

    public static Rejection fileTooLarge(int megabytes) {
        return new Rejection(
                "TOO-LARGE", "文件超过 " + megabytes + " MB，远大于一份报表应有的大小，没有读取。", "请删去图片、附件和无关的工作表，只保留报表，再重新报送。");
    }

    public static Rejection tooMuch(String what) {
        return new Rejection("TOO-LARGE", "工作簿中" + what + "，超出一份报表应有的规模，没有读取。", "请只保留报表本身，另存为新的 .xlsx 文件后重新报送。");
    }

    public static Rejection encrypted() {
        return new Rejection("ENCRYPTED", "工作簿设有打开密码或文档权限，无法读取。", "请在 Excel 或 WPS 中取消打开密码（文件—文档加密），保存后重新报送。");
    }

    public static Rejection macro() {
        return new Rejection("MACRO", "工作簿带有宏，为安全起见没有读取。", "请“另存为”不带宏的 .xlsx 工作簿，再重新报送。");
    }

    public static Rejection binaryWorkbook() {
        return new Rejection("XLSB", "这是 Excel 二进制工作簿（.xlsb），不能读取。", SAVE_AS_XLSX);
    }

    public static Rejection openDocument() {
        return new Rejection("ODS", "这是 OpenDocument 表格（.ods），不能读取。", SAVE_AS_XLSX);
    }

    public static Rejection html() {
        return new Rejection("HTML-AS-XLS", "这是网页（html）内容，只是扩展名像 Excel，常见于网站导出的“表格”。", SAVE_AS_XLSX);
    }

    public static Rejection xmlSpreadsheet() {
        return new Rejection("XML-SPREADSHEET", "这是 XML 表格（2003 格式），不能读取。", SAVE_AS_XLSX);
    }

    public static Rejection pdf() {
        return new Rejection("PDF", "这是 PDF 文件，不是工作簿。", "请报送填好的 .xlsx 工作簿，盖章扫描件另行存档。");
    }

    public static Rejection text() {
        return new Rejection("CSV-OR-TEXT", "这是文本文件（csv 或 txt），不是工作簿。", SAVE_AS_XLSX);
    }

    public static Rejection archive() {
        return new Rejection("ARCHIVE", "这是压缩包，不是工作簿。", "请解压后直接放入里面的 .xlsx 文件。");
    }

    public static Rejection oldWorkbook() {
        return new Rejection("OLD-XLS", "这是 Excel 95 或更早格式的工作簿，不能读取。", SAVE_AS_XLSX);
    }

    public static Rejection notAWorkbook() {
        return new Rejection("NOT-A-WORKBOOK", "文件内容不是 Excel 工作簿。", "请核对是否选错了文件，报送填好的 .xlsx 工作簿。");
    }

    public static Rejection damaged(String where) {
        return new Rejection("DAMAGED", "文件已损坏或不完整（" + printable(where) + "），无法读取。", SAVE_AGAIN);
    }

    public static Rejection bomb() {
        return new Rejection("ZIP-BOMB", "文件解压后的内容大得不正常，为安全起见停止读取。", USE_BLANK_FORM);
    }

    /** @param what an inner thing of which there is far too much */
    public static Rejection bomb(String what) {
        return new Rejection("ZIP-BOMB", "文件内部" + what + "，正常的工作簿不会有，为安全起见停止读取。", USE_BLANK_FORM);
    }

    public static Rejection slip() {
        return new Rejection("ZIP-SLIP", "文件内部含有指向外部目录的路径，为安全起见没有读取。", USE_BLANK_FORM);
    }

    public static Rejection duplicateEntry(String name) {
        return new Rejection("DUPLICATE-ENTRY", "文件内部有两个同名的部分（" + printable(name) + "），无法判断以哪一个为准。", SAVE_AGAIN);
    }

    public static Rejection entity() {
        return new Rejection("ENTITY", "文件内部含有实体声明（DOCTYPE），正常的工作簿不会有，为安全起见没有读取。", USE_BLANK_FORM);
    }

    public static Rejection dimensions(String where) {
        return new Rejection("DIMENSIONS", "单元格地址“" + printable(where) + "”超出 Excel 的行列范围。", SAVE_AGAIN);
    }

    public static Rejection merges(int limit) {
        return new Rejection("TOO-MANY-MERGES", "合并单元格超过 " + limit + " 处，没有读取。", "请取消无关的合并单元格，或从下发的空白表重新填写。");
    }

    public static Rejection duplicateCell(String sheet, String address) {
        return new Rejection(
                "DUPLICATE-CELL", "工作表“" + printable(sheet) + "”中单元格 " + address + " 出现了两次，无法判断以哪一个为准。", SAVE_AGAIN);
    }

    /** Names inside a file are the sender's; a message shows them short and on one line. */
    private static String printable(String name) {
        return VisibleText.of(name.length() <= 100 ? name : name.substring(0, 100) + "…");
    }
}
