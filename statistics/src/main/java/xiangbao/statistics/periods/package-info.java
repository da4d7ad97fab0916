/**
 * 报告期 and 报送期限: which time a figure is about, when a form or a row is due, and from when until when a thing exists. No clock is read here or anywhere in the
 * statistics; the day comes from the caller.
 */
@NullMarked
package xiangbao.statistics.periods;

import org.jspecify.annotations.NullMarked;
