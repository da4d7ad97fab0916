package xiangbao.statistics.formula;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;

/**
 * A figure that a formula names.
 *
 * @param form null for the form at hand
 * @param item as written: {@code 05}, {@code 05.1}, {@code .3} or a name
 * @param previous how many periods earlier
 * @param yearsEarlier how many years earlier
 */
public record Reference(@Nullable FormCode form, String item, int previous, int yearsEarlier) {}
