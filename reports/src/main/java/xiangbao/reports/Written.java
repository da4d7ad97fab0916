package xiangbao.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.statistics.model.ReportingUnit;

/** How days, units and figures are written in the office's tables and letters. */
final class Written {
    private Written() {}

    /** 2026年10月9日 16:20. */
    static String time(LocalDateTime time) {
        return day(time.toLocalDate()) + String.format(" %02d:%02d", time.getHour(), time.getMinute());
    }

    /** 2026年10月9日. */
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 10-9, where the year is plain from the table. */
    static String shortDay(LocalDate day) {
        return day.getMonthValue() + "-" + day.getDayOfMonth();
    }

    static String names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).collect(Collectors.joining("、"));
    }

    /** Points as they were configured, without idle zeros. */
    static BigDecimal points(BigDecimal points) {
        BigDecimal plain = points.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** With the thousands set apart as in the workbooks, and a true minus sign. */
    static String figure(BigDecimal value) {
        String digits = value.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        return (value.signum() < 0 ? "−" : "")
                + whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",")
                + (point < 0 ? "" : digits.substring(point));
    }

    /** A share in per cent, to one decimal, or to as many more as it takes not to make 100 of what is just below or above it. */
    static String share(BigDecimal value) {
        int decimals = 1;
        BigDecimal whole = BigDecimal.valueOf(100);
        while (decimals < 6
                && value.compareTo(whole) != 0
                && value.setScale(decimals, RoundingMode.HALF_UP).compareTo(whole) == 0) {
            decimals++;
        }
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
