package xiangbao.jobs.feedback;

import java.io.IOException;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.workspace.Archive;

/** The submitted files that name persons, which the archive must not keep. */
public final class PersonalFiles {
    private final Manifest manifest;
    private final FileStates files;
    private final Archive archive;

    PersonalFiles(Manifest manifest, FileStates files, Archive archive) {
        this.manifest = manifest;
        this.files = files;
        this.archive = archive;
    }

    /** What names persons is not kept: not of this time, not of a repetition. */
    public void forget(long claim) throws IOException {
        for (ManifestRow row : manifest.files(claim)) {
            String sha256 = row.sha256();
            if (sha256 != null && files.read(row.id()).namesPersons()) {
                archive.forget(sha256);
            }
        }
    }
}
