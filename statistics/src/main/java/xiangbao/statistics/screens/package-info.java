/** 默认审核: holds single figures against their own past and against what a unit is like, without a relation for each. */
@NullMarked
package xiangbao.statistics.screens;

import org.jspecify.annotations.NullMarked;
