/**
 * The folders, who holds them, the archive, the settings, and what keeps an office from opening. What lies in the inbox is {@code intake}'s; what a process does while it works is {@code worker}'s.
 */
@NullMarked
package xiangbao.jobs.workspace;

import org.jspecify.annotations.NullMarked;
