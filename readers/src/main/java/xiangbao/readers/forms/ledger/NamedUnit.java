package xiangbao.readers.forms.ledger;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.units.ReportingUnit;

/**
 * What stands in a ledger's column of units.
 *
 * @param unit the member of the county that is meant; null when it is none
 * @param doubt why it is none, for the clerk; empty when it is one
 * @param stranger whether the line is certainly about somebody else, so that nothing in it can be a member's figure
 */
record NamedUnit(@Nullable ReportingUnit unit, String doubt, boolean stranger) {
    static final NamedUnit NOBODY = new NamedUnit(null, "", false);
}
