package xiangbao.statistics.model;

import java.util.List;

/**
 * 一次报送: one form of one unit about one period, in its n-th round.
 *
 * @param file the path below the inbox under which it came
 * @param sha256 of the archived file
 */
public record Submission(
        SubmissionKey key, int round, String file, String sha256, String sheet, List<Observation> observations) {
    public Submission {
        observations = List.copyOf(observations);
    }

    /** The same with other observations. */
    public Submission with(List<Observation> others) {
        return new Submission(key, round, file, sha256, sheet, others);
    }
}
