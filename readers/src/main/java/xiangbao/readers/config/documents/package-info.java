/**
 * A file of the configuration as YAML or CSV, each value with its line, and the mistakes found in it with what they leave unread.
 *
 * <p>What the files mean is not known here; each of them has its reader in a package beside this one.
 */
@NullMarked
package xiangbao.readers.config.documents;

import org.jspecify.annotations.NullMarked;
