package xiangbao.jobs.schedule;

import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.quartz.CronExpression;
import xiangbao.jobs.Day;
import xiangbao.jobs.Office;
import xiangbao.jobs.workspace.OfficeSettings;

/**
 * A year of service in an afternoon: a clock that the test moves, the real serving office with its real Quartz scheduler, and its schedules played in the
 * order in which they would have come round.
 *
 * <p>The stored triggers are paused, so that only the test lets them fire; their cron expressions and zones are asked of the scheduler. The inbox is looked
 * through when the test says so ({@link #look}), as the watch would do within seconds. Everything but Quartz reads the test's clock.
 */
public final class PlayedYear implements AutoCloseable {
    /** A schedule that came round. */
    public record Played(LocalDateTime at, String name) {}

    private final OfficeSettings settings;
    private final Day day;
    private Serving serving;

    private PlayedYear(OfficeSettings settings, Day day) {
        this.settings = settings;
        this.day = day;
        this.serving = started(settings);
    }

    /**
     * Begins to serve at a moment.
     *
     * @param database Spring properties of the database; none for H2
     */
    public static PlayedYear begin(
            Path workspace, Path config, Path templates, LocalDateTime moment, Map<String, String> database) {
        Day day = Day.at(moment);
        Map<String, String> overrides = new HashMap<>(database);
        overrides.put("server.port", "0");
        overrides.put("xiangbao.inbox.watch", "false");
        overrides.put("xiangbao.inbox.settling", "100ms");
        return new PlayedYear(
                new OfficeSettings(workspace, config, templates, day, "test", Duration.ofSeconds(1), overrides), day);
    }

    private static Serving started(OfficeSettings settings) {
        Serving serving = Serving.start(settings);
        serving.pause();
        return serving;
    }

    public Serving serving() {
        return serving;
    }

    public Office office() {
        return serving.office();
    }

    public Clock clock() {
        return day;
    }

    public LocalDateTime now() {
        return LocalDateTime.now(day);
    }

    /** Moves the clock without playing what would have come round: the time while nobody served. */
    public void skipTo(LocalDateTime moment) {
        day.moveTo(moment);
    }

    /** What the watch does within seconds after files have come. */
    public void look() {
        serving.look();
    }

    /** Ends the service as SIGTERM does, and begins it again; the configuration is read anew. */
    public void restart() {
        close();
        serving = started(settings);
    }

    /** Begins again after {@link #close}, and lets the scheduler make up by itself for what it has in its store as missed, before the test goes on. */
    public void serveAgainUntil(BooleanSupplier madeUp) throws InterruptedException {
        serving = Serving.start(settings);
        for (int attempt = 0; attempt < 600 && !madeUp.getAsBoolean(); attempt++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        serving.pause();
    }

    /** Plays every schedule that comes round until a moment, each at its time, and leaves the clock there. */
    public List<Played> playUntil(LocalDateTime moment) {
        List<Played> played = new ArrayList<>();
        Instant end = moment.atZone(day.getZone()).toInstant();
        while (true) {
            record Next(Instant at, String name) {}
            List<Next> next = new ArrayList<>();
            for (NextFireTime one : serving.appointments()) {
                next.add(new Next(after(one, day.instant()), one.name()));
            }
            Next first = next.stream().min(Comparator.comparing(Next::at)).orElse(null);
            if (first == null || first.at().isAfter(end)) {
                day.moveTo(end);
                return played;
            }
            day.moveTo(first.at());
            // what comes round at one moment is played in the order of the file
            for (Next one : next) {
                if (one.at().equals(first.at())) {
                    serving.fire(one.name());
                    played.add(new Played(now(), one.name()));
                }
            }
        }
    }

    private static Instant after(NextFireTime appointment, Instant moment) {
        try {
            CronExpression cron = new CronExpression(appointment.cron());
            cron.setTimeZone(TimeZone.getTimeZone(appointment.zone()));
            Date next = cron.getNextValidTimeAfter(Date.from(moment));
            return next == null ? Instant.MAX : next.toInstant();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        serving.standDown();
        serving.stop();
    }
}
