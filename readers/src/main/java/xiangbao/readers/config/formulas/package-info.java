/** The formulas and 计量单位 that all files together say, kept where they stand, and what can be checked of them only once every form is known. */
@NullMarked
package xiangbao.readers.config.formulas;

import org.jspecify.annotations.NullMarked;
