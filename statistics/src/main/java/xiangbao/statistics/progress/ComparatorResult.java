package xiangbao.statistics.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Verdict;

/**
 * One of the figures that the actual must exceed strictly.
 *
 * @param value null when it is not there, and then it is undecided
 * @param lead actual less value (高出多少), or null
 * @param leadUnit 百分点 between rates, otherwise the target's unit
 */
public record ComparatorResult(
        String title, @Nullable BigDecimal value, @Nullable BigDecimal lead, String leadUnit, Verdict verdict) {}
