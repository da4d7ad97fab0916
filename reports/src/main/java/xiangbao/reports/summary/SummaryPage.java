package xiangbao.reports.summary;

import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;

/** A 汇总表 on paper: the blocks above and below the table as wide as it is, and the paper that it needs. */
final class SummaryPage {
    /** The column in which figures begin, after the names and states of units. */
    static final int FIRST = 2;

    static final int A4_CHARACTERS = 132;
    private static final int A3_CHARACTERS = 196;
    /** So many units still stand on one page without becoming too small. */
    private static final int ONE_PAGE = 32;

    private final TemplateSheet sheet;
    private final int columns;
    private final int total;

    /**
     * @param columns those of names and states too
     * @param total the width of the table in digits
     */
    SummaryPage(TemplateSheet sheet, int columns, int total) {
        this.sheet = sheet;
        this.columns = columns;
        this.total = total;
    }

    /** The block at the upper right and the line below it span as many columns as their text needs. */
    void marks(String county) {
        int room = 0;
        int from = columns;
        while (from > FIRST && room < 46) {
            from--;
            room += sheet.sheet().getColumnWidth(from) / 256;
        }
        move(sheet.anchor("rpt.marks").getFirstRow(), FIRST, from, columns - 1);
        move(sheet.anchor("rpt.marks").getLastRow(), FIRST, from, columns - 1);
        int line = sheet.anchor("rpt.line").getFirstRow();
        move(line, FIRST, from, columns - 1);
        int left = 0;
        int to = 0;
        int wanted = Math.min(total / 3, TextWidth.of("综合机关名称：" + county) + 2);
        while (to < from && left < wanted) {
            left += sheet.sheet().getColumnWidth(to) / 256;
            to++;
        }
        to = Math.min(to, from - 1);
        move(line, 1, to, from - 1);
        sheet.merge(line, line, 0, to - 1);
    }

    private void move(int row, int column, int from, int to) {
        Row cells = sheet.sheet().getRow(row);
        var source = cells.getCell(column);
        if (source == null) {
            return;
        }
        String text = source.getStringCellValue();
        var style = source.getCellStyle();
        if (from != column) {
            source.setBlank();
        }
        sheet.text(row, from, text);
        sheet.style(row, from, style);
        sheet.merge(row, row, from, to);
    }

    /** The texts below the table, as high as they need to be. */
    void notes(List<String> notes) {
        int row = sheet.repeatDown("rpt.notes", notes.size());
        for (int index = 0; index < notes.size(); index++) {
            String text = (index == 0 ? "注：" : "　　") + notes.get(index);
            sheet.text(row + index, 0, text);
            sheet.height(row + index, 13.0 * TextWidth.lines(text, total * 1.05) + 2);
        }
        if (pages() > 1) {
            for (int below = row; below <= sheet.sheet().getLastRowNum(); below++) {
                besideNames(below);
            }
        }
    }

    /** The columns of names and states stand on every page: a text that runs across the table must not begin in them, or each page shows its beginning. */
    private void besideNames(int row) {
        XSSFSheet cells = sheet.sheet();
        for (int index = cells.getNumMergedRegions() - 1; index >= 0; index--) {
            var region = cells.getMergedRegion(index);
            if (region.getFirstRow() == row && region.getFirstColumn() == 0 && region.getLastColumn() > FIRST) {
                cells.removeMergedRegion(index);
                var from = cells.getRow(row).getCell(0);
                String text = from.getStringCellValue();
                from.setBlank();
                sheet.text(row, FIRST, text);
                sheet.style(row, FIRST, from.getCellStyle());
                sheet.merge(row, row, FIRST, region.getLastColumn());
            }
        }
    }

    private int pages() {
        return (int) Math.max(1, Math.round(total / (A3_CHARACTERS * 1.25)));
    }

    /** To be called when everything is drawn. */
    void print(int units) {
        PrintSetup setup = sheet.sheet().getPrintSetup();
        boolean large = total > A4_CHARACTERS + 8;
        setup.setPaperSize(large ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        setup.setFitWidth((short) pages());
        setup.setFitHeight((short) (units <= ONE_PAGE ? 1 : 0));
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet.sheet()),
                0,
                columns - 1,
                0,
                sheet.sheet().getLastRowNum());
    }
}
