package xiangbao.jobs.store.decisions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.workbooks.Explanation;

/**
 * What a clerk wrote beside a finding.
 *
 * @param claim in which the file came
 * @param path of his file, below the inbox
 * @param received when that was taken in
 * @param about the finding; null while it is not filed, or where nobody can tell
 */
public record StoredExplanation(
        long id,
        long file,
        long claim,
        String path,
        Explanation written,
        LocalDateTime received,
        @Nullable FindingName about) {
    public String text() {
        return written.text();
    }
}
