/** 台账各行和合理范围的默认审核: holds the lines of a ledger against the register and the last period, and figures against what is plausible. */
@NullMarked
package xiangbao.statistics.lines;

import org.jspecify.annotations.NullMarked;
