/** Figures, targets, where they come from and who has reported, as programs read them. */
@NullMarked
package xiangbao.jobs.answers.figures;

import org.jspecify.annotations.NullMarked;
