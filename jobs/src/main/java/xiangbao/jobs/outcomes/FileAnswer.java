package xiangbao.jobs.outcomes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Outcome;

/**
 * What became of a file.
 *
 * @param file its path below the inbox, with forward slashes
 * @param sha256 of its bytes; null when it was ignored
 * @param outcome the worst of the newest rounds of all forms in it; DUPLICATE when nothing in it is new
 * @param standing the same, but for a duplicate how that which it repeats stands
 * @param findings about the file as a whole, such as why it cannot be read
 * @param feedback the return's path relative to the workspace, or null when none was due
 */
public record FileAnswer(
        String file,
        @Nullable String sha256,
        Outcome outcome,
        Outcome standing,
        List<SubmissionAnswer> submissions,
        List<FindingAnswer> findings,
        @Nullable String feedback) {
    public FileAnswer {
        submissions = List.copyOf(submissions);
        findings = List.copyOf(findings);
    }

    /** One that repeats nothing. */
    public FileAnswer(
            String file,
            @Nullable String sha256,
            Outcome outcome,
            List<SubmissionAnswer> submissions,
            List<FindingAnswer> findings,
            @Nullable String feedback) {
        this(file, sha256, outcome, outcome, submissions, findings, feedback);
    }
}
