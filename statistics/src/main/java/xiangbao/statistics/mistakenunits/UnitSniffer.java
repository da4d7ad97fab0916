package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.UnitSuspicion;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * Tells groups of figures that were typed in another unit of measurement from what the same unit reported before: the same period last year, the last period,
 * and sizes that the configuration states. It names the suspected unit and converts nothing.
 */
public final class UnitSniffer {
    private static final int EARLIEST = 1950;
    private static final String LAST = "上期";

    /** A reference of fewer units of its last decimal says little about size: 1 户 may well become 12. */
    private static final int COARSE = 5;

    private final Form form;
    private final SubmissionKey key;
    private final UnitFigures figures;
    private final List<UnitSuspicion> suspicions;

    public UnitSniffer(Form form, SubmissionKey key, UnitFigures figures, List<UnitSuspicion> suspicions) {
        this.form = form;
        this.key = key;
        this.figures = figures;
        this.suspicions = suspicions;
    }

    public List<Suspected> sniff(List<MeasuredCells> groups, Suspects suspects) {
        List<Suspected> suspected = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Earlier> before = earlier();
        for (MeasuredCells group : groups) {
            boolean said = group.cells().stream().map(MeasuredCells.Cell::id).anyMatch(taken::contains);
            if (said) {
                continue;
            }
            List<SharedFactor.Reference> references = references(group, before);
            if (references.isEmpty()) {
                continue;
            }
            SharedFactor.find(suspects.of(group), references, group.rates(), group.fine())
                    .map(found -> suspected(group, found))
                    .ifPresent(one -> {
                        suspected.add(one);
                        one.group().cells().forEach(cell -> taken.add(cell.id()));
                    });
        }
        return suspected;
    }

    private static Suspected suspected(MeasuredCells group, SharedFactor.Found found) {
        List<MeasuredCells.Cell> following = new ArrayList<>();
        double[] logs = found.reference().logs();
        BigDecimal previous = null;
        for (int place = 0; place < logs.length; place++) {
            if (found.follows()[place]) {
                MeasuredCells.Cell cell = group.cells().get(place);
                if (following.isEmpty() && !Double.isNaN(logs[place])) {
                    previous = found.reference().values().get(place);
                }
                following.add(cell);
            }
        }
        long known = Arrays.stream(logs).filter(log -> !Double.isNaN(log)).count();
        String evidence = (known == 1
                        ? "依据：与" + found.reference().title() + "等对比，"
                        : "依据：能与" + found.reference().title() + "对比的 " + known + " 个数中，有 " + found.count() + " 个")
                + (found.mistaken().log() > 0 ? "都大了约 " : "都小了约 ")
                + SuspectText.times(found.mistaken()) + " 倍。";
        MeasuredCells narrowed = following.size() == group.cells().size()
                ? group
                : new MeasuredCells(
                        group.instance(), group.title() + "中有 " + following.size() + " 个数", group.unit(), following);
        String title = found.reference().title();
        return new Suspected(narrowed, found.mistaken(), evidence, previous, title.equals(LAST) ? "" : title + " ");
    }

    /** A period before, and for which figures it is close to the one at hand. */
    private record Earlier(
            String title,
            ReferencePeriod period,
            BiFunction<IndicatorCode, String, Optional<Fraction>> figure,
            boolean sameSeason,
            boolean lateInYear) {
        boolean close(OverTime overTime) {
            return sameSeason
                    || overTime == OverTime.NONE
                    || overTime == OverTime.LAST
                    || (overTime == OverTime.CUMULATIVE && lateInYear);
        }
    }

    private List<Earlier> earlier() {
        ReferencePeriod period = key.period();
        List<Earlier> earlier = new ArrayList<>();
        if (period.year() <= EARLIEST) {
            return earlier;
        }
        boolean yearly = form.frequency() == Frequency.YEAR;
        if (form.layout() == Layout.MATRIX || yearly) {
            ReferencePeriod year = period.yearEarlier();
            earlier.add(new Earlier(yearly ? "上年" : "上年同期", year, (item, line) -> at(item, line, year), true, true));
        }
        if (!yearly) {
            ReferencePeriod last = period.previous();
            // What is counted from January on has at most doubled by then.
            boolean late = last.year() == period.year()
                    && last.ordinal() * 2 >= period.frequency().perYear();
            earlier.add(new Earlier(LAST, last, (item, line) -> at(item, line, last), false, late));
        }
        return earlier;
    }

    private Optional<Fraction> at(IndicatorCode item, String line, ReferencePeriod period) {
        Reading reading;
        if (form.layout() == Layout.LEDGER) {
            Optional<Line> found = figures.line(form.code(), period, line);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            reading = found.get().cell(item.column());
        } else {
            reading = figures.cell(form.code(), period, item.row(), item.column());
        }
        return reading instanceof Reading.Known known && known.value() instanceof Value.Numeric numeric
                ? Optional.of(numeric.number())
                : Optional.empty();
    }

    private List<SharedFactor.Reference> references(MeasuredCells group, List<Earlier> before) {
        List<SharedFactor.Reference> references = new ArrayList<>();
        for (Earlier earlier : before) {
            for (boolean close : List.of(true, false)) {
                reference(group, earlier.title(), close, cell -> {
                            if (earlier.close(cell.indicator().overTime()) != close || !comparable(cell, earlier)) {
                                return null;
                            }
                            return earlier.figure()
                                    .apply(cell.indicator().code(), cell.line())
                                    .orElse(null);
                        })
                        .ifPresent(references::add);
            }
        }
        reference(group, "一般水平", true, this::usual).ifPresent(references::add);
        return references;
    }

    private boolean comparable(MeasuredCells.Cell cell, Earlier earlier) {
        IndicatorCode code = cell.indicator().code();
        LocalDate row = form.row(code.row()).map(Row::comparableSince).orElse(null);
        LocalDate column =
                form.column(code.column()).map(Column::comparableSince).orElse(null);
        LocalDate last = earlier.period().lastDay();
        return (row == null || !last.isBefore(row)) && (column == null || !last.isBefore(column));
    }

    private @Nullable Fraction usual(MeasuredCells.Cell cell) {
        IndicatorCode code = cell.indicator().code();
        for (UnitSuspicion suspicion : suspicions) {
            BigDecimal usual = suspicion.references().get(code.row());
            if (usual != null && suspicion.column().equals(code.column())) {
                return Fraction.of(usual);
            }
        }
        return null;
    }

    private interface Lookup {
        @Nullable
        Fraction of(MeasuredCells.Cell cell);
    }

    private static Optional<SharedFactor.Reference> reference(
            MeasuredCells group, String title, boolean close, Lookup lookup) {
        double[] logs = new double[group.cells().size()];
        List<@Nullable BigDecimal> values = new ArrayList<>();
        boolean any = false;
        for (int place = 0; place < logs.length; place++) {
            MeasuredCells.Cell cell = group.cells().get(place);
            Fraction found = lookup.of(cell);
            BigDecimal value = found == null ? null : found.toBigDecimal();
            logs[place] = Double.NaN;
            values.add(value);
            if (value != null
                    && value.signum() == cell.typed().signum()
                    && value.abs().movePointRight(cell.indicator().decimals()).compareTo(BigDecimal.valueOf(COARSE))
                            >= 0) {
                logs[place] = MistakenUnit.logarithm(cell.typed().abs()) - MistakenUnit.logarithm(value.abs());
                any = true;
            }
        }
        return any ? Optional.of(new SharedFactor.Reference(title, close, logs, values)) : Optional.empty();
    }
}
