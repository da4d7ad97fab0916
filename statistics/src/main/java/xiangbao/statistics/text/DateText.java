package xiangbao.statistics.text;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and moments as sentences write them, wherever the machine stands. */
public final class DateText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);

    private DateText() {}

    /** 2026年10月8日. */
    public static String day(TemporalAccessor day) {
        return DAY.format(day);
    }

    /** 2026年10月8日 09:30. */
    public static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
