package xiangbao.readers.forms.bodies;

import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.forms.Form;
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
        FormFindings findings) {}
