/** The answers as programs read them, for {@code --json} and for whoever asks over the network: records whose names and order are a contract, recorded in {@code docs/api}. How people read them stands beside the commands. */
@NullMarked
package xiangbao.jobs.answers;

import org.jspecify.annotations.NullMarked;
