/**
 * 审核: reviews a submission, by its relations and by the default screens, and says what came of it. Not here: the relations themselves, which are {@link
 * xiangbao.statistics.relations}, and confronting one with figures, which is {@link xiangbao.statistics.confrontation}.
 */
@NullMarked
package xiangbao.statistics.audit;

import org.jspecify.annotations.NullMarked;
