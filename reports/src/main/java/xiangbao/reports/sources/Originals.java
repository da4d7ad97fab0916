package xiangbao.reports.sources;

import xiangbao.reports.county.CountyResult;
import xiangbao.reports.template.TemplateSheet;

/** Links from a sheet of a report to the submitted files, at their cells; relative to where the report lies. */
public final class Originals {
    /** A spreadsheet opens no more links than that on one sheet. */
    private static final int MOST = 60_000;

    private final CountyResult result;
    private final TemplateSheet sheet;
    private final String up;
    private int links;

    /** @param report the name under which the workbook is put on the desk: says how deep it lies */
    public Originals(CountyResult result, TemplateSheet sheet, String report) {
        this.result = result;
        this.sheet = sheet;
        long depth = report.chars().filter(character -> character == '/').count();
        // reports/<period>/第n次/ stands in the workspace
        this.up = "../".repeat(3 + (int) depth);
    }

    /**
     * Links a cell to a file, where that was kept.
     *
     * @param inSheet a sheet of the file, or empty
     * @param address a cell on it
     */
    public void link(int row, int column, String sha256, String inSheet, String address) {
        String original = result.originals().get(sha256);
        if (original != null && links < MOST) {
            links++;
            sheet.link(
                    row,
                    column,
                    up + original,
                    inSheet.isEmpty() ? null : "'" + inSheet.replace("'", "''") + "'!" + address);
        }
    }
}
