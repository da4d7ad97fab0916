/** How units are scored on reporting in time and without returns; never on what they report. */
@NullMarked
package xiangbao.statistics.scoring;

import org.jspecify.annotations.NullMarked;
