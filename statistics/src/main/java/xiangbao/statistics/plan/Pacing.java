package xiangbao.statistics.plan;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 进度要求: what the year expects of a target before its end.
 *
 * @param pace how progress is held against the calendar
 * @param judgedFrom for {@link Pace#SEASONAL} without nodes, the day of the year from which it is judged; null otherwise
 * @param nodes for {@link Pace#SEASONAL}, how much is expected from which day on, in the order of the year
 */
public record Pacing(Pace pace, @Nullable MonthDay judgedFrom, List<SeasonNode> nodes) {
    public Pacing {
        nodes = List.copyOf(nodes);
    }

    /** One that needs no days of its own. */
    public static Pacing of(Pace pace) {
        return new Pacing(pace, null, List.of());
    }
}
