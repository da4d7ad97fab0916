package xiangbao.statistics.aggregate;

import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * Something that an evaluation looked up.
 *
 * @param item of a reported cell; empty for the lines of a ledger
 */
record Operand(FormCode form, ReferencePeriod period, String item) {}
