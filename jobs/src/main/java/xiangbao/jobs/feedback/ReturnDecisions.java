package xiangbao.jobs.feedback;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.store.submissions.Reviews;

/** Decides which files are answered. What is decided is noted with the claim and written afterwards. */
public final class ReturnDecisions {
    private final Manifest manifest;
    private final Reviews reviews;
    private final Outbox outbox;
    private final FileStates files;
    private final TransactionTemplate transaction;

    ReturnDecisions(
            Manifest manifest, Reviews reviews, Outbox outbox, FileStates files, TransactionTemplate transaction) {
        this.manifest = manifest;
        this.reviews = reviews;
        this.outbox = outbox;
        this.files = files;
        this.transaction = transaction;
    }

    /** Notes every file that a claim's reviews call for an answer to; files of earlier claims too, where a verdict about them changed. */
    public void decide(long claim) {
        transaction.executeWithoutResult(status -> {
            Set<Long> candidates = new TreeSet<>(reviews.filesJudgedBy(claim));
            for (ManifestRow file : manifest.files(claim)) {
                if (file.state() == ManifestRow.State.UNREADABLE && file.duplicateOf() == null) {
                    candidates.add(file.id());
                }
            }
            candidates.addAll(files.lostExplanations(claim));
            candidates.addAll(files.repetitions(claim));
            for (long id : candidates) {
                FileStates.FileState file = files.read(id);
                if (file.judgedBy(claim) && file.needsAnswer()) {
                    outbox.answer(claim, id, AnswerNames.folder(file), AnswerNames.stem(file));
                }
            }
        });
    }
}
