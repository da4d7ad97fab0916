package xiangbao.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.FileAnswer;
import xiangbao.jobs.FindingAnswer;
import xiangbao.jobs.SubmissionAnswer;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.audit.Auditor;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.audit.Surroundings;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.PeriodAudit;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Outcome;
import xiangbao.statistics.model.ReadSubmission;
import xiangbao.statistics.model.ReadWorkbook;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.SubmissionKey;

/**
 * The county's audit on a clerk's own machine: the files given are looked at together, so that relations between their forms and periods are decided; what
 * only the county's store knows stays undecided.
 */
final class SelfCheck {
    private final Definitions definitions;
    private final WorkbookReader reader;
    private final Auditor auditor;
    private final PeriodAudit periods;
    private final LocalDate today;

    SelfCheck(Definitions definitions, Clock clock) {
        this.definitions = definitions;
        this.reader = new WorkbookReader(definitions);
        this.auditor = new Auditor(definitions.forms(), definitions.units());
        this.periods = new PeriodAudit(definitions);
        this.today = LocalDate.now(clock);
    }

    private record Read(String name, @Nullable String sha256, ReadWorkbook workbook) {}

    List<FileAnswer> check(List<Path> files) {
        List<Read> read = new ArrayList<>();
        for (Path file : files) {
            read.add(read(file));
        }
        Map<SubmissionKey, ReadSubmission> together = new HashMap<>();
        for (Read file : read) {
            for (ReadSubmission submission : file.workbook().submissions()) {
                submission
                        .key()
                        .ifPresent(key -> together.merge(
                                key,
                                submission,
                                (one, other) -> other.printedRound() > one.printedRound() ? other : one));
            }
        }
        Surroundings surroundings =
                key -> Optional.ofNullable(together.get(key)).map(ReadSubmission::observations);
        return read.stream().map(file -> answer(file, surroundings)).toList();
    }

    private Read read(Path file) {
        // the parent folder often names the township, as it does in the inbox
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path parent = folder == null ? null : folder.getFileName();
        boolean township = parent != null && namesUnit(parent.toString());
        Path name = absolute.getFileName();
        String plain = name == null ? absolute.toString() : name.toString();
        String inboxPath = township ? parent + "/" + plain : plain;
        if (!Files.isRegularFile(absolute, LinkOption.NOFOLLOW_LINKS)) {
            Finding finding = new Finding(
                    "NOT-A-FILE",
                    "",
                    Severity.MANDATORY,
                    "不是普通文件",
                    null,
                    List.of(),
                    "",
                    "",
                    "",
                    "",
                    "“" + file + "”不存在，或者不是普通文件。",
                    "请检查文件名和路径。");
            return new Read(file.toString(), null, new ReadWorkbook("", List.of(), List.of(finding)));
        }
        return new Read(file.toString(), sha256(absolute), reader.read(absolute, inboxPath));
    }

    private boolean namesUnit(String folder) {
        return definitions.units().all().stream().anyMatch(unit -> unit.isCalled(folder));
    }

    private FileAnswer answer(Read file, Surroundings surroundings) {
        ReadWorkbook workbook = file.workbook();
        List<FindingAnswer> findings = workbook.findings().stream()
                .map(finding -> new FindingAnswer(finding.code(), finding))
                .toList();
        if (workbook.isUnreadable()) {
            return new FileAnswer(file.name(), file.sha256(), Outcome.UNREADABLE, List.of(), findings, null);
        }
        Outcome worst = Outcome.ACCEPTED;
        List<SubmissionAnswer> answers = new ArrayList<>();
        for (ReadSubmission submission : workbook.submissions()) {
            SubmissionAnswer answer = answer(submission, surroundings);
            answers.add(answer);
            worst = worst.worst(answer.outcome());
        }
        return new FileAnswer(file.name(), file.sha256(), worst, answers, findings, null);
    }

    private SubmissionAnswer answer(ReadSubmission submission, Surroundings surroundings) {
        List<Finding> more = periods.tooEarly(submission, today).stream().toList();
        Review review = auditor.review(more.isEmpty() ? submission : submission.with(more), surroundings);
        List<Finding> found = review.findings();
        Outcome outcome = review.outcome();
        String head =
                submission.key().map(SubmissionKey::toString).orElse(submission.form() + "/" + submission.sheet());
        List<FindingAnswer> findings = found.stream()
                .map(finding -> new FindingAnswer(
                        submission
                                .key()
                                .map(finding::id)
                                .orElse(head + "/" + finding.code()
                                        + (finding.instance().isEmpty() ? "" : "/" + finding.instance())),
                        finding))
                .toList();
        String unitName = submission.unit() == null
                ? ""
                : definitions
                        .units()
                        .find(submission.unit())
                        .map(unit -> unit.name())
                        .orElse("");
        return new SubmissionAnswer(
                submission.form(), submission.unit(), unitName, submission.period(), 0, outcome, findings);
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            int count = 0;
            while (count >= 0) {
                count = digesting.read(buffer);
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            return "";
        }
    }
}
