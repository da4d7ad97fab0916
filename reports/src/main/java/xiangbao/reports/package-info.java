/**
 * The way out, seen from outside: all reports of a county period are written, and their templates checked, from here. Each kind of report lies in a package
 * of its own, what goes back to a unit in {@code returns}, blank workbooks in {@code blank}; nothing here opens a workbook to read figures from it, which is
 * the matter of {@code xiangbao.readers}.
 */
@NullMarked
package xiangbao.reports;

import org.jspecify.annotations.NullMarked;
