package xiangbao.jobs.answers;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.schedule.NextFireTime;
import xiangbao.jobs.schedule.Serving;

/** That a process serves, and when it does what. */
public record ServingJson(
        boolean serving, long pid, Path inbox, List<Schedule> schedules, String health, String metrics) {
    public static ServingJson of(Serving serving) {
        return new ServingJson(
                true,
                ProcessHandle.current().pid(),
                serving.settings().workspace().resolve("inbox"),
                serving.appointments().stream().map(Schedule::of).toList(),
                serving.address() + "health",
                serving.address() + "prometheus");
    }

    /** A schedule and when it is due next. */
    public record Schedule(
            String name,
            String cron,
            String zone,
            String misfire,
            @Nullable String next) {
        static Schedule of(NextFireTime one) {
            Instant next = one.next();
            return new Schedule(
                    one.name(),
                    one.cron(),
                    one.zone().toString(),
                    one.misfire(),
                    next == null
                            ? null
                            : next.atZone(one.zone()).toOffsetDateTime().toString());
        }
    }
}
