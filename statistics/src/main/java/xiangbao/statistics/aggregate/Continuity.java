package xiangbao.statistics.aggregate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Reference;
import xiangbao.statistics.periods.ReferencePeriod;

/** 口径变化: since when the figures of an indicator mean the same. */
final class Continuity {
    private final Tallies tallies;

    Continuity(Tallies tallies) {
        this.tallies = tallies;
    }

    /** Whether the meaning of an indicator changed between two periods. */
    boolean isBroken(IndicatorCode indicator, ReferencePeriod now, ReferencePeriod then) {
        return lies(since(indicator, new HashSet<>()), now, then);
    }

    /** Whether the meaning of anything changed of which a formula of the plan speaks. */
    boolean isBroken(Formula formula, ReferencePeriod now, ReferencePeriod then) {
        return lies(since(formula, null, new HashSet<>()), now, then);
    }

    /** The day from which on an indicator means what it means now; empty when it always has. */
    Optional<LocalDate> since(IndicatorCode indicator) {
        return Optional.ofNullable(since(indicator, new HashSet<>()));
    }

    private static boolean lies(@Nullable LocalDate since, ReferencePeriod now, ReferencePeriod then) {
        return since != null && then.lastDay().isBefore(since) && !now.lastDay().isBefore(since);
    }

    private @Nullable LocalDate since(Formula formula, @Nullable FormCode home, Set<IndicatorCode> seen) {
        LocalDate latest = null;
        for (Reference reference : formula.references()) {
            FormCode owner = reference.form() == null ? home : reference.form();
            if (owner != null) {
                latest = later(latest, since(new IndicatorCode(owner, reference.item()), seen));
            }
        }
        return latest;
    }

    private @Nullable LocalDate since(IndicatorCode indicator, Set<IndicatorCode> seen) {
        Form form = tallies.form(indicator.form());
        if (form == null || !seen.add(indicator)) {
            return null;
        }
        LocalDate ofRow = form.row(indicator.row().isEmpty() ? indicator.item() : indicator.row())
                .map(Row::comparableSince)
                .orElse(null);
        LocalDate ofColumn =
                form.column(indicator.column()).map(Column::comparableSince).orElse(null);
        LocalDate ofFormula = tallies.derived(indicator)
                .map(derived -> since(derived.formula(), indicator.form(), seen))
                .orElse(null);
        return later(later(ofRow, ofColumn), ofFormula);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
