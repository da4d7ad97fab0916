package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMergeCells;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** Sample rows that stand together, in whose place copies of them are laid out. */
final class SampleRows {
    private final XSSFSheet sheet;
    private final CellWriter writer;
    private final Map<String, SampleRow> samples = new LinkedHashMap<>();
    private final int start;
    private final int end;

    /** @param rows where each sample stands */
    SampleRows(XSSFSheet sheet, CellWriter writer, Map<String, Integer> rows) {
        this.sheet = sheet;
        this.writer = writer;
        rows.forEach((anchor, row) -> samples.put(anchor, SampleRow.of(sheet, row)));
        this.start = Collections.min(rows.values());
        this.end = Collections.max(rows.values());
    }

    boolean areTogether() {
        return end - start + 1 == samples.size();
    }

    /** Answers the first row. */
    int lay(List<PrintedLine> lines) {
        Growth growth = new Growth(true, start, end, lines.size() - samples.size());
        References references = new References(sheet, writer, growth);
        removeSamples();
        if (growth.added() != 0 && sheet.getLastRowNum() > end) {
            sheet.shiftRows(end + 1, sheet.getLastRowNum(), growth.added(), true, false);
        }
        List<CellRangeAddress> merged = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            SampleRow sample = samples.get(lines.get(index).anchor());
            if (sample != null) {
                sample.write(writer, sheet, start + index, lines.get(index).values(), merged);
            }
        }
        merge(sheet, merged);
        references.follow();
        return start;
    }

    private void removeSamples() {
        for (int index = sheet.getNumMergedRegions() - 1; index >= 0; index--) {
            CellRangeAddress region = sheet.getMergedRegion(index);
            if (region.getFirstRow() >= start && region.getLastRow() <= end) {
                sheet.removeMergedRegion(index);
            }
        }
        for (int row = start; row <= end; row++) {
            if (sheet.getRow(row) != null) {
                sheet.removeRow(sheet.getRow(row));
            }
        }
    }

    /** Merges many regions that touch no other; to check each of them would take long. */
    static void merge(XSSFSheet sheet, List<CellRangeAddress> regions) {
        CTWorksheet content = sheet.getCTWorksheet();
        if (regions.isEmpty()) {
            return;
        }
        CTMergeCells merged = content.isSetMergeCells() ? content.getMergeCells() : content.addNewMergeCells();
        regions.forEach(region -> merged.addNewMergeCell().setRef(region.formatAsString()));
        merged.setCount(merged.sizeOfMergeCellArray());
    }
}
