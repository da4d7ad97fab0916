package xiangbao.statistics.tuning;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.IndicatorCode;

/**
 * What the configuration says about screens of some figures; what is null is left as it was.
 *
 * @param screens empty for all of them
 * @param rows empty for all; always empty in a ledger
 * @param columns empty for all
 * @param u how much larger figures are held more closely: 0 not at all, 1 by their whole size
 * @param a the least spread, as a share of the usual
 * @param c how many times the usual spread a figure may be off
 * @param gross from how many times the expected on a figure does not count before it is explained
 */
public record Tuning(
        Set<Screen> screens,
        Set<String> rows,
        Set<String> columns,
        @Nullable Boolean off,
        @Nullable Double u,
        @Nullable Double a,
        @Nullable Double c,
        @Nullable Double gross,
        @Nullable Severity severity) {
    public Tuning {
        screens = Set.copyOf(screens);
        rows = Set.copyOf(rows);
        columns = Set.copyOf(columns);
    }

    boolean isAbout(Screen screen, IndicatorCode indicator) {
        return (screens.isEmpty() || screens.contains(screen))
                && (rows.isEmpty() || rows.contains(indicator.row()))
                && (columns.isEmpty() || columns.contains(indicator.column()));
    }
}
