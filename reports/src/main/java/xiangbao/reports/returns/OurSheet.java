package xiangbao.reports.returns;

import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.workbooks.ReturnMarks;

/**
 * Our sheet 审核结果 in the clerk's own workbook. Beside the table, in a hidden column, it keeps the former look of each marked cell, so that the marks can be
 * taken off when the file comes back.
 */
final class OurSheet {
    /** The column that keeps them. */
    static final int FORMER_LOOKS = 12;

    private final Workbook workbook;
    private final StyleCopy styles;
    private final XSSFSheet letter;

    /** @param letter the sheet as the template has it */
    OurSheet(Workbook workbook, StyleCopy styles, XSSFSheet letter) {
        this.workbook = workbook;
        this.styles = styles;
        this.letter = letter;
    }

    static boolean is(Sheet sheet) {
        Row first = sheet.getRow(0);
        Cell cell = first == null ? null : first.getCell(0);
        return sheet.getSheetName().startsWith(ReturnMarks.SHEET)
                && cell != null
                && cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().startsWith(ReturnMarks.TITLE);
    }

    /**
     * Puts it into the workbook.
     *
     * @param inFront whether it is moved before the clerk's sheets, whatever their order and number
     */
    Sheet insert(boolean inFront) {
        String title = ReturnMarks.SHEET;
        for (int number = 2; workbook.getSheet(title) != null; number++) {
            title = ReturnMarks.SHEET + " (" + number + ")";
        }
        Sheet sheet = workbook.createSheet(title);
        if (inFront) {
            workbook.setSheetOrder(title, 0);
        }
        cells(sheet);
        page(sheet);
        Name name = workbook.createName();
        name.setNameName(ReturnMarks.DEFINED_NAME);
        name.setRefersToFormula("'" + title + "'!$A$1");
        int place = workbook.getSheetIndex(sheet);
        workbook.setActiveSheet(place);
        workbook.setFirstVisibleTab(place);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            workbook.getSheetAt(index).setSelected(index == place);
        }
        return sheet;
    }

    private void cells(Sheet sheet) {
        for (Row from : letter) {
            Row row = sheet.createRow(from.getRowNum());
            row.setHeight(from.getHeight());
            for (Cell cell : from) {
                Cell to = row.createCell(cell.getColumnIndex());
                to.setCellStyle(styles.of((XSSFCellStyle) cell.getCellStyle()));
                if (cell.getCellType() == CellType.STRING) {
                    to.setCellValue(cell.getStringCellValue());
                }
            }
        }
    }

    private void page(Sheet sheet) {
        for (int column = 0; column < ReturnMarks.COLUMNS.size(); column++) {
            sheet.setColumnWidth(column, letter.getColumnWidth(column));
        }
        sheet.setColumnHidden(LetterSheet.FINDING_ID, true);
        for (CellRangeAddress merged : letter.getMergedRegions()) {
            sheet.addMergedRegion(merged);
        }
        sheet.setDisplayGridlines(letter.isDisplayGridlines());
        if (letter.getPaneInformation() != null) {
            sheet.createFreezePane(
                    letter.getPaneInformation().getVerticalSplitPosition(),
                    letter.getPaneInformation().getHorizontalSplitPosition());
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(letter.getPrintSetup().getLandscape());
        sheet.getPrintSetup().setPaperSize(letter.getPrintSetup().getPaperSize());
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        if (letter.getRepeatingRows() != null) {
            sheet.setRepeatingRows(letter.getRepeatingRows());
        }
    }

    void keep(Sheet sheet, Map<CellReference, CellStyle> formerLooks) {
        int at = letter.getLastRowNum() + 2;
        for (Map.Entry<CellReference, CellStyle> former : formerLooks.entrySet()) {
            Row row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
            Cell kept = row.createCell(FORMER_LOOKS);
            kept.setCellValue(former.getKey().toString());
            kept.setCellStyle(former.getValue());
            row.setZeroHeight(true);
            at++;
        }
        sheet.setColumnHidden(FORMER_LOOKS, true);
    }
}
