package xiangbao.statistics.submissions;

import java.util.List;

/**
 * 一次报送: one form of one unit about one period, in its n-th round.
 *
 * @param filing 填报情况
 * @param file the path below the inbox under which it came
 * @param sha256 of the archived file
 */
public record Submission(
        SubmissionKey key,
        int round,
        Filing filing,
        String file,
        String sha256,
        String sheet,
        List<Observation> observations) {
    public Submission {
        observations = List.copyOf(observations);
    }

    /** One that holds figures. */
    public Submission(
            SubmissionKey key, int round, String file, String sha256, String sheet, List<Observation> observations) {
        this(key, round, Filing.FIGURES, file, sha256, sheet, observations);
    }

    /** The same with other observations. */
    public Submission with(List<Observation> others) {
        return new Submission(key, round, filing, file, sha256, sheet, others);
    }
}
