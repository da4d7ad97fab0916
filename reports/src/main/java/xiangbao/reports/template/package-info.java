/** A thin template engine: named sample rows and columns, tokens, and everything that refers to them kept right. */
@NullMarked
package xiangbao.reports.template;

import org.jspecify.annotations.NullMarked;
