package xiangbao.jobs.rules;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.screening.Outlier;
import xiangbao.statistics.screening.Screening;
import xiangbao.statistics.units.UnitCode;

/** Looks over all units as of a run, from its basis. */
public final class Outliers {
    private final Definitions definitions;
    private final Configurations configurations;
    private final BasisReader bases;

    Outliers(Definitions definitions, Configurations configurations, BasisReader bases) {
        this.definitions = definitions;
        this.configurations = configurations;
        this.bases = bases;
    }

    public OutliersAnswer of(StoredRun run, Optional<FormCode> form, Optional<UnitCode> unit) {
        Screening screening = CountyResult.of(
                        configurations.of(run.configuration()).orElse(definitions),
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
