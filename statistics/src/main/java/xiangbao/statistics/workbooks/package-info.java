/**
 * What a workbook of a unit held, and what marks one that was sent back, as plain values: readers and reports share them and know nothing of each other. Not
 * here: any access to a file.
 */
@NullMarked
package xiangbao.statistics.workbooks;

import org.jspecify.annotations.NullMarked;
