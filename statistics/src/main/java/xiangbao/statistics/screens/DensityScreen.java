package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.bands.Reach;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.tuning.Setting;
import xiangbao.statistics.units.UnitCode;

/**
 * Holds each figure against what the unit is like: so many for each household, village or acre, on the log scale, as all units have it. It needs no past of
 * the unit, so it sees what was wrong from the beginning. Without bands it has nothing to say.
 */
final class DensityScreen {
    private final Form form;
    private final ScreenRules rules;
    private final Bands bands;

    /** What was said of all figures; no verdict where there is nothing to look at. */
    record Result(List<Screened> doubts, Optional<Verdict> verdict) {}

    /** A figure and whom it is about. */
    private record Told(BigDecimal number, UnitCode subject) {}

    /** A figure, by line of a ledger and item. */
    record Cell(String line, String item) {}

    DensityScreen(Form form, ScreenRules rules, Bands bands) {
        this.form = form;
        this.rules = rules;
        this.bands = bands;
    }

    /**
     * @param doubted figures that something else already doubts: they are not told again, and measure nothing
     * @param familiar figures that are as they were before: whether that is usual was asked then
     */
    Result screen(
            ReferencePeriod period, List<Observation> observations, Past past, Set<Cell> doubted, Set<Cell> familiar) {
        if (bands.isEmpty()) {
            return new Result(List.of(), Optional.empty());
        }
        Sheet sheet = new Sheet(period, observations, past, doubted, familiar);
        // what is measured by master data first: it may tell that another figure is measured by a wrong one
        sheet.look(false);
        sheet.look(true);
        return sheet.result();
    }

    private final class Sheet {
        private final ReferencePeriod period;
        private final List<Observation> observations;
        private final Past past;
        private final Set<Cell> doubted;
        private final Set<Cell> familiar;
        private final Map<Cell, Told> figures = new LinkedHashMap<>();
        private final Map<Cell, Screened> doubts = new LinkedHashMap<>();
        private boolean looked;
        private boolean lacking;

        Sheet(
                ReferencePeriod period,
                List<Observation> observations,
                Past past,
                Set<Cell> doubted,
                Set<Cell> familiar) {
            this.period = period;
            this.observations = observations;
            this.past = past;
            this.doubted = doubted;
            this.familiar = familiar;
            for (Observation observation : observations) {
                BigDecimal number = observation.number();
                if (number != null
                        && number.signum() > 0
                        && observation.status().hasValue()) {
                    figures.putIfAbsent(
                            new Cell(observation.line(), observation.indicator().item()),
                            new Told(number, observation.subject()));
                }
            }
        }

        void look(boolean byFigure) {
            figures.forEach((cell, told) -> {
                IndicatorCode code = new IndicatorCode(form.code(), cell.item());
                Band band = bands.density(code, period.ordinal()).orElse(null);
                if (band == null
                        || byFigure != (band.against() == Against.FIGURE)
                        || band.except().contains(told.subject())
                        || rules.setting(Screen.DENSITY, code).off()) {
                    return;
                }
                Double measure = measure(band, cell.line());
                if (measure == null) {
                    lacking = true;
                    return;
                }
                looked = true;
                if (doubted.contains(cell) || familiar.contains(cell)) {
                    return;
                }
                form.indicator(code)
                        .flatMap(indicator -> doubt(cell, indicator, told.number(), band, measure))
                        .ifPresent(doubt -> doubts.put(cell, doubt));
            });
        }

        /** What a figure is measured by; null where that is missing, zero or in doubt itself. */
        private @Nullable Double measure(Band band, String line) {
            if (band.against() == Against.ALONE) {
                return 1.0;
            }
            Optional<BigDecimal> measure;
            if (band.against() == Against.ATTRIBUTE) {
                measure = past.attribute(band.base());
            } else {
                Cell other = new Cell(line, band.base());
                measure = doubted.contains(other) || doubts.containsKey(other)
                        ? Optional.empty()
                        : Optional.ofNullable(figures.get(other)).map(Told::number);
            }
            return measure.filter(value -> value.signum() > 0)
                    .map(BigDecimal::doubleValue)
                    .orElse(null);
        }

        private Optional<Screened> doubt(Cell cell, Indicator indicator, BigDecimal actual, Band band, double measure) {
            Setting setting = rules.setting(Screen.DENSITY, indicator.code());
            double expected = band.median() * measure;
            double distance = Math.log(actual.doubleValue() / expected);
            double spread = distance > 0 ? band.above() : band.below();
            double limit = Reach.of(setting, indicator, spread, expected);
            if (Math.abs(distance) <= limit) {
                return Optional.empty();
            }
            DensityText text = new DensityText(band, indicator, form.layout() == Layout.LEDGER);
            Indicator other = band.against() == Against.FIGURE
                    ? form.indicator(new IndicatorCode(form.code(), band.base()))
                            .orElse(indicator)
                    : indicator;
            return Optional.of(new Screened(
                    Screen.DENSITY,
                    cell.line(),
                    indicator,
                    actual,
                    distance,
                    Math.abs(distance) > limit + Math.log(setting.gross()),
                    List.of(),
                    text.title(distance > 0, other.title().strip()),
                    text.usual(actual.doubleValue(), measure, other)));
        }

        Result result() {
            List<Screened> ordered = new ArrayList<>();
            for (Observation observation : observations) {
                Screened doubt = doubts.remove(
                        new Cell(observation.line(), observation.indicator().item()));
                if (doubt != null) {
                    ordered.add(doubt);
                }
            }
            Verdict verdict = !ordered.isEmpty() ? Verdict.FAILS : looked ? Verdict.PASSES : Verdict.UNDECIDED;
            return new Result(ordered, looked || lacking ? Optional.of(verdict) : Optional.empty());
        }
    }
}
