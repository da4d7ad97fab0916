package xiangbao.jobs.runs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** Holds what a run came to against 核定数. */
public final class OfficialComparison {
    private OfficialComparison() {}

    /** Of a figure of the county; empty where there is no 核定数 about it, or no figure. */
    public static Optional<OfficialGap> of(FigureRow row, Definitions definitions) {
        String value = row.value();
        if (value == null || !row.unit().equals(definitions.units().county().code())) {
            return Optional.empty();
        }
        return definitions
                .official()
                .find(row.indicator().toString(), row.period())
                .flatMap(stated -> OfficialGap.of(
                        row.indicator().toString(),
                        row.title(),
                        row.period(),
                        new BigDecimal(value),
                        row.measure(),
                        decimals(row.indicator(), definitions),
                        row.reported(),
                        stated));
    }

    private static int decimals(IndicatorCode code, Definitions definitions) {
        return definitions
                .form(code.form())
                .flatMap(rules -> rules.form()
                        .indicator(code)
                        .or(() -> rules.computation(code).map(derived -> derived.indicator())))
                .map(Indicator::decimals)
                .orElse(0);
    }

    private static Optional<OfficialGap> of(TargetRow row, ReferencePeriod period, Definitions definitions) {
        String actual = row.actual();
        return actual == null
                ? Optional.empty()
                : definitions
                        .official()
                        .find(row.code(), period)
                        .flatMap(stated -> OfficialGap.of(
                                row.code(),
                                row.title(),
                                period,
                                new BigDecimal(actual),
                                row.measure(),
                                definitions
                                        .plan()
                                        .target(row.code())
                                        .map(target -> target.measure().decimals())
                                        .orElse(0),
                                Integer.parseInt(row.coverage().split("/")[0]),
                                stated));
    }

    /** All that lie further apart than rounding explains: indicators in print order, then targets. */
    public static List<OfficialGap> beyondRounding(
            List<FigureRow> figures, List<TargetRow> targets, ReferencePeriod period, Definitions definitions) {
        List<OfficialGap> gaps = new ArrayList<>();
        figures.forEach(row -> of(row, definitions).ifPresent(gaps::add));
        targets.forEach(row -> of(row, period, definitions).ifPresent(gaps::add));
        gaps.removeIf(gap -> !gap.beyondRounding());
        return gaps;
    }
}
