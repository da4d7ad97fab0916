package xiangbao.jobs.pipeline;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import xiangbao.jobs.intake.FileReading;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Stores what the files of a handful say, in one transaction. */
@StepScope
class CollectWriter implements ItemWriter<List<ReadFile>> {
    private final LocalDateTime received;
    private final Optional<ReferencePeriod> named;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Explanations explanations;
    private final FileReading reading;
    private final ProgressBoard progress;

    CollectWriter(
            @Value("#{jobParameters['claim']}") long claim,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Explanations explanations,
            FileReading reading,
            ProgressBoard progress) {
        OpenClaim open = manifest.claim(claim);
        this.received = open.openedAt();
        this.named = open.period();
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.explanations = explanations;
        this.reading = reading;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends List<ReadFile>> chunk) {
        progress.phase("store");
        for (List<ReadFile> handful : chunk) {
            handful.forEach(this::store);
        }
    }

    private void store(ReadFile file) {
        long id = file.row().id();
        ReadWorkbook workbook = file.workbook();
        ManifestRow.State state = workbook.isUnreadable() ? ManifestRow.State.UNREADABLE : ManifestRow.State.READ;
        manifest.read(id, file.sha256(), workbook.format(), state);
        findings.store(Findings.Owner.FILE, id, workbook.findings());
        explanations.store(id, workbook.explanations(), received);
        int sheet = 1;
        for (ReadSubmission read : workbook.submissions()) {
            FileReading.Filed filed =
                    reading.filed(read, workbook, file.row().path(), file.sha256(), received.toLocalDate(), named);
            submissions.store(id, sheet++, filed.form(), filed.attributed(), filed.digest());
        }
    }
}
