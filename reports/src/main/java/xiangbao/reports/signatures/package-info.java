/** 签字盖章页: what a unit submitted, printed to be signed and sealed, with the digest by which a page and its figures can be held against each other. */
@NullMarked
package xiangbao.reports.signatures;

import org.jspecify.annotations.NullMarked;
