package xiangbao.statistics.copies;

import java.util.List;

/**
 * Figures that repeat others one by one.
 *
 * @param whole whether it is the whole form; otherwise a block of it, while the rest has changed
 * @param items those that are equal and not zero, in the order of the form, column by column
 */
public record Copy(boolean whole, List<String> items) {
    public Copy {
        items = List.copyOf(items);
    }
}
