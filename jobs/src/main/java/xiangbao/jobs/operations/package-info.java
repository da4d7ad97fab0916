/** Who did what: every command that changes something is noted in the operator log. What each command did, its order and its answer say themselves, in their own packages. */
@NullMarked
package xiangbao.jobs.operations;

import org.jspecify.annotations.NullMarked;
