/**
 * The register of reporting units, how the rest of the configuration names them, and who is written to for each.
 *
 * <p>How workbooks name units is another matter: {@code xiangbao.readers.forms}.
 */
@NullMarked
package xiangbao.readers.config.units;

import org.jspecify.annotations.NullMarked;
