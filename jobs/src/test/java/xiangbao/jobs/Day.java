package xiangbao.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A day in a county: its clock stands at a moment until a test moves it. Safe to read from several threads. */
public final class Day extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    private Day(Instant now) {
        this.now = now;
    }

    /** A moment as the clock on the wall of the office shows it, such as {@code 2026-10-09T16:20}. */
    public static Day at(String moment) {
        return at(LocalDateTime.parse(moment));
    }

    public static Day at(LocalDateTime moment) {
        return new Day(moment.atZone(ZONE).toInstant());
    }

    public void moveTo(LocalDateTime moment) {
        moveTo(moment.atZone(ZONE).toInstant());
    }

    public void moveTo(Instant moment) {
        now = moment;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
