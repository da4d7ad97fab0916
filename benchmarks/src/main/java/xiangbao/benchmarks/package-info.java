/** The scale harness: our readers against the physical limit and against what people use instead. */
@NullMarked
package xiangbao.benchmarks;

import org.jspecify.annotations.NullMarked;
