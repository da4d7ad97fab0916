/** The main job, on Spring Batch: collect, review, aggregate, report. Each step calls one entry of the packages that do the work. */
@NullMarked
package xiangbao.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
