/** Harnesses that disturb the real process. They are no tests: nothing runs them but their profiles. */
@NullMarked
package xiangbao.benchmarks;

import org.jspecify.annotations.NullMarked;
