/** Figures for other programs: CSV for spreadsheets, SDMX-CSV with its structure for statistical systems. */
@NullMarked
package xiangbao.reports.export;

import org.jspecify.annotations.NullMarked;
