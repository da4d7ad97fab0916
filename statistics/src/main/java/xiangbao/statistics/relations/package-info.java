/**
 * 审核关系: what is said about the figures of a form beside its layout, its relations and derived indicators, where each of them runs, and which submissions it
 * makes a review look at. Not here: confronting figures with them; that is {@link xiangbao.statistics.audit}.
 */
@NullMarked
package xiangbao.statistics.relations;

import org.jspecify.annotations.NullMarked;
