package xiangbao.jobs.answers;

import java.util.List;
import java.util.Optional;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.statistics.findings.Outcome;

/**
 * A workbook and what became of it.
 *
 * @param repeats of a duplicate: how that which it repeats stands
 * @param findings about the file as a whole
 * @param feedback the marked workbook for the unit
 */
public record FileJson(
        String file,
        Optional<String> sha256,
        Outcome outcome,
        Optional<Outcome> repeats,
        List<SubmissionJson> submissions,
        Optional<List<FindingJson>> findings,
        Optional<String> feedback) {
    public static FileJson of(FileAnswer answer) {
        boolean told = !answer.findings().isEmpty() || answer.outcome() == Outcome.UNREADABLE;
        return new FileJson(
                answer.file(),
                Optional.ofNullable(answer.sha256()),
                answer.outcome(),
                answer.outcome() == Outcome.DUPLICATE ? Optional.of(answer.standing()) : Optional.empty(),
                answer.submissions().stream().map(SubmissionJson::of).toList(),
                told ? Optional.of(FindingJson.all(answer.findings())) : Optional.empty(),
                Optional.ofNullable(answer.feedback()));
    }
}
