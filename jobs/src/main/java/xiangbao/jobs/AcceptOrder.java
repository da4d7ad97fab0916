package xiangbao.jobs;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * 认可: lets open 核实性 findings of a county period pass.
 *
 * @param form only those of this form
 * @param unit only those of this unit, by code, name or alias
 * @param findings only these, by id; empty means all that are explained
 * @param unexplained also those about which nothing was said
 * @param preview only tells what would come of it
 * @param cause who does it and why
 */
public record AcceptOrder(
        ReferencePeriod period,
        Optional<FormCode> form,
        Optional<String> unit,
        List<String> findings,
        boolean unexplained,
        boolean preview,
        Cause cause) {
    public AcceptOrder {
        findings = List.copyOf(findings);
    }
}
