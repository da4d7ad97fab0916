package xiangbao.jobs;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/** 专班办公室: works in one workspace, runs the main job and answers questions about its results. */
public final class Office implements AutoCloseable {
    private Office() {}

    /**
     * Takes the workspace, starts everything and finishes what an earlier process left undone.
     *
     * @throws WorkspaceBusyException when another process holds the workspace
     * @throws ConfigurationMistakesException when the configuration has mistakes
     */
    public static Office open(OfficeSettings settings) {
        throw new UnsupportedOperationException(settings.toString());
    }

    /** Does the main job once: collect, review, aggregate, report. */
    public RunAnswer run(RunOrder order) {
        throw new UnsupportedOperationException(order.toString());
    }

    /** Who owes what for a county period: unit by form, in print order. */
    public List<UnitStatus> status(ReferencePeriod period) {
        throw new UnsupportedOperationException(period.toString());
    }

    /** The figures of the latest run of a period; empty when there was none. Without a unit, the county's only. */
    public List<FigureAnswer> figures(ReferencePeriod period, Optional<FormCode> form, Optional<UnitCode> unit) {
        throw new UnsupportedOperationException(period.toString() + form + unit);
    }

    /** A figure of the latest run of a period, down to the cells; empty when the run has no such figure. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, ReferencePeriod period) {
        throw new UnsupportedOperationException(period.toString() + indicator);
    }

    /** The targets of the plan as the latest run of a period saw them; empty when there was none. */
    public List<TargetAnswer> progress(ReferencePeriod period) {
        throw new UnsupportedOperationException(period.toString());
    }

    @Override
    public void close() {}
}
