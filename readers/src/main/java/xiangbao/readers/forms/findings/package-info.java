/**
 * What is wrong with a form or a file, collected and worded for the clerk while it is read.
 */
@NullMarked
package xiangbao.readers.forms.findings;

import org.jspecify.annotations.NullMarked;
