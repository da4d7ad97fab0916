/** Reads the cases that a statistician writes beside the forms: {@code config/cases/表号.case}. */
@NullMarked
package xiangbao.readers.cases;

import org.jspecify.annotations.NullMarked;
