package xiangbao.statistics.publication;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.periods.ReferencePeriod;

/** The register of 核定数. */
public record OfficialFigures(List<OfficialFigure> all) {
    public static final OfficialFigures NONE = new OfficialFigures(List.of());

    public OfficialFigures {
        all = List.copyOf(all);
    }

    /** The figure about a period, or about one that ends on the same day: a year's figure stands beside that of its fourth quarter. */
    public Optional<OfficialFigure> find(String indicator, ReferencePeriod period) {
        return find(indicator, period, true).or(() -> find(indicator, period, false));
    }

    private Optional<OfficialFigure> find(String indicator, ReferencePeriod period, boolean exactly) {
        return all.stream()
                .filter(one -> one.indicator().equals(indicator))
                .filter(one -> exactly
                        ? one.period().equals(period)
                        : one.period().lastDay().equals(period.lastDay()))
                .findFirst();
    }
}
