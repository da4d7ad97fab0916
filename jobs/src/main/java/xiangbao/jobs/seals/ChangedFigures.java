package xiangbao.jobs.seals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.seals.StoredNotice;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.text.VisibleText;
import xiangbao.statistics.units.UnitCode;

/** Puts old and new figures side by side and keeps those that differ. */
final class ChangedFigures {
    private static final String NONE = "未报";

    private record Place(IndicatorCode indicator, String line, UnitCode subject) {}

    private record CountyPlace(IndicatorCode indicator, ReferencePeriod period) {}

    private final Definitions definitions;

    ChangedFigures(Definitions definitions) {
        this.definitions = definitions;
    }

    /** What a unit reports otherwise, in the order of the new submission; what it no longer reports comes last. */
    List<StoredNotice.Line> reported(SubmissionKey key, List<Observation> before, List<Observation> after) {
        Map<Place, Observation> old = byPlace(before);
        Map<Place, Observation> now = byPlace(after);
        List<StoredNotice.Line> lines = new ArrayList<>();
        Map<Place, Observation> all = new LinkedHashMap<>(now);
        old.forEach(all::putIfAbsent);
        for (Place place : all.keySet()) {
            Observation was = old.get(place);
            Observation is = now.get(place);
            if (text(was).equals(text(is))) {
                continue;
            }
            Optional<Indicator> indicator = indicator(place.indicator());
            lines.add(new StoredNotice.Line(
                    StoredNotice.Level.REPORTED,
                    place.subject(),
                    place.indicator(),
                    place.line(),
                    indicator.map(Indicator::title).orElse(place.indicator().item()),
                    key.period(),
                    indicator.map(Indicator::unit).orElse(""),
                    indicator.map(Indicator::decimals).orElse(0),
                    text(was),
                    text(is),
                    difference(was == null ? null : was.number(), is == null ? null : is.number())));
        }
        return lines;
    }

    private static Map<Place, Observation> byPlace(List<Observation> observations) {
        Map<Place, Observation> found = new LinkedHashMap<>();
        observations.forEach(one -> found.putIfAbsent(new Place(one.indicator(), one.line(), one.subject()), one));
        return found;
    }

    private static String text(@Nullable Observation one) {
        if (one == null) {
            return NONE;
        }
        BigDecimal number = one.number();
        if (number != null) {
            return RunTables.plain(number);
        }
        String text = one.text();
        if (text != null && !text.isEmpty()) {
            return text;
        }
        return switch (one.status()) {
            case NOT_APPLICABLE -> "—";
            case UNREADABLE -> VisibleText.of(one.raw());
            default -> NONE;
        };
    }

    private static String difference(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? "" : RunTables.plain(after.subtract(before));
    }

    /** The county's figures of two runs that differ, in the order of the later one. */
    List<StoredNotice.Line> county(List<FigureRow> before, List<FigureRow> after) {
        Map<CountyPlace, FigureRow> old = new LinkedHashMap<>();
        before.forEach(row -> old.put(new CountyPlace(row.indicator(), row.period()), row));
        List<StoredNotice.Line> lines = new ArrayList<>();
        for (FigureRow row : after) {
            FigureRow was = old.get(new CountyPlace(row.indicator(), row.period()));
            if (was == null || !Objects.equals(was.value(), row.value())) {
                lines.add(new StoredNotice.Line(
                        StoredNotice.Level.COUNTY,
                        row.unit(),
                        row.indicator(),
                        "",
                        row.title(),
                        row.period(),
                        row.measure(),
                        indicator(row.indicator()).map(Indicator::decimals).orElse(0),
                        text(was),
                        text(row),
                        difference(
                                was == null || was.value() == null ? null : new BigDecimal(was.value()),
                                row.value() == null ? null : new BigDecimal(row.value()))));
            }
        }
        return lines;
    }

    private static String text(@Nullable FigureRow row) {
        if (row == null || row.value() == null) {
            return row == null ? NONE : FigureStatus.valueOf(row.status()).title();
        }
        return row.value();
    }

    private Optional<Indicator> indicator(IndicatorCode code) {
        FormCode form = code.form();
        return definitions
                .form(form)
                .flatMap(rules -> rules.form()
                        .indicator(code)
                        .or(() -> rules.derived().stream()
                                .map(derived -> derived.indicator())
                                .filter(indicator -> indicator.code().equals(code))
                                .findFirst()));
    }
}
