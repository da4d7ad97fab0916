package xiangbao.reports.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.units.ReportingUnit;

/** How days, units and figures are written in the office's tables and letters. */
public final class Written {
    private static final int MOST_DECIMALS = 6;

    private Written() {}

    /** 2026年10月9日 16:20. */
    public static String time(LocalDateTime time) {
        return day(time.toLocalDate()) + String.format(" %02d:%02d", time.getHour(), time.getMinute());
    }

    /** 2026年10月9日. */
    public static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 10-9, where the year is plain from the table. */
    public static String shortDay(LocalDate day) {
        return day.getMonthValue() + "-" + day.getDayOfMonth();
    }

    public static String names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).collect(Collectors.joining("、"));
    }

    /** Points as they were configured, without idle zeros. */
    public static BigDecimal points(BigDecimal points) {
        BigDecimal plain = points.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** A share in per cent, with the decimals of the tables. */
    public static String share(BigDecimal value) {
        return FigureText.grouped(value.setScale(shareDecimals(value), RoundingMode.HALF_UP));
    }

    /** One, or as many as the share carries because fewer would show it on the wrong side of a threshold, or as it takes not to make 100 of what is not. */
    public static int shareDecimals(BigDecimal value) {
        int decimals = value.scale() > MOST_DECIMALS ? 1 : Math.max(1, value.scale());
        BigDecimal whole = BigDecimal.valueOf(100);
        while (decimals < MOST_DECIMALS
                && value.compareTo(whole) != 0
                && value.setScale(decimals, RoundingMode.HALF_UP).compareTo(whole) == 0) {
            decimals++;
        }
        return decimals;
    }
}
