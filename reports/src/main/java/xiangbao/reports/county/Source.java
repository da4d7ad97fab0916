package xiangbao.reports.county;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * 数据来源: a submission that a report stands on, or that it leaves out because it was returned.
 *
 * @param file as it was dropped, below the inbox
 * @param received when its file was taken out of the inbox
 */
public record Source(
        SubmissionKey key,
        int round,
        Outcome outcome,
        String file,
        String sheet,
        String sha256,
        LocalDateTime received) {
    /** Every round of what is owed. */
    public static List<Source> of(List<Reporting> reportings) {
        List<Source> all = new ArrayList<>();
        for (Reporting one : reportings) {
            for (Reporting.Round round : one.rounds()) {
                all.add(new Source(
                        one.key(),
                        round.number(),
                        round.outcome(),
                        round.file(),
                        round.sheet(),
                        round.sha256(),
                        round.received()));
            }
        }
        return all;
    }
}
