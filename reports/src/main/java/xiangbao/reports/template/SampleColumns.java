package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A block of sample columns, which is repeated to the right. */
final class SampleColumns {
    private final XSSFSheet sheet;
    private final CellWriter writer;
    private final CellRangeAddress block;
    private final int times;
    private final int width;
    private final Growth growth;

    SampleColumns(XSSFSheet sheet, CellWriter writer, CellRangeAddress block, int times) {
        this.sheet = sheet;
        this.writer = writer;
        this.block = block;
        this.times = times;
        this.width = block.getLastColumn() - block.getFirstColumn() + 1;
        this.growth =
                new Growth(false, block.getFirstColumn(), block.getLastColumn(), (Math.max(1, times) - 1) * width);
    }

    void repeat() {
        if (growth.added() == 0) {
            return;
        }
        References references = new References(sheet, writer, growth);
        makeRoom();
        for (int copy = 1; copy < times; copy++) {
            copy(copy * width);
        }
        merge();
        references.follow();
    }

    private void makeRoom() {
        int lastColumn = 0;
        for (Row row : sheet) {
            lastColumn = Math.max(lastColumn, row.getLastCellNum() - 1);
        }
        if (lastColumn > growth.end()) {
            for (int column = lastColumn; column > growth.end(); column--) {
                sheet.setColumnWidth(column + growth.added(), sheet.getColumnWidth(column));
            }
            sheet.shiftColumns(growth.end() + 1, lastColumn, growth.added());
        }
    }

    private void copy(int by) {
        for (int column = growth.start(); column <= growth.end(); column++) {
            sheet.setColumnWidth(column + by, sheet.getColumnWidth(column));
        }
        for (int row = block.getFirstRow(); row <= block.getLastRow(); row++) {
            for (int column = growth.start(); column <= growth.end(); column++) {
                XSSFCell from = CellWriter.cell(sheet, row, column);
                SampleCell.of(from).write(writer, CellWriter.cell(sheet, row, column + by), 0, by);
            }
        }
    }

    /** What was merged in the block is so in each copy; what ended on it ends on the last one. */
    private void merge() {
        List<CellRangeAddress> merged = new ArrayList<>(sheet.getMergedRegions());
        for (int index = merged.size() - 1; index >= 0; index--) {
            CellRangeAddress region = merged.get(index);
            if (region.getFirstColumn() < growth.start() && region.getLastColumn() == growth.end()) {
                sheet.removeMergedRegion(index);
                region.setLastColumn(growth.end() + growth.added());
                sheet.addMergedRegion(region);
            } else if (isInBlock(region)) {
                for (int copy = 1; copy < times; copy++) {
                    sheet.addMergedRegion(new CellRangeAddress(
                            region.getFirstRow(),
                            region.getLastRow(),
                            region.getFirstColumn() + copy * width,
                            region.getLastColumn() + copy * width));
                }
            }
        }
    }

    private boolean isInBlock(CellRangeAddress region) {
        return region.getFirstColumn() >= growth.start()
                && region.getLastColumn() <= growth.end()
                && region.getFirstRow() >= block.getFirstRow()
                && region.getLastRow() <= block.getLastRow();
    }
}
