package xiangbao.statistics.plan;

import java.util.List;

/**
 * What the 情况通报 of a plan has of its own.
 *
 * @param office which signs it, behind the county's name
 * @param headlines 主要指标, told at its beginning
 */
public record PlanLetter(String office, List<Headline> headlines) {
    public static final PlanLetter NONE = new PlanLetter("", List.of());

    public PlanLetter {
        headlines = List.copyOf(headlines);
    }

    /**
     * A target told by itself.
     *
     * @param target its code
     * @param compared the indicator whose 同比 is told with it, such as {@code 平11-1:01.1}; empty for none
     */
    public record Headline(String target, String compared) {}
}
