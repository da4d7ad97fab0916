/** How people reach Xiangbao: the command line; holds main(). */
@NullMarked
package xiangbao.console;

import org.jspecify.annotations.NullMarked;
