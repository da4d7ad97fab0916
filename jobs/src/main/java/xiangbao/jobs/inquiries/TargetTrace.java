package xiangbao.jobs.inquiries;

import java.util.List;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A target, and what its actual was made of.
 *
 * @param period of the run
 * @param unit the county, or the unit whose figures they are; the target is then told as it stands there
 * @param formula how the actual is computed; empty where nothing that is reported measures the target
 * @param indicators the unit's figures that the formula names, in its own order and in each form's own period
 * @param from the cells behind the actual, those of earlier periods of the year too
 */
public record TargetTrace(
        TargetAnswer target,
        ReferencePeriod period,
        UnitCode unit,
        String unitName,
        String formula,
        List<FigureAnswer> indicators,
        List<TraceAnswer.Origin> from)
        implements Traced {
    public TargetTrace {
        indicators = List.copyOf(indicators);
        from = List.copyOf(from);
    }
}
