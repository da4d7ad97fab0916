/** The nouns of the field: forms, units, periods, submissions, observations, findings. */
@NullMarked
package xiangbao.statistics.model;

import org.jspecify.annotations.NullMarked;
