package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;

/**
 * What may have happened in one cell, given the figures that it may hold: every slip that leads from one of them to the typed figure, weighed by how often it
 * happens and by how well the figure fits what the unit reported before.
 *
 * @param score how much speaks for an error in this cell, as a natural logarithm
 * @param kind the slip that is likelier than all others together, or {@link Kind#UNKNOWN}
 */
record Judgement(Fraction right, Kind kind, String detail, double score) {
    private static final double ANYTHING = Math.log(0.15);
    private static final double COPIED = Math.log(0.25);
    private static final double SHIFTED = Math.log(0.08);
    private static final double ZERO = Math.log(0.05);
    private static final double LIKELY = 0.5;

    /** A way from a right figure to the typed one. */
    private record Way(@Nullable Fraction right, Kind kind, String detail, double chance) {}

    static Judgement of(Typed cell, Ranges possible, List<Repair> repairs) {
        Chances chances = new Chances(cell);
        double step = chances.typedStep();
        double any = chances.mass(possible);
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(null, Kind.UNKNOWN, "", any + ANYTHING + Chances.UNKNOWN));
        if (cell.number().isZero()) {
            ways.add(new Way(null, Kind.ZERO, "", any + ZERO - step));
        } else {
            elsewhere(cell, any - step, ways);
        }
        for (Repair repair : repairs) {
            Ranges meant = repair.of(possible, cell.step());
            if (!meant.isEmpty()) {
                Fraction near = meant.nearest(repair.meant());
                Fraction right = near == null ? repair.meant() : near.rounded(cell.decimals());
                double chance = chances.mass(meant) + repair.chance() - step;
                ways.add(new Way(right, repair.kind(), repair.detail(), chance));
            }
        }
        return weighed(ways, chances.likeliest(possible), cell.suspicion() - chances.density(cell.number()));
    }

    /** The figure of another period or of another cell. */
    private static void elsewhere(Typed cell, double base, List<Way> ways) {
        for (Earlier earlier : cell.earlier()) {
            if (earlier.number().equals(cell.number())) {
                ways.add(new Way(null, Kind.COPIED, earlier.title(), base + COPIED));
            }
        }
        for (Neighbour neighbour : cell.neighbours()) {
            boolean same = neighbour.number().equals(cell.number());
            Fraction earlier = neighbour.earlier();
            if (same || (earlier != null && cell.number().equals(earlier))) {
                double chance = SHIFTED - Math.log(cell.neighbours().size());
                String detail = neighbour.title() + (same ? "" : "上期");
                ways.add(new Way(null, Kind.SHIFTED, (neighbour.aside() ? "栏" : "行") + detail, base + chance));
            }
        }
    }

    private static Judgement weighed(List<Way> ways, Fraction likeliest, double against) {
        double most = ways.stream().mapToDouble(Way::chance).max().orElseThrow();
        double sum = 0;
        Map<String, Double> families = new HashMap<>();
        for (Way way : ways) {
            double weight = Math.exp(way.chance() - most);
            sum += weight;
            families.merge(family(way.kind()), weight, Double::sum);
        }
        double score = most + Math.log(sum) + against;
        for (Map.Entry<String, Double> family : families.entrySet()) {
            if (family.getValue() / sum >= LIKELY) {
                Way best = ways.stream()
                        .filter(way -> family(way.kind()).equals(family.getKey()))
                        .max(Comparator.comparingDouble(Way::chance))
                        .orElseThrow();
                return new Judgement(
                        best.right() == null ? likeliest : best.right(), best.kind(), best.detail(), score);
            }
        }
        Way best = ways.stream().max(Comparator.comparingDouble(Way::chance)).orElseThrow();
        return new Judgement(best.right() == null ? likeliest : best.right(), Kind.UNKNOWN, "", score);
    }

    /** Kinds of slip that a reader would take for one: a factor may come from a unit or from zeros. */
    private static String family(Kind kind) {
        return switch (kind) {
            case DIGIT, EXTRA_DIGIT, LOST_DIGIT -> "数字";
            case POWER_OF_TEN, UNIT -> "倍数";
            default -> kind.code();
        };
    }
}
