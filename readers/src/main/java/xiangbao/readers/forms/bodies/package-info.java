/**
 * The tables of forms, 综合表 and 台账, cell by cell to observations; and whether the declared 填报情况 agrees with them.
 */
@NullMarked
package xiangbao.readers.forms.bodies;

import org.jspecify.annotations.NullMarked;
