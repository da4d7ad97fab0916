/** The tables of what people said about findings: explanations, decisions about them, and 不审. The findings themselves are in {@code store.submissions}. */
@NullMarked
package xiangbao.jobs.store.decisions;

import org.jspecify.annotations.NullMarked;
