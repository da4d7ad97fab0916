package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A row of a sample, before it is copied. */
record SampleRow(int row, boolean fixedHeight, short height, Map<Integer, SampleCell> cells, List<int[]> merged) {
    static SampleRow of(XSSFSheet sheet, int rowNumber) {
        XSSFRow row = sheet.getRow(rowNumber);
        Map<Integer, SampleCell> cells = new LinkedHashMap<>();
        if (row != null) {
            for (Cell cell : row) {
                cells.put(cell.getColumnIndex(), SampleCell.of((XSSFCell) cell));
            }
        }
        List<int[]> merged = new ArrayList<>();
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            if (region.getFirstRow() == rowNumber && region.getLastRow() == rowNumber) {
                merged.add(new int[] {region.getFirstColumn(), region.getLastColumn()});
            }
        }
        boolean fixed = row != null && row.getCTRow().getCustomHeight();
        return new SampleRow(rowNumber, fixed, row == null ? -1 : row.getHeight(), cells, merged);
    }

    /**
     * Writes a copy in the place of a row.
     *
     * @param regions takes what is to be merged of it
     */
    void write(
            CellWriter writer,
            XSSFSheet sheet,
            int rowNumber,
            Map<String, Printed> values,
            List<CellRangeAddress> regions) {
        XSSFRow old = sheet.getRow(rowNumber);
        if (old != null) {
            sheet.removeRow(old);
        }
        XSSFRow copy = sheet.createRow(rowNumber);
        if (fixedHeight) {
            copy.setHeight(height);
        }
        cells.forEach((column, cell) -> {
            XSSFCell made = copy.createCell(column);
            if (values.isEmpty() || !cell.hasTokens()) {
                cell.write(writer, made, rowNumber - row, 0);
            } else {
                cell.write(writer, made, values);
            }
        });
        for (int[] columns : merged) {
            regions.add(new CellRangeAddress(rowNumber, rowNumber, columns[0], columns[1]));
        }
    }
}
