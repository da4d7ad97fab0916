package xiangbao.statistics.plan;

import java.math.BigDecimal;
import java.time.MonthDay;

/**
 * 农时节点: from a day of the year on, this much of the annual task is expected.
 *
 * @param share in per cent
 */
public record SeasonNode(MonthDay day, BigDecimal share) {}
