package xiangbao.readers.forms.bodies;

import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.forms.figures.CellReader;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/** What the reading of a form's table needs to know. */
public record FormContext(
        RawWorkbook workbook,
        SheetView view,
        FormRegion region,
        Form form,
        ReportingUnit unit,
        ReferencePeriod period,
        UnitNames names,
        KnownUnits units,
        CellReader cells,
        FormFindings findings) {
    public boolean owes(Row row) {
        return row.appliesTo() == null || row.appliesTo().selects(unit);
    }

    /** Whether a row is reported in this period. */
    public boolean isDue(Row row) {
        return row.due().in(period);
    }
}
