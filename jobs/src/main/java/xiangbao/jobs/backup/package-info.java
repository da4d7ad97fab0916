/** 备份与恢复: everything that an office knows in one file, and back. */
@NullMarked
package xiangbao.jobs.backup;

import org.jspecify.annotations.NullMarked;
