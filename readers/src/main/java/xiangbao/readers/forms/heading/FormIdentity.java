package xiangbao.readers.forms.heading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Who reports and about when, as far as header, folder and file name agree.
 *
 * @param unit null when they do not agree on one
 * @param named the unit that the header names, even if something else contradicts it
 * @param heading the cell that says the period, or that of the 表号 where none does
 * @param severalUnits the header names more than one unit
 */
public record FormIdentity(
        @Nullable ReportingUnit unit,
        @Nullable ReportingUnit named,
        @Nullable ReferencePeriod period,
        int round,
        CellReference heading,
        boolean severalUnits) {

    /** @param path folders and file name */
    public static FormIdentity read(
            HeaderText header,
            Form form,
            UnitNames names,
            KnownUnits measures,
            List<String> path,
            CellReference anchor,
            FormFindings findings) {
        HeadingUnit units = new HeadingUnit(header, form, names, path, anchor, findings);
        HeadingPeriod periods = new HeadingPeriod(header, form, path, anchor, findings);
        ReferencePeriod period = periods.read();
        HeadingChecks checks = new HeadingChecks(header, findings);
        checks.expiry(period);
        checks.measure(form, measures);
        if (units.isSeveral()) {
            return new FormIdentity(null, null, period, PrintedRound.in(header), periods.cell(), true);
        }
        ReportingUnit named = units.named();
        boolean agreed = named != null && units.agrees(named);
        return new FormIdentity(agreed ? named : null, named, period, PrintedRound.in(header), periods.cell(), false);
    }
}
