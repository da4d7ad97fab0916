package xiangbao.jobs.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import xiangbao.jobs.intake.FileReading;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.readers.forms.heading.Attribution;
import xiangbao.statistics.definitions.PeriodAudit;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/**
 * Archives, reads and stores the files of one claim, a handful at a time: about fifty small files, or a large one alone. The files of a handful are read
 * in parallel and stored in one transaction. It keeps no state of its own: what has no outcome in the manifest is still to be read.
 */
public class CollectStep
        implements ItemReader<List<ManifestRow>>,
                ItemProcessor<List<ManifestRow>, List<CollectStep.ReadFile>>,
                ItemWriter<List<CollectStep.ReadFile>> {
    private static final Logger LOG = LoggerFactory.getLogger(CollectStep.class);
    private static final int HANDFUL = 50;
    private static final long LARGE = 2L << 20;

    /** A file as it was read; sha256 is null when its bytes could not be had, or were too many to be kept. */
    public record ReadFile(ManifestRow row, @Nullable String sha256, ReadWorkbook workbook) {}

    private final long claim;
    private final LocalDateTime received;
    private final Workspace workspace;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Explanations explanations;
    private final Archive archive;
    private final FileReading reading;
    private final Optional<ReferencePeriod> named;
    private final Optional<ReferencePeriod> ordered;
    private final ProgressBoard progress;

    public CollectStep(
            long claim,
            Workspace workspace,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Explanations explanations,
            Archive archive,
            WorkbookReader reader,
            PeriodAudit periods,
            Attribution attribution,
            ProgressBoard progress) {
        this.claim = claim;
        OpenClaim open = manifest.claim(claim);
        this.received = open.openedAt();
        this.named = open.period();
        this.ordered = open.order().onlyItsPeriod() ? open.period() : Optional.empty();
        this.workspace = workspace;
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.explanations = explanations;
        this.archive = archive;
        this.reading = new FileReading(reader, periods, attribution);
        this.progress = progress;
    }

    @Override
    public @Nullable List<ManifestRow> read() {
        List<ManifestRow> handful = new ArrayList<>();
        long size = 0;
        for (ManifestRow row : manifest.unread(claim, HANDFUL)) {
            if (!handful.isEmpty() && size + row.size() > LARGE) {
                break;
            }
            handful.add(row);
            size += row.size();
        }
        return handful.isEmpty() ? null : handful;
    }

    @Override
    public List<ReadFile> process(List<ManifestRow> handful) throws IOException, InterruptedException {
        progress.phase("collect");
        int total = manifest.count(claim);
        int threads = Math.min(handful.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ReadFile>> pending = new ArrayList<>();
            for (ManifestRow row : handful) {
                pending.add(pool.submit(() -> {
                    ReadFile read = readFile(row);
                    progress.one("collect", total);
                    return read;
                }));
            }
            List<ReadFile> read = new ArrayList<>();
            for (Future<ReadFile> one : pending) {
                read.add(one.get());
            }
            return read;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private ReadFile readFile(ManifestRow row) throws IOException {
        Path file = workspace.claimed(claim).resolve(row.path());
        String sha256;
        try {
            // size first: what is too large to be read is neither copied nor given a digest
            Optional<ReadWorkbook> refused = WorkbookReader.refusedBySize(Files.size(file), row.path());
            if (refused.isPresent()) {
                return new ReadFile(row, null, refused.get());
            }
            sha256 = archive.store(file);
        } catch (AccessDeniedException | NoSuchFileException unreachable) {
            LOG.warn("cannot open {}", row.path(), unreachable);
            return new ReadFile(row, null, FileReading.unreadable("没有读取权限，或文件名含有系统不认识的字符"));
        }
        ReadWorkbook read = reading.read(archive.file(sha256), row.path(), received.toLocalDate(), ordered);
        if (!Files.exists(archive.file(sha256))) {
            // another process returned the same personal data in between, and forgot it
            sha256 = archive.store(file);
            read = reading.read(archive.file(sha256), row.path(), received.toLocalDate(), ordered);
        }
        return new ReadFile(row, sha256, read);
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
