/**
 * A submission held against its relations, as often and with what figures as one likes: the figures of its unit around it, what each relation gives, and how a
 * finding is told. Not here: what is concluded from many findings together; that is {@link xiangbao.statistics.causes}.
 */
@NullMarked
package xiangbao.statistics.confrontation;

import org.jspecify.annotations.NullMarked;
