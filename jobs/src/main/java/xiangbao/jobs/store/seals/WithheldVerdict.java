package xiangbao.jobs.store.seals;

import java.util.List;
import xiangbao.statistics.findings.Outcome;

/**
 * A verdict in a sealed period that would now come out otherwise, and stays.
 *
 * @param wouldBe what a review would say now
 * @param codes of the findings that would come or go
 */
public record WithheldVerdict(long claim, long submission, Outcome outcome, Outcome wouldBe, List<String> codes) {
    public WithheldVerdict {
        codes = List.copyOf(codes);
    }
}
