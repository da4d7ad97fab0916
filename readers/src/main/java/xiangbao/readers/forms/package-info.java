/** Recognises forms in workbooks: from raw cells to submissions, by 表号, code and title, never by address alone. */
@NullMarked
package xiangbao.readers.forms;

import org.jspecify.annotations.NullMarked;
