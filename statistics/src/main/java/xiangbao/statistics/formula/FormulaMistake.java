package xiangbao.statistics.formula;

/**
 * What is wrong with a formula, in Chinese, for the statistician who wrote it.
 *
 * @param position zero-based place in the formula's text
 * @param suggestion what was probably meant, or empty
 */
public record FormulaMistake(int position, String message, String suggestion) {}
