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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.annotation.Value;
import xiangbao.jobs.intake.FileReading;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.claims.OpenClaim;
import xiangbao.jobs.worker.ProgressBoard;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Archives and reads the files of a handful, in parallel. */
@StepScope
class CollectProcessor implements ItemProcessor<List<ManifestRow>, List<ReadFile>> {
    private static final Logger LOG = LoggerFactory.getLogger(CollectProcessor.class);

    private final long claim;
    private final LocalDateTime received;
    private final Optional<ReferencePeriod> ordered;
    private final Workspace workspace;
    private final Manifest manifest;
    private final Archive archive;
    private final FileReading reading;
    private final ProgressBoard progress;

    CollectProcessor(
            @Value("#{jobParameters['claim']}") long claim,
            Workspace workspace,
            Manifest manifest,
            Archive archive,
            FileReading reading,
            ProgressBoard progress) {
        OpenClaim open = manifest.claim(claim);
        this.claim = claim;
        this.received = open.openedAt();
        this.ordered = open.order().onlyItsPeriod() ? open.period() : Optional.empty();
        this.workspace = workspace;
        this.manifest = manifest;
        this.archive = archive;
        this.reading = reading;
        this.progress = progress;
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
}
