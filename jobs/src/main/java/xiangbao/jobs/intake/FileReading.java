package xiangbao.jobs.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xiangbao.jobs.outcomes.IntakeFindings;
import xiangbao.jobs.workspace.Digests;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.readers.forms.heading.Attribution;
import xiangbao.statistics.definitions.PeriodAudit;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Reads files, so that there is an answer whatever they do to the reader, and nothing personal is kept. */
public final class FileReading {
    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final String PERSONAL_DATA = "PERSONAL-DATA";

    private final WorkbookReader reader;
    private final PeriodAudit periods;
    private final Attribution attribution;

    public FileReading(WorkbookReader reader, PeriodAudit periods, Attribution attribution) {
        this.reader = reader;
        this.periods = periods;
        this.attribution = attribution;
    }

    /**
     * A form as it is kept.
     *
     * @param attributed whether unit and period are not those of its heading
     * @param digest of what it says
     */
    public record Filed(ReadSubmission form, boolean attributed, String digest) {}

    /**
     * @param path below the inbox
     * @param received the day on which it came
     * @param ordered the period that all of it must be about, if whoever submits it says so
     */
    public ReadWorkbook read(Path file, String path, LocalDate received, Optional<ReferencePeriod> ordered) {
        try {
            ReadWorkbook read = reader.read(file, path);
            return new ReadWorkbook(
                    read.format(),
                    read.submissions().stream()
                            .map(form -> confronted(form, received, ordered))
                            .toList(),
                    read.findings(),
                    read.explanations());
        } catch (Exception | OutOfMemoryError | StackOverflowError failure) {
            // one file must never stop the others, whatever it does to the reader
            LOG.error("reading {} failed", path, failure);
            return unreadable(failure.getClass().getSimpleName());
        }
    }

    private ReadSubmission confronted(ReadSubmission read, LocalDate received, Optional<ReferencePeriod> ordered) {
        List<Finding> more = new ArrayList<>();
        periods.tooEarly(read, received).ifPresent(more::add);
        if (more.isEmpty()) {
            ordered.flatMap(period -> periods.notOrdered(read, period)).ifPresent(more::add);
        }
        return more.isEmpty() ? read : read.with(more);
    }

    public static ReadWorkbook unreadable(String reason) {
        return new ReadWorkbook("", List.of(), List.of(IntakeFindings.unreadable(reason)));
    }

    /**
     * What is kept of a form: for whom it counts as come where its heading does not say so, and nothing that names persons.
     *
     * @param sha256 of the file, or null where not even its bytes could be had
     * @param named the period that whoever submits it has named
     */
    public Filed filed(
            ReadSubmission read,
            ReadWorkbook workbook,
            String path,
            @Nullable String sha256,
            LocalDate received,
            Optional<ReferencePeriod> named) {
        Optional<SubmissionKey> attributed = attribution.of(read, workbook, path, named, received);
        if (attributed.isPresent()) {
            // by its bytes: without figures, two versions would look the same
            String digest =
                    Digests.of(List.of(Digests.content(read), Objects.requireNonNullElse(sha256, ""), "ATTRIBUTED"));
            return new Filed(read.attributedTo(attributed.get()), true, digest);
        }
        return new Filed(namesPersons(read.findings()) ? read.withoutFigures() : read, false, Digests.content(read));
    }

    public static boolean namesPersons(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code().equals(PERSONAL_DATA));
    }
}
