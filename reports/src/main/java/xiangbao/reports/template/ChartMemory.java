package xiangbao.reports.template;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrRef;

/** What a chart remembers of the cells that it shows, for readers that do not look at the cells: written anew from the cells. */
final class ChartMemory {
    private static final String CHART =
            "declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:";

    private final XSSFWorkbook workbook;

    ChartMemory(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    void renew() {
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            XSSFSheet sheet = workbook.getSheetAt(index);
            if (sheet.getDrawingPatriarch() != null) {
                sheet.getDrawingPatriarch().getCharts().forEach(this::renew);
            }
        }
    }

    private void renew(XSSFChart chart) {
        for (XmlObject found : chart.getCTChart().selectPath(CHART + "numRef")) {
            CTNumRef reference = (CTNumRef) found;
            if (reference.isSetNumCache()) {
                reference.unsetNumCache();
            }
            numbers(reference.getF(), reference.addNewNumCache());
        }
        for (XmlObject found : chart.getCTChart().selectPath(CHART + "strRef")) {
            CTStrRef reference = (CTStrRef) found;
            if (reference.isSetStrCache()) {
                reference.unsetStrCache();
            }
            texts(reference.getF(), reference.addNewStrCache());
        }
    }

    private void numbers(String formula, CTNumData memory) {
        memory.setFormatCode("General");
        CellReference[] cells = cells(formula);
        memory.addNewPtCount().setVal(cells.length);
        for (int index = 0; index < cells.length; index++) {
            Cell cell = cell(cells[index]);
            if (cell != null && type(cell) == CellType.NUMERIC) {
                var point = memory.addNewPt();
                point.setIdx(index);
                point.setV(java.math.BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString());
            }
        }
    }

    private void texts(String formula, CTStrData memory) {
        CellReference[] cells = cells(formula);
        memory.addNewPtCount().setVal(cells.length);
        for (int index = 0; index < cells.length; index++) {
            Cell cell = cell(cells[index]);
            if (cell != null && type(cell) == CellType.STRING) {
                var point = memory.addNewPt();
                point.setIdx(index);
                point.setV(cell.getStringCellValue());
            }
        }
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private CellReference[] cells(String formula) {
        return new AreaReference(formula, workbook.getSpreadsheetVersion()).getAllReferencedCells();
    }

    private @Nullable Cell cell(CellReference place) {
        XSSFSheet sheet = workbook.getSheet(place.getSheetName());
        XSSFRow row = sheet == null ? null : sheet.getRow(place.getRow());
        return row == null ? null : row.getCell(place.getCol());
    }
}
