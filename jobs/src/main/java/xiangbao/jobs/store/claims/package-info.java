/** The tables of what was handed in: claims with their owners, and the manifest of files. What was read out of the files is in {@code store.submissions}. */
@NullMarked
package xiangbao.jobs.store.claims;

import org.jspecify.annotations.NullMarked;
