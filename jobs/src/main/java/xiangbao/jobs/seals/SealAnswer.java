package xiangbao.jobs.seals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.OperatorAction;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.UnitCode;

/**
 * What came of an order to seal.
 *
 * @param sealed whether it is sealed now; otherwise what is lacking says why not
 * @param vintage of the newest run
 * @param run number of the newest run; null when there is none
 * @param lacking what is missing, returned or pending, in print order
 * @param reports of the sealed run, relative to the workspace
 */
public record SealAnswer(
        ReferencePeriod period,
        boolean sealed,
        Vintage vintage,
        @Nullable Integer run,
        List<Lack> lacking,
        List<String> reports) {
    public SealAnswer {
        lacking = List.copyOf(lacking);
        reports = List.copyOf(reports);
    }

    /** @param state 未报, 退回, 待核实 or, while its review is under way, 已报 */
    public record Lack(UnitCode unit, String unitName, FormCode form, ReferencePeriod period, String state) {}

    /** 0 when it is sealed, 1 when something stands against it. */
    public int exit() {
        return sealed ? 0 : 1;
    }

    /** How the operator log says that it ended. */
    public OperatorAction.End end(ReferencePeriod period) {
        return sealed()
                ? new OperatorAction.End(0, "已定案", List.of(period + "/" + run()), false)
                : new OperatorAction.End(1, "未定案，缺 " + lacking().size() + " 项", List.of(), false);
    }
}
