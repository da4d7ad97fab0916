/** {@code plan.yaml} with its targets, the tasks of the townships ({@code tasks.csv}), and the 核定数 that stand beside the sums ({@code official.csv}). */
@NullMarked
package xiangbao.readers.config.plan;

import org.jspecify.annotations.NullMarked;
