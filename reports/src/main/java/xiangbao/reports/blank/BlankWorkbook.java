package xiangbao.reports.blank;

import java.util.List;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/**
 * A workbook for one unit to fill: a sheet for each form.
 *
 * @param name of the file, without its extension
 * @param units the register, for columns that name units
 */
public record BlankWorkbook(String name, ReportingUnit unit, Units units, List<BlankForm> forms) {
    public BlankWorkbook {
        forms = List.copyOf(forms);
    }
}
