package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.SeasonNode;

/** What a target of {@code pace: 农时} says about the season: {@code judged-from} or {@code nodes}. */
final class SeasonKeys {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private SeasonKeys() {}

    static @Nullable MonthDay judgedFrom(Section given, Pace pace) {
        if (pace != Pace.SEASONAL) {
            given.refuse("judged-from", "只有“pace: 农时”才有");
            given.refuse("nodes", "只有“pace: 农时”才有");
            return null;
        }
        if (given.value("nodes").isPresent()) {
            given.refuse("judged-from", "已有“nodes”，第一个节点就是开始判定的日子");
            return null;
        }
        if (given.value("judged-from").isEmpty()) {
            given.whole().wrong("“pace: 农时”要有“judged-from”或“nodes”");
        }
        return given.value("judged-from").flatMap(YamlValue::dayOfYear).orElse(null);
    }

    /** Days in the order of the year, shares that do not fall, and all of it in the end. */
    static List<SeasonNode> nodes(Section given) {
        List<SeasonNode> nodes = new ArrayList<>();
        for (YamlValue.Entry entry :
                given.value("nodes").map(YamlValue::entries).orElse(List.of())) {
            Optional<MonthDay> day = ScalarText.monthDay(entry.key());
            Optional<BigDecimal> share = entry.value().number(BigDecimal.ZERO, HUNDRED);
            if (day.isEmpty()) {
                entry.value().wrong("“nodes”的键应为月和日，如 11-20，而这里是“" + entry.key() + "”");
            } else if (share.isPresent()) {
                SeasonNode node = new SeasonNode(day.get(), share.get());
                SeasonNode before = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
                if (before != null
                        && (!node.day().isAfter(before.day()) || node.share().compareTo(before.share()) < 0)) {
                    entry.value().wrong("“nodes”应按日期先后排列，百分数不能比前一个节点小");
                }
                nodes.add(node);
            }
        }
        given.value("nodes")
                .filter(value -> value.isMapping()
                        && (nodes.isEmpty()
                                || nodes.get(nodes.size() - 1).share().compareTo(HUNDRED) != 0))
                .ifPresent(value -> value.wrong("“nodes”的最后一个节点应为 100"));
        return nodes;
    }
}
