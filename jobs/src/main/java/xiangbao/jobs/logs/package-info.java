/** The log file: one JSON object a line, without figures and without secrets. */
@NullMarked
package xiangbao.jobs.logs;

import org.jspecify.annotations.NullMarked;
