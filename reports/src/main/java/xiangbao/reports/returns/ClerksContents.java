package xiangbao.reports.returns;

import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import xiangbao.statistics.workbooks.ReturnMarks;

/** What a clerk's workbook says, to hold against each other what went in and what came out. */
final class ClerksContents {
    private ClerksContents() {}

    /** Every value, formula, cached value and name; without our own sheet. */
    static Map<String, String> of(Workbook workbook) {
        Map<String, String> contents = new TreeMap<>();
        for (Sheet sheet : workbook) {
            if (OurSheet.is(sheet)) {
                continue;
            }
            for (Row row : sheet) {
                for (Cell cell : row) {
                    String said = said(cell);
                    if (!said.isEmpty()) {
                        contents.put(sheet.getSheetName() + "!" + cell.getAddress(), said);
                    }
                }
            }
            contents.put(sheet.getSheetName() + " rows", String.valueOf(sheet.getRepeatingRows()));
        }
        for (Name name : workbook.getAllNames()) {
            if (!name.getNameName().equals(ReturnMarks.DEFINED_NAME)
                    && !name.getNameName().startsWith("_xlnm.")
                    && !name.getNameName().startsWith("Print_")) {
                contents.put("name " + name.getNameName(), String.valueOf(name.getRefersToFormula()));
            }
        }
        return contents;
    }

    private static String said(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        String value = switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> "#" + cell.getErrorCellValue();
            default -> "";
        };
        return (formula ? "=" + cell.getCellFormula() + " " : "") + value;
    }
}
