package xiangbao.jobs.reminders;

import xiangbao.jobs.feedback.FileStates;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.store.submissions.StoredSubmission;

/** The marked workbooks with which units were answered about their rounds. */
final class RoundFeedback {
    private final Outbox outbox;
    private final FileStates states;

    RoundFeedback(Outbox outbox, FileStates states) {
        this.outbox = outbox;
        this.states = states;
    }

    /** The newest about a round, within the workspace; empty when there is none. */
    String about(StoredSubmission round) {
        return outbox.newest(round.file()).map(Effect::result).orElse("");
    }

    /** Whether it names persons, and so must not be mailed. */
    boolean namesPersons(StoredSubmission round) {
        return states.read(round.file()).namesPersons();
    }
}
