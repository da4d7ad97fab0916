package xiangbao.jobs.rules;

import java.util.List;
import java.util.function.ToIntFunction;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * What a relation would have said about what was reported; nothing was changed by it.
 *
 * @param severity as people read it: 强制性, or 试行（拟为强制性）
 * @param formula empty for a default screen
 * @param periods one line for each form and period of which anything was reported
 */
public record BacktestAnswer(String relation, String label, String severity, String formula, List<Line> periods) {
    /**
     * One form and period: each unit's reports count as one.
     *
     * @param held units of which no round fails and the one that counts passes
     * @param failed units of which a round fails
     * @param corrected of these, those whose round that counts passes
     * @param undecided units about which nothing can be said
     * @param failures of those that fail, in register order
     * @param lacking what kept it from deciding, the most frequent first
     */
    public record Line(
            FormCode form,
            ReferencePeriod period,
            int held,
            int failed,
            int corrected,
            int undecided,
            List<Failure> failures,
            List<String> lacking) {
        public Line {
            failures = List.copyOf(failures);
            lacking = List.copyOf(lacking);
        }

        public int units() {
            return held + failed + undecided;
        }
    }

    /**
     * A unit that fails it.
     *
     * @param round the last one that fails
     * @param title the relation as it fails, in row titles
     * @param actual what was filled in, plain; empty where there is nothing to show
     * @param expected what it should be; empty where nothing may be suggested
     */
    public record Failure(
            UnitCode unit,
            String unitName,
            int round,
            boolean corrected,
            String title,
            String actual,
            String expected) {}

    public BacktestAnswer {
        periods = List.copyOf(periods);
    }

    public int sum(ToIntFunction<Line> part) {
        return periods.stream().mapToInt(part).sum();
    }

    /** 0 when it holds wherever it could be decided; 1 when it fails somewhere, or could be decided nowhere. */
    public int exit() {
        return sum(Line::failed) == 0 && sum(Line::held) > 0 ? 0 : 1;
    }
}
