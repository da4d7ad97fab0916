package xiangbao.jobs.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A task as the scheduler has it.
 *
 * @param name as in {@code application.yaml}: intake, run-previous-month, …
 * @param title in Chinese
 * @param misfire what becomes of a time that was missed, in Chinese
 * @param next the next time by the machine's own clock; null when there is none
 */
public record NextFireTime(
        String name,
        String title,
        String cron,
        ZoneId zone,
        String misfire,
        @Nullable Instant next) {}
