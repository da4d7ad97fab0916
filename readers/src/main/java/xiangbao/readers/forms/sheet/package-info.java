/**
 * A sheet as a reader of forms looks at it: shown texts, headings, where a table ends, personal data. Which form it is stands in {@code recognition}.
 */
@NullMarked
package xiangbao.readers.forms.sheet;

import org.jspecify.annotations.NullMarked;
