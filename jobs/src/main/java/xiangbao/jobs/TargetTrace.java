package xiangbao.jobs;

import java.util.List;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/**
 * A target, and what its actual was made of.
 *
 * @param period of the run
 * @param formula how the actual is computed; empty where nothing that is reported measures the target
 * @param indicators the county's figures that the formula names, in its own order and in each form's own period
 * @param from the cells behind the actual, those of earlier periods of the year too
 */
public record TargetTrace(
        TargetAnswer target,
        ReferencePeriod period,
        UnitCode county,
        String countyName,
        String formula,
        List<FigureAnswer> indicators,
        List<TraceAnswer.Origin> from)
        implements Traced {
    public TargetTrace {
        indicators = List.copyOf(indicators);
        from = List.copyOf(from);
    }
}
