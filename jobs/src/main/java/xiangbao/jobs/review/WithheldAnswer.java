package xiangbao.jobs.review;

import java.util.List;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A verdict in a sealed period that would now come out otherwise, and stays.
 *
 * @param codes of the findings that would come or go
 */
public record WithheldAnswer(
        UnitCode unit,
        String unitName,
        FormCode form,
        ReferencePeriod period,
        int round,
        Outcome outcome,
        Outcome wouldBe,
        List<String> codes) {
    public WithheldAnswer {
        codes = List.copyOf(codes);
    }
}
