package xiangbao.readers.forms;

import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;

/** What the reading of a form's table needs to know. */
record FormContext(
        RawWorkbook workbook,
        SheetView view,
        FormFinder.Region region,
        Form form,
        ReportingUnit unit,
        ReferencePeriod period,
        UnitNames names,
        KnownUnits units,
        CellReader cells,
        FormFindings findings) {}
