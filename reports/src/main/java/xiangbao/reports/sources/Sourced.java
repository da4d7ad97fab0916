package xiangbao.reports.sources;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.ProgressText;
import xiangbao.statistics.progress.UnitProgress;

/**
 * A figure of a report, of the county or of one unit, whose sources are to be shown.
 *
 * @param code of the indicator or target
 * @param status 已核, 初步数, 未报 and the like
 * @param coverage such as 22/25
 * @param formula how it is computed from others; empty for a sum of what was reported
 */
public record Sourced(
        String code,
        String title,
        ReferencePeriod period,
        @Nullable BigDecimal value,
        int decimals,
        String measure,
        String status,
        String coverage,
        String formula,
        List<Contribution> contributions) {
    public Sourced {
        contributions = List.copyOf(contributions);
    }

    /** @param formula of a derived indicator, otherwise empty */
    public static Sourced of(Figure figure, String formula) {
        return new Sourced(
                figure.indicator().code().toString(),
                figure.indicator().title(),
                figure.period(),
                figure.value(),
                figure.indicator().decimals(),
                figure.indicator().unit(),
                figure.status().title(),
                coverage(figure.coverage()),
                formula,
                figure.contributions());
    }

    /** The actuals of targets; one that stands as its parts do leaves the cells to them where all of them are there. */
    public static List<Sourced> of(List<Progress> progress) {
        Set<String> codes = new HashSet<>();
        progress.forEach(one -> codes.add(one.target().code()));
        return progress.stream()
                .map(one -> of(
                        one,
                        one.target().isComposite()
                                        && codes.containsAll(
                                                one.target().measure().parts())
                                ? List.of()
                                : one.grounds().contributions()))
                .toList();
    }

    private static Sourced of(Progress progress, List<Contribution> contributions) {
        return of(
                progress,
                progress.attainment().actual(),
                ProgressText.measure(progress),
                progress.status(),
                coverage(progress.grounds().coverage()),
                contributions);
    }

    /** What one unit has come to of a target that is judged unit by unit. */
    public static Sourced of(Progress progress, UnitProgress own) {
        return of(
                progress,
                own.actual(),
                progress.target().measure().unit(),
                own.status(),
                "—",
                progress.grounds().contributions().stream()
                        .filter(one ->
                                one.observation().subject().equals(own.unit().code()))
                        .toList());
    }

    private static Sourced of(
            Progress progress,
            @Nullable BigDecimal actual,
            String measure,
            ProgressStatus status,
            String coverage,
            List<Contribution> contributions) {
        Target target = progress.target();
        return new Sourced(
                target.code(),
                target.title(),
                progress.period(),
                actual,
                actual == null ? 0 : Math.max(actual.scale(), 0),
                measure,
                status.title(),
                coverage,
                target.measure().computation(),
                contributions);
    }

    private static String coverage(Coverage coverage) {
        return coverage.expected().isEmpty() ? "—" : coverage.fraction();
    }

    /** The submissions whose cells are in figures. */
    public static List<Source> files(CountyResult result, List<Sourced> figures) {
        Set<String> rounds = new HashSet<>();
        figures.forEach(figure -> figure.contributions().forEach(one -> rounds.add(one.key() + " " + one.round())));
        return result.sources().stream()
                .filter(source -> rounds.contains(source.key() + " " + source.round()))
                .toList();
    }
}
