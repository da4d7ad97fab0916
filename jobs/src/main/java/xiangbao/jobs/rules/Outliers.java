package xiangbao.jobs.rules;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screening.Outlier;
import xiangbao.statistics.screening.Screening;
import xiangbao.statistics.units.UnitCode;

/** Looks over all units as of a run, from its basis. */
public final class Outliers {
    private final Configurations configurations;
    private final BasisReader bases;
    private final RunLookup lookup;
    private final OrderedScope scope;

    Outliers(Configurations configurations, BasisReader bases, RunLookup lookup, OrderedScope scope) {
        this.configurations = configurations;
        this.bases = bases;
        this.lookup = lookup;
        this.scope = scope;
    }

    /**
     * What lies far from what the other units lead to expect, in the latest run of a period.
     *
     * @throws OrderMistakeException when there is no run, form or unit
     */
    public OutliersAnswer outliers(ReferencePeriod period, Optional<FormCode> form, Optional<String> unit) {
        return outliers(lookup.requireLatest(period), form, unit);
    }

    /** The same as of an earlier run. */
    public OutliersAnswer outliers(RunName run, Optional<FormCode> form, Optional<String> unit) {
        return outliers(lookup.find(run), form, unit);
    }

    private OutliersAnswer outliers(StoredRun run, Optional<FormCode> form, Optional<String> unit) {
        form.ifPresent(scope::requireForm);
        return of(run, form, unit.map(scope::unit));
    }

    private OutliersAnswer of(StoredRun run, Optional<FormCode> form, Optional<UnitCode> unit) {
        Screening screening = CountyResult.of(
                        configurations.behind(run.configuration()),
                        bases.read(run).basis())
                .screening();
        List<Outlier> outliers = screening.outliers().stream()
                .filter(one -> form.isEmpty()
                        || form.get().equals(one.indicator().code().form()))
                .filter(one -> unit.isEmpty() || unit.get().equals(one.unit().code()))
                .toList();
        return new OutliersAnswer(
                run.period(),
                run.number(),
                outliers,
                screening.digits().stream()
                        .filter(one -> form.isEmpty())
                        .filter(one ->
                                unit.isEmpty() || unit.get().equals(one.unit().code()))
                        .toList());
    }
}
