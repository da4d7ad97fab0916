/**
 * What clerks write and what they mean by it: titles, days, periods, figures, names of reporting units and units of measure.
 */
@NullMarked
package xiangbao.readers.forms.wording;

import org.jspecify.annotations.NullMarked;
