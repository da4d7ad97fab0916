/** The generator of an invented county and of errors in its reports, by which the audit is measured. */
@NullMarked
package xiangbao.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
