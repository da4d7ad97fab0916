/** Ties forms, units, relations and the plan together, as read from config/. */
@NullMarked
package xiangbao.statistics.definitions;

import org.jspecify.annotations.NullMarked;
