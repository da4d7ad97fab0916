/** The main job, the folders and the answers that people ask for. */
@NullMarked
package xiangbao.jobs;

import org.jspecify.annotations.NullMarked;
