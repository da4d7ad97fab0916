package xiangbao.readers.forms.ledger;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * A line of a 台账.
 *
 * @param key what tells it from the other lines
 * @param subject whom its figures are about
 * @param about the unit that is named in it; null when the form has no such column or it names none
 */
record LedgerLine(
        int row, String key, UnitCode subject, @Nullable ReportingUnit about) {}
