package xiangbao.jobs.runs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * How a run is called: {@code 2026-Q3/7}, or {@code 7} where the period is clear.
 *
 * @param number within its period, from 1
 */
public record RunName(Optional<ReferencePeriod> period, int number) {
    private static final Pattern WRITTEN = Pattern.compile("(?:([^/]+)/)?([1-9]\\d{0,8})");

    public static Optional<RunName> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(written.group(2));
        String period = written.group(1);
        return period == null
                ? Optional.of(new RunName(Optional.empty(), number))
                : ReferencePeriod.parse(period).map(found -> new RunName(Optional.of(found), number));
    }

    /** The name with a period, where it has none of its own. */
    public RunName within(Optional<ReferencePeriod> other) {
        return period.isPresent() ? this : new RunName(other, number);
    }

    @Override
    public String toString() {
        return period.map(found -> found + "/").orElse("") + number;
    }
}
