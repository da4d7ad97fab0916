package xiangbao.reports.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Indicator;

/** How figures stand in the lists of 审核情况表. */
final class ListedFigure {
    private ListedFigure() {}

    static String dash(String text) {
        return text.isEmpty() ? "—" : text;
    }

    static String unit(Indicator indicator) {
        return indicator.unit().isEmpty() ? "—" : indicator.unit();
    }

    static Object value(@Nullable BigDecimal value, Indicator indicator) {
        return value == null ? "—" : value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }
}
