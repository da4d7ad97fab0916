package xiangbao.statistics.scoring;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/**
 * 报送评分办法: how many points reporting late, not at all, or with mistakes that were sent back costs. What a unit reports, whether it reaches its targets
 * and what it was asked to explain cost nothing.
 *
 * @param by whether the rates are for each tenth of what a unit owes, or for each piece
 * @param full points of who does everything in time
 * @param late points off for forms whose first 报送 came after the due day
 * @param missing points off for forms of which nothing came
 * @param returned points off for each 报送 that was sent back for a 强制性 finding
 * @param least points below which nobody falls
 * @param groups who is ranked, each group apart
 * @param unscored forms that do not count here
 */
public record Scoring(
        RateBasis by,
        BigDecimal full,
        BigDecimal late,
        BigDecimal missing,
        BigDecimal returned,
        BigDecimal least,
        List<RankedGroup> groups,
        Set<FormCode> unscored) {
    private static final List<RankedGroup> GROUPS = List.of(
            new RankedGroup("乡镇（街道）", UnitSelector.TOWNSHIPS),
            new RankedGroup("县直部门", new UnitSelector(Set.of(UnitKind.DEPARTMENT), Set.of(), Set.of())));

    /** What holds when nothing is configured: who reports nothing at all has no points left. */
    public static final Scoring USUAL = usual(RateBasis.SHARE, 4, 10, 2);

    /** What holds by piece where nothing else is configured. */
    public static final Scoring USUAL_BY_PIECE = usual(RateBasis.PIECE, 2, 5, 1);

    private static Scoring usual(RateBasis by, int late, int missing, int returned) {
        return new Scoring(
                by,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(late),
                BigDecimal.valueOf(missing),
                BigDecimal.valueOf(returned),
                BigDecimal.ZERO,
                GROUPS,
                Set.of());
    }

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
        List<Deduction> found = new ArrayList<>();
        for (Delivery one : owed) {
            if (one.arrivals().isEmpty()) {
                found.add(deduction(Deduction.Kind.MISSING, one, 0, null));
            }
            for (int index = 0; index < one.arrivals().size(); index++) {
                Delivery.Arrival arrival = one.arrivals().get(index);
                if (index == 0 && arrival.received().toLocalDate().isAfter(one.due())) {
                    found.add(deduction(Deduction.Kind.LATE, one, arrival.round(), arrival.received()));
                }
                if (arrival.sentBack()) {
                    found.add(deduction(Deduction.Kind.RETURNED, one, arrival.round(), arrival.received()));
                }
            }
        }
        List<Deduction> deductions = priced(found, owed.size());
        BigDecimal points = deductions.stream().map(Deduction::points).reduce(full, BigDecimal::subtract);
        return new Score(unit, 0, points, owed.size(), deductions);
    }

    private static Deduction deduction(Deduction.Kind kind, Delivery one, int round, @Nullable LocalDateTime received) {
        return new Deduction(kind, one, round, received, BigDecimal.ZERO, "");
    }

    /** The same with what each costs; from where nobody falls any lower, nothing more. */
    private List<Deduction> priced(List<Deduction> found, int owed) {
        Map<Deduction.Kind, Iterator<BigDecimal>> lines = new EnumMap<>(Deduction.Kind.class);
        Map<Deduction.Kind, String> words = new EnumMap<>(Deduction.Kind.class);
        for (Deduction.Kind kind : Deduction.Kind.values()) {
            int count = (int) found.stream().filter(one -> one.kind() == kind).count();
            if (count > 0) {
                Reckoning reckoning = new Reckoning(by, kind, rate(kind), count, owed);
                lines.put(kind, reckoning.lines().iterator());
                words.put(kind, reckoning.words());
            }
        }
        List<Deduction> priced = new ArrayList<>();
        BigDecimal left = full.subtract(least);
        for (Deduction one : found) {
            BigDecimal points = Objects.requireNonNull(lines.get(one.kind())).next();
            String how = Objects.requireNonNull(words.get(one.kind()));
            if (points.compareTo(left) > 0) {
                points = left;
                how += "；扣到最低" + Reckoning.plain(least) + "分为止，本行扣" + Reckoning.plain(left) + "分";
            }
            left = left.subtract(points);
            priced.add(new Deduction(one.kind(), one.delivery(), one.round(), one.received(), points, how));
        }
        return priced;
    }

    private BigDecimal rate(Deduction.Kind kind) {
        return switch (kind) {
            case LATE -> late;
            case MISSING -> missing;
            case RETURNED -> returned;
        };
    }

    /** The rules of what is taken off, as they are printed below a ranking. */
    public String rules() {
        String lateOff = Reckoning.plain(late);
        String missingOff = Reckoning.plain(missing);
        String returnedOff = Reckoning.plain(returned);
        return by == RateBasis.PIECE
                ? "每张迟报扣" + lateOff + "分，未报扣" + missingOff + "分；因强制性问题每退回一次扣" + returnedOff + "分"
                : "按占应报张数的比例扣分：迟报每一成扣" + lateOff + "分，未报每一成扣" + missingOff + "分，因强制性问题退回（按次数）每一成扣" + returnedOff
                        + "分，各项合计四舍五入到0.01分";
    }
}
