package xiangbao.readers.forms;

import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;

/** What the reading of a form's table needs to know. */
record FormContext(
        RawWorkbook workbook,
        SheetView view,
        FormRegion region,
        Form form,
        ReportingUnit unit,
        ReferencePeriod period,
        UnitNames names,
        KnownUnits units,
        CellReader cells,
        FormFindings findings) {}
