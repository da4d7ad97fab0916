package xiangbao.statistics.aggregate;

import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Something that an evaluation looked up.
 *
 * @param item of a reported cell; empty for the lines of a ledger
 */
record Operand(FormCode form, ReferencePeriod period, String item) {}
