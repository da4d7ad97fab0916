package xiangbao.reports.reporting;

import java.math.BigDecimal;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.TemplateSheet;

/** How many forms of some are owed, have come, came late, have not come, and how often they were returned. */
record ReportingCounts(int owed, int received, int late, int missing, int returns) {
    static ReportingCounts of(Iterable<Reporting> reportings) {
        int owed = 0;
        int received = 0;
        int late = 0;
        int missing = 0;
        int returns = 0;
        for (Reporting one : reportings) {
            owed++;
            received += one.isMissing() ? 0 : 1;
            late += one.isLate() ? 1 : 0;
            missing += one.isMissing() ? 1 : 0;
            returns += one.timesReturned();
        }
        return new ReportingCounts(owed, received, late, missing, returns);
    }

    /** Across where they are about a unit, down where they are about a form. */
    void write(TemplateSheet sheet, int row, int column, boolean across) {
        int[] values = {owed, received, late, missing, returns};
        for (int index = 0; index < values.length; index++) {
            sheet.number(
                    row + (across ? 0 : index), column + (across ? index : 0), BigDecimal.valueOf(values[index]), 0);
        }
    }
}
