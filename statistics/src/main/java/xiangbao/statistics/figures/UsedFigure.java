package xiangbao.statistics.figures;

import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * A figure that an evaluation looked up.
 *
 * @param item {@code row.column} or a ledger's column
 * @param line key of the ledger's line, or empty
 */
public record UsedFigure(FormCode form, ReferencePeriod period, String item, String line, Reading reading) {}
