/**
 * The database: connections, transactions with their fence, migrations, snapshots. The tables themselves are in the packages below it, by family; nowhere else is SQL spoken.
 */
@NullMarked
package xiangbao.jobs.store;

import org.jspecify.annotations.NullMarked;
