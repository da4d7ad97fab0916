package xiangbao.readers.excel.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Dates that strict files store as ISO 8601 texts. */
final class IsoDates {
    private IsoDates() {}

    /**
     * The number that every other file has in their place.
     *
     * @throws DateTimeException for a text that is no date
     */
    static BigDecimal serial(String text, boolean epoch1904) {
        int timeMark = text.indexOf('T');
        LocalDate day = timeMark == 0 ? null : LocalDate.parse(timeMark < 0 ? text : text.substring(0, timeMark));
        LocalTime time = timeMark < 0
                ? LocalTime.MIDNIGHT
                : LocalTime.parse(text.substring(timeMark + 1).replaceFirst("Z$", ""));
        LocalDate epoch = epoch1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        long days = day == null ? 0 : ChronoUnit.DAYS.between(epoch, day);
        if (!epoch1904 && day != null && days <= 60) {
            days--; // Excel's calendar has a 29 February 1900
        }
        BigDecimal fraction = BigDecimal.valueOf(ChronoUnit.MILLIS.between(
                        LocalDateTime.of(epoch, LocalTime.MIDNIGHT), LocalDateTime.of(epoch, time)))
                .divide(BigDecimal.valueOf(86_400_000), 10, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(days).add(fraction).stripTrailingZeros();
    }
}
