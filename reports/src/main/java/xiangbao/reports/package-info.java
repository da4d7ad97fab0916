/** The only door out: tables to workbooks from templates, and the marked-up return. */
@NullMarked
package xiangbao.reports;

import org.jspecify.annotations.NullMarked;
