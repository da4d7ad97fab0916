package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.util.List;
import xiangbao.jobs.runs.Publications;
import xiangbao.jobs.store.OfficeLock;
import xiangbao.jobs.worker.TemporaryFiles;

/** What processes that died left undone: their claims, their printing, their temporary files. Not thread-safe: one order at a time. */
final class Recovery {
    private final OpenClaims claims;
    private final Publications publications;
    private final OfficeLock lock;
    private final TemporaryFiles temporary;
    private boolean tidied;

    Recovery(OpenClaims claims, Publications publications, OfficeLock lock, TemporaryFiles temporary) {
        this.claims = claims;
        this.publications = publications;
        this.lock = lock;
        this.temporary = temporary;
    }

    /** Clears what the dead left in the folders, once, and again when one of their claims was found. */
    void tidy() throws IOException {
        if (!tidied) {
            temporary.clear();
            tidied = true;
        }
    }

    /** Finishes open claims and interrupted printing; returns the claims. */
    List<Long> finish() throws IOException {
        List<Long> finished = claims.finish();
        if (!finished.isEmpty()) {
            // their owner may have left more behind
            tidied = false;
        }
        lock.hold(() -> {
            publications.print();
            return lock;
        });
        return finished;
    }
}
