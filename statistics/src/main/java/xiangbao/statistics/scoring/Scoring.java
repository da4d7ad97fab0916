package xiangbao.statistics.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.UnitKind;
import xiangbao.statistics.model.UnitSelector;
import xiangbao.statistics.model.Units;

/**
 * 报送评分办法: how many points reporting late, not at all, or with mistakes that were sent back costs. What a unit reports, whether it reaches its targets
 * and what it was asked to explain cost nothing.
 *
 * @param full points of who does everything in time
 * @param late points off for each form whose first 报送 came after the due day
 * @param missing points off for each form of which nothing came
 * @param returned points off for each 报送 that was sent back for a 强制性 finding
 * @param least points below which nobody falls
 * @param groups who is ranked, each group apart
 * @param unscored forms that do not count here
 */
public record Scoring(
        BigDecimal full,
        BigDecimal late,
        BigDecimal missing,
        BigDecimal returned,
        BigDecimal least,
        List<RankedGroup> groups,
        Set<FormCode> unscored) {
    /** What holds when nothing is configured. */
    public static final Scoring USUAL = new Scoring(
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(2),
            BigDecimal.valueOf(5),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            List.of(
                    new RankedGroup("乡镇（街道）", UnitSelector.TOWNSHIPS),
                    new RankedGroup("县直部门", new UnitSelector(Set.of(UnitKind.DEPARTMENT), Set.of(), Set.of()))),
            Set.of());

    public Scoring {
        groups = List.copyOf(groups);
        unscored = Set.copyOf(unscored);
    }

    /**
     * Ranks every group.
     *
     * @param units in the order in which those with equal points are listed
     * @param deliveries of all units, in print order of the forms
     */
    public List<Ranking> rank(Units units, List<Delivery> deliveries) {
        return groups.stream().map(group -> rank(group, units, deliveries)).toList();
    }

    private Ranking rank(RankedGroup group, Units units, List<Delivery> deliveries) {
        Map<ReportingUnit, List<Delivery>> byUnit = new LinkedHashMap<>();
        units.all().forEach(unit -> byUnit.put(unit, new ArrayList<>()));
        for (Delivery one : deliveries) {
            if (group.units().selects(one.unit()) && !unscored.contains(one.form())) {
                byUnit.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one);
            }
        }
        List<Score> unranked = new ArrayList<>();
        byUnit.forEach((unit, owed) -> {
            if (!owed.isEmpty()) {
                unranked.add(score(unit, owed));
            }
        });
        unranked.sort(Comparator.comparing(Score::points).reversed());
        List<Score> ranked = new ArrayList<>();
        for (Score score : unranked) {
            Score before = ranked.isEmpty() ? score : ranked.get(ranked.size() - 1);
            int rank = !ranked.isEmpty() && before.points().compareTo(score.points()) == 0
                    ? before.rank()
                    : ranked.size() + 1;
            ranked.add(new Score(score.unit(), rank, score.points(), score.owed(), score.deductions()));
        }
        return new Ranking(group, ranked);
    }

    private Score score(ReportingUnit unit, List<Delivery> owed) {
        List<Deduction> deductions = new ArrayList<>();
        for (Delivery one : owed) {
            if (one.arrivals().isEmpty()) {
                deductions.add(new Deduction(Deduction.Kind.MISSING, one, 0, null, missing));
            }
            for (int index = 0; index < one.arrivals().size(); index++) {
                Delivery.Arrival arrival = one.arrivals().get(index);
                if (index == 0 && arrival.received().toLocalDate().isAfter(one.due())) {
                    deductions.add(new Deduction(Deduction.Kind.LATE, one, arrival.round(), arrival.received(), late));
                }
                if (arrival.sentBack()) {
                    deductions.add(
                            new Deduction(Deduction.Kind.RETURNED, one, arrival.round(), arrival.received(), returned));
                }
            }
        }
        BigDecimal points = deductions.stream()
                .map(Deduction::points)
                .reduce(full, BigDecimal::subtract)
                .max(least);
        return new Score(unit, 0, points, owed.size(), deductions);
    }
}
