/** Verdicts: audits in the light of explanations, acceptances and 不审. What the statistician decides about doubts is in {@code doubts}. */
@NullMarked
package xiangbao.jobs.review;

import org.jspecify.annotations.NullMarked;
