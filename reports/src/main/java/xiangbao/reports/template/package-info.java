/**
 * A thin template engine: named sample rows and columns, tokens, and everything that refers to them kept right; how days and shares are written, and how much
 * room a text takes. It knows no report.
 */
@NullMarked
package xiangbao.reports.template;

import org.jspecify.annotations.NullMarked;
