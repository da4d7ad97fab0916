package xiangbao.statistics.lines;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/** The default screens of a ledger's lines, and the plausible ranges of any form. Immutable; safe for many threads. */
public final class LineScreens {
    private final Form form;
    private final ScreenRules rules;
    private final Units units;
    private final PlausibleRanges ranges;
    private final ForeignLines foreign;
    private final DroppedLines dropped;
    private final FixedAttributes fixed;
    private final FallingProgress falling;

    public LineScreens(Form form, CellRules cells, ScreenRules rules, Units units) {
        this.form = form;
        this.rules = rules;
        this.units = units;
        this.ranges = new PlausibleRanges(form, cells);
        this.foreign = new ForeignLines(form, cells);
        this.dropped = new DroppedLines(form, cells);
        this.fixed = new FixedAttributes(form, cells);
        this.falling = new FallingProgress(form, cells);
    }

    /** @param observations of the submission, in the order in which they were read */
    public LineResults ranges(List<Observation> observations) {
        LineResults results = new LineResults(rules);
        ranges.look(observations, results);
        return results;
    }

    /**
     * Holds a ledger against the register and the last period.
     *
     * @param before the lines of the last period of the same unit; null where they are not known
     * @param finished whether a line of the last period was done with then
     */
    public LineResults lines(SubmissionKey key, List<Line> now, @Nullable List<Line> before, Predicate<Line> finished) {
        LineResults results = new LineResults(rules);
        if (form.layout() != Layout.LEDGER) {
            return results;
        }
        FormerUnits former = new FormerUnits(units, key.period());
        Ledger ledger = new Ledger(form, key.period(), now, before == null ? null : stillDue(before, former));
        ReportingUnit own = units.find(key.unit()).orElse(null);
        if (own != null && own.kind().isTownshipLevel() && form.lineUnit().isEmpty()) {
            foreign.look(ledger, new Townships(units, own, key.period()), results);
        }
        if (!results.has(Screen.LINE_FOREIGN)) {
            // who took another's ledger has neither dropped his own lines nor changed them
            dropped.look(ledger, finished, results);
        }
        fixed.look(ledger, former, results);
        falling.look(ledger, results);
        return results;
    }

    /** A line about a township that is no more ends with it. */
    private List<Line> stillDue(List<Line> before, FormerUnits former) {
        return form.lineUnit().isEmpty()
                ? before
                : before.stream().filter(line -> !former.isMeantBy(line.key())).toList();
    }
}
