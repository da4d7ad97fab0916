package xiangbao.statistics.screens;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * What a figure was held against.
 *
 * @param title 上期, 上年同期, 底册农村户数
 * @param period of which period it is; null for master data
 */
public record Held(String title, @Nullable ReferencePeriod period, BigDecimal value) {}
