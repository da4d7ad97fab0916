package xiangbao.jobs.reruns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * What is to be done again.
 *
 * @param periods county periods; empty means every one that has submissions
 * @param form limits what is judged again to a form
 * @param unit limits what is judged again to a unit
 * @param cause with the reason, which stands with the runs that are made
 */
public record RerunOrder(
        List<ReferencePeriod> periods,
        Backfill backfill,
        Optional<FormCode> form,
        Optional<UnitCode> unit,
        RerunStage from,
        Cause cause,
        RunListener listener) {
    /** Which of the periods. */
    public enum Backfill {
        /** Those that have submissions and no run. */
        MISSING,
        /** Those whose latest run was never reported, or whose job never ended. */
        FAILED,
        ALL
    }

    public RerunOrder {
        periods = List.copyOf(periods);
    }

    /** How it is noted in the operator log. */
    public OperatorAction action() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--from " + from().word());
        form().ifPresent(form -> arguments.add("--form " + form));
        unit().ifPresent(unit -> arguments.add("--unit " + unit));
        if (backfill() != RerunOrder.Backfill.ALL) {
            arguments.add("--backfill " + backfill().name().toLowerCase(Locale.ROOT));
        }
        if (periods().size() > 1) {
            arguments.add("--period "
                    + periods().stream().map(ReferencePeriod::toString).collect(Collectors.joining(",")));
        }
        return new OperatorAction(
                "rerun",
                cause(),
                String.join(" ", arguments),
                periods().size() == 1 ? Optional.of(periods().get(0)) : Optional.empty());
    }
}
