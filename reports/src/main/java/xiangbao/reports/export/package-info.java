/**
 * Figures for other programs: CSV for spreadsheets, SDMX-CSV with its structure for statistical systems.
 *
 * <p>See decision 0026 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.reports.export;

import org.jspecify.annotations.NullMarked;
