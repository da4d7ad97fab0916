package xiangbao.statistics.forms;

import java.util.List;

/**
 * What the first sheet of a form's 汇总表 shows.
 *
 * @param items of the indicators that people read, such as {@code 01.1} or a derived indicator; empty where nobody chose
 * @param balanced 舍位平衡: the rounded figures of the units are to add up to the rounded total
 */
public record SummaryChoice(List<String> items, boolean balanced) {
    public static final SummaryChoice NONE = new SummaryChoice(List.of(), false);

    public SummaryChoice {
        items = List.copyOf(items);
    }
}
