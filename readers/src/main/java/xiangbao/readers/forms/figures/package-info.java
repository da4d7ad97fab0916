/** Single figures out of single cells: what stands there, what is shown, which unit is written; nothing is guessed. Where the cells stand is told by the bodies. */
@NullMarked
package xiangbao.readers.forms.figures;

import org.jspecify.annotations.NullMarked;
