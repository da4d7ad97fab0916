/** {@code application.yaml}: when {@code serve} does what by itself, on which days it reminds, and which settings of Spring Boot an operator may write. */
@NullMarked
package xiangbao.readers.config.settings;

import org.jspecify.annotations.NullMarked;
