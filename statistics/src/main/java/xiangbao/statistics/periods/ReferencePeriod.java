package xiangbao.statistics.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 报告期, the time that a figure is about: {@code 2026-09}, {@code 2026-Q3}, {@code 2026-S1} or {@code 2026}.
 *
 * @param ordinal the month, quarter or half within the year, from 1; always 1 for a year
 */
public record ReferencePeriod(int year, Frequency frequency, int ordinal) implements Comparable<ReferencePeriod> {
    private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|S([12])|(0[1-9]|1[0-2])))?");
    private static final String[] QUARTERS = {"一", "二", "三", "四"};

    public ReferencePeriod {
        if (!isYear(year) || ordinal < 1 || ordinal > frequency.perYear()) {
            throw new IllegalArgumentException("no such period: " + year + " " + frequency + " " + ordinal);
        }
    }

    /** Whether figures can be about a year at all. */
    public static boolean isYear(int year) {
        return year >= 1949 && year <= 9998;
    }

    /** Reads the code form; anything else is empty. */
    public static Optional<ReferencePeriod> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        if (year < 1949 || year > 9998) {
            return Optional.empty();
        }
        if (matcher.group(2) != null) {
            return Optional.of(new ReferencePeriod(year, Frequency.QUARTER, Integer.parseInt(matcher.group(2))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(new ReferencePeriod(year, Frequency.HALF_YEAR, Integer.parseInt(matcher.group(3))));
        }
        if (matcher.group(4) != null) {
            return Optional.of(new ReferencePeriod(year, Frequency.MONTH, Integer.parseInt(matcher.group(4))));
        }
        return Optional.of(new ReferencePeriod(year, Frequency.YEAR, 1));
    }

    /** The period of a frequency in which a day lies. */
    public static ReferencePeriod containing(Frequency frequency, LocalDate day) {
        return new ReferencePeriod(day.getYear(), frequency, (day.getMonthValue() - 1) / frequency.months() + 1);
    }

    public static ReferencePeriod of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a period: '" + text + "'"));
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (ordinal - 1) * frequency.months() + 1, 1);
    }

    public LocalDate lastDay() {
        return YearMonth.of(year, ordinal * frequency.months()).atEndOfMonth();
    }

    public ReferencePeriod previous() {
        return ordinal > 1
                ? new ReferencePeriod(year, frequency, ordinal - 1)
                : new ReferencePeriod(year - 1, frequency, frequency.perYear());
    }

    public ReferencePeriod next() {
        return ordinal < frequency.perYear()
                ? new ReferencePeriod(year, frequency, ordinal + 1)
                : new ReferencePeriod(year + 1, frequency, 1);
    }

    /** 上年同期. */
    public ReferencePeriod yearEarlier() {
        return new ReferencePeriod(year - 1, frequency, ordinal);
    }

    /** 下年同期. */
    public ReferencePeriod yearLater() {
        return new ReferencePeriod(year + 1, frequency, ordinal);
    }

    /**
     * The latest period of the given frequency that has ended when this one ends: what a county run for this period looks at for a form of that
     * frequency (2026-Q3 looks at 2026-09, 2026-S1 and the year 2025).
     */
    public ReferencePeriod latestEnded(Frequency other) {
        int month = lastDay().getMonthValue();
        int ended = month / other.months();
        return ended == 0
                ? new ReferencePeriod(year - 1, other, other.perYear())
                : new ReferencePeriod(year, other, ended);
    }

    /** As people write it: 2026年9月, 2026年三季度, 2026年上半年, 2026年. */
    public String title() {
        return switch (frequency) {
            case MONTH -> year + "年" + ordinal + "月";
            case QUARTER -> year + "年" + QUARTERS[ordinal - 1] + "季度";
            case HALF_YEAR -> year + "年" + (ordinal == 1 ? "上半年" : "下半年");
            case YEAR -> year + "年";
        };
    }

    /** In the order of their ends, then of their beginnings. */
    @Override
    public int compareTo(ReferencePeriod other) {
        int byEnd = lastDay().compareTo(other.lastDay());
        return byEnd != 0 ? byEnd : firstDay().compareTo(other.firstDay());
    }

    /** The code form, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return switch (frequency) {
            case MONTH -> String.format("%04d-%02d", year, ordinal);
            case QUARTER -> year + "-Q" + ordinal;
            case HALF_YEAR -> year + "-S" + ordinal;
            case YEAR -> Integer.toString(year);
        };
    }
}
