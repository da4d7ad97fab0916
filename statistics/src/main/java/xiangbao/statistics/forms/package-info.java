/**
 * 报表: what a form looks like, row by row and column by column, and how each of its indicators adds up. Not here: the relations and derived indicators that are
 * bound to a form; those are in {@link xiangbao.statistics.audit}.
 */
@NullMarked
package xiangbao.statistics.forms;

import org.jspecify.annotations.NullMarked;
