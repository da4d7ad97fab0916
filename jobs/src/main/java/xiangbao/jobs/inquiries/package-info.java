/** Questions that change nothing: figures, targets, traces, standings, export. */
@NullMarked
package xiangbao.jobs.inquiries;

import org.jspecify.annotations.NullMarked;
