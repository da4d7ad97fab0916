package xiangbao.statistics.progress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Ranks townships on how far they are with project tasks: by completion, then by how they stand against the calendar. Statistics are never ranked, only
 * targets that the plan marks; and only units that have such tasks and have reported all of them.
 *
 * @param places best first; equals share a place and stand in register order
 * @param unranked who takes no part, and why, in register order
 */
public record ProjectRanking(List<Place> places, List<Unranked> unranked) {
    public ProjectRanking {
        places = List.copyOf(places);
        unranked = List.copyOf(unranked);
    }

    /**
     * A unit's place.
     *
     * @param tasks how many tasks it has
     * @param reached how many of them are reached
     * @param completion mean 完成率 of its tasks in per cent, each counted as 100 at most, so that no task makes up for another
     * @param deviation mean 偏差 of those held against the calendar, in percentage points; null when none is
     */
    public record Place(
            int rank,
            ReportingUnit unit,
            int tasks,
            int reached,
            Fraction completion,
            @Nullable Fraction deviation) {}

    /** A unit that is not ranked. */
    public record Unranked(ReportingUnit unit, String reason) {}

    /** What one unit has done of its tasks. */
    private static final class Work {
        final List<Fraction> completions = new ArrayList<>();
        final List<Fraction> deviations = new ArrayList<>();
        final Map<FigureStatus, List<String>> lacking = new EnumMap<>(FigureStatus.class);
        int reached;

        void add(Progress progress, UnitProgress one) {
            Fraction completion = one.exactCompletion();
            if (completion != null) {
                completions.add(completion.compareTo(CheckDate.HUNDRED) > 0 ? CheckDate.HUNDRED : completion);
                reached += one.status().isReached() ? 1 : 0;
                Fraction deviation = one.exactDeviation();
                if (deviation != null) {
                    deviations.add(deviation);
                }
            } else if (one.status() == ProgressStatus.UNDECIDED) {
                lacking.computeIfAbsent(progress.grounds().coverage().lacking(one.unit()), any -> new ArrayList<>())
                        .add(progress.target().code() + progress.target().title());
            }
        }

        String lacking() {
            return Stream.of(FigureStatus.MISSING, FigureStatus.RETURNED, FigureStatus.WITHHELD)
                    .filter(lacking::containsKey)
                    .map(why -> why.title() + "：" + String.join("、", lacking.getOrDefault(why, List.of())))
                    .collect(Collectors.joining("；"));
        }
    }

    /** Over all targets of a period that are ranked; give a single one for its own ranking. */
    public static ProjectRanking of(List<Progress> progress) {
        Map<ReportingUnit, Work> byUnit = new LinkedHashMap<>();
        for (Progress one : progress) {
            if (one.target().scope().ranked()) {
                one.byUnit()
                        .units()
                        .forEach(unit -> byUnit.computeIfAbsent(unit.unit(), any -> new Work())
                                .add(one, unit));
            }
        }
        List<Place> candidates = new ArrayList<>();
        List<Unranked> unranked = new ArrayList<>();
        byUnit.forEach((unit, work) -> {
            if (!work.lacking.isEmpty()) {
                unranked.add(new Unranked(unit, work.lacking()));
            } else if (work.completions.isEmpty()) {
                unranked.add(new Unranked(unit, "没有任务"));
            } else {
                Fraction deviation = work.deviations.isEmpty() ? null : mean(work.deviations);
                candidates.add(
                        new Place(0, unit, work.completions.size(), work.reached, mean(work.completions), deviation));
            }
        });
        candidates.sort(ProjectRanking::compare);
        List<Place> places = new ArrayList<>();
        for (Place one : candidates) {
            Place above = places.isEmpty() ? null : places.get(places.size() - 1);
            int rank = above != null && compare(above, one) == 0 ? above.rank() : places.size() + 1;
            places.add(new Place(rank, one.unit(), one.tasks(), one.reached(), one.completion(), one.deviation()));
        }
        return new ProjectRanking(places, unranked);
    }

    private static int compare(Place one, Place other) {
        int byCompletion = other.completion().compareTo(one.completion());
        return byCompletion != 0 ? byCompletion : compareDeviations(one.deviation(), other.deviation());
    }

    private static int compareDeviations(@Nullable Fraction one, @Nullable Fraction other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return other.compareTo(one);
    }

    private static Fraction mean(List<Fraction> numbers) {
        Fraction sum = numbers.stream().reduce(Fraction.ZERO, Fraction::plus);
        return sum.over(Fraction.of(numbers.size()));
    }
}
