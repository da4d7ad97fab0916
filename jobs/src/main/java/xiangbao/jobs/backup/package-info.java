/**
 * 备份与恢复: everything that an office knows in one file, and back.
 *
 * <p>See decisions 0018 and 0019 in {@code docs/decisions}.
 */
@NullMarked
package xiangbao.jobs.backup;

import org.jspecify.annotations.NullMarked;
