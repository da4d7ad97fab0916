/** Reads what a run has published back out of every output, to hold the outputs against each other. */
package xiangbao.console.published;
