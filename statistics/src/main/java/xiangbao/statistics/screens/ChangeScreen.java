package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.tuning.Screen;

/** Doubts a figure that nothing known about it expects. One that agrees with the last period, or with last year, is left alone. */
final class ChangeScreen {
    /** How near to a power of ten, or to another unit of measurement, a figure must be for that to be its likely cause. */
    private static final double NEAR = 0.3;

    /** A named unit is preferred to a bare power of ten that fits this much better. */
    private static final double PREFERENCE = 0.1;

    /** Nothing that it is held against may be nearer than this. */
    private static final double FAR = Math.log(4);

    private ChangeScreen() {}

    static Optional<Screened> doubt(Watched watched, String line, BigDecimal actual, List<Comparison> comparisons) {
        if (comparisons.isEmpty() || comparisons.stream().anyMatch(Comparison::agrees)) {
            return Optional.empty();
        }
        Comparison nearest = comparisons.stream()
                .min(Comparator.comparingDouble(Comparison::weight))
                .orElseThrow();
        Comparison leader = comparisons.stream()
                .filter(one -> !Double.isInfinite(one.distance()))
                .findFirst()
                .orElse(comparisons.get(0));
        Optional<MistakenUnit> mistaken =
                watched.looks(Screen.POWER_OF_TEN) ? mistaken(watched, leader, nearest) : Optional.empty();
        Screen screen = mistaken.isPresent() ? Screen.POWER_OF_TEN : screen(leader.against());
        if (!watched.looks(screen)) {
            return Optional.empty();
        }
        boolean gross = !Double.isInfinite(nearest.distance())
                && nearest.weight() >= Math.log(watched.setting(screen).gross());
        List<Held> against = comparisons.stream()
                .sorted(Comparator.comparingInt(one -> one == leader ? 0 : 1))
                .map(Comparison::held)
                .toList();
        return Optional.of(new Screened(
                screen,
                line,
                watched.indicator(),
                actual,
                nearest.distance(),
                gross,
                against,
                ScreenWords.title(watched.indicator(), actual, leader, mistaken),
                leader.usual()));
    }

    /** Whether a screen looks at what a figure was held against. */
    static boolean isAbout(Screen screen, Comparison comparison) {
        return screen == Screen.POWER_OF_TEN || screen == screen(comparison.against());
    }

    private static Screen screen(Against against) {
        return against == Against.LAST_YEAR ? Screen.CHANGE_YEAR : Screen.CHANGE_PERIOD;
    }

    private static Optional<MistakenUnit> mistaken(Watched watched, Comparison leader, Comparison nearest) {
        if (nearest.weight() < FAR) {
            return Optional.empty();
        }
        return mistaken(watched, leader).or(() -> mistaken(watched, nearest));
    }

    private static Optional<MistakenUnit> mistaken(Watched watched, Comparison comparison) {
        if (Double.isInfinite(comparison.distance())) {
            return Optional.empty();
        }
        return watched.mistaken().stream()
                .filter(one -> !one.small() && distance(one, comparison) <= NEAR)
                .min(Comparator.comparingDouble(one -> distance(one, comparison) - (one.named() ? PREFERENCE : 0)));
    }

    private static double distance(MistakenUnit mistaken, Comparison comparison) {
        return Math.abs(mistaken.log() - comparison.distance());
    }
}
