package xiangbao.jobs.inquiries;

import java.util.Optional;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.UnitChoice;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Where figures and targets come from, down to the cells: the county's, or those of one unit. */
public final class Traces {
    private final Definitions definitions;
    private final RunLookup lookup;
    private final OrderedScope scope;
    private final CountyTraces county;
    private final TargetTraces targets;
    private final UnitTraces units;

    Traces(
            Definitions definitions,
            RunLookup lookup,
            OrderedScope scope,
            CountyTraces county,
            TargetTraces targets,
            UnitTraces units) {
        this.definitions = definitions;
        this.lookup = lookup;
        this.scope = scope;
        this.county = county;
        this.targets = targets;
        this.units = units;
    }

    /** A figure of the county in the latest run of a period; empty when the run has no such figure. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, ReferencePeriod period) {
        return trace(indicator, period, UnitChoice.COUNTY);
    }

    /** The same as of an earlier run. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, RunName run) {
        return trace(indicator, run, UnitChoice.COUNTY);
    }

    /** The same of the county or of one unit. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, ReferencePeriod period, UnitChoice whose) {
        Optional<TraceAnswer> answer = lookup.latest(period).flatMap(run -> trace(indicator, run, whose));
        if (answer.isEmpty()) {
            scope.requireForm(indicator.form());
        }
        return answer;
    }

    /** The same as of an earlier run. */
    public Optional<TraceAnswer> trace(IndicatorCode indicator, RunName run, UnitChoice whose) {
        return trace(indicator, lookup.find(run), whose);
    }

    private Optional<TraceAnswer> trace(IndicatorCode indicator, StoredRun run, UnitChoice whose) {
        Optional<UnitCode> unit = township(whose);
        return unit.isPresent() ? units.trace(indicator, unit.get(), run) : county.trace(indicator, run);
    }

    /**
     * A target of the plan as the latest run of a period saw it; empty when the run has no such target.
     *
     * @throws OrderMistakeException when it is asked for one unit and not judged there
     */
    public Optional<TargetTrace> trace(String target, ReferencePeriod period, UnitChoice whose) {
        return lookup.latest(period).flatMap(run -> trace(target, run, whose));
    }

    /** The same as of an earlier run. */
    public Optional<TargetTrace> trace(String target, RunName run, UnitChoice whose) {
        return trace(target, lookup.find(run), whose);
    }

    private Optional<TargetTrace> trace(String target, StoredRun run, UnitChoice whose) {
        Optional<UnitCode> unit = township(whose);
        return unit.isPresent() ? units.trace(target, unit.get(), run) : targets.trace(target, run);
    }

    /** The one unit that is meant, other than the county. */
    private Optional<UnitCode> township(UnitChoice whose) {
        if (whose.all()) {
            throw new OrderMistakeException("一次只能追溯全县或一个单位的数：--unit 请写一个单位的代码或名称，如 伍市镇；不写就是全县。");
        }
        UnitCode own = definitions.units().county().code();
        return whose.unit().filter(unit -> !unit.equals(own));
    }
}
