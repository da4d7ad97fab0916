package xiangbao.jobs.feedback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.Replies;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.worker.Heartbeat;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.returns.Feedback;
import xiangbao.reports.returns.Receipt;
import xiangbao.reports.returns.ReceiptWorkbook;
import xiangbao.reports.returns.ReturnLetter;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/** Decides which files are answered, and writes the answers into the units' feedback folders. */
public final class Returns {
    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
    public static final DateTimeFormatter RECEIVED = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
    private static final int LONGEST_NAME = 150;
    private static final int DAYS_TO_CORRECT = 3;
    private static final String RECEIPT = "暂存回执";
    /** What stands behind the clerk's own name when one of our answers comes back. */
    private static final Pattern ANSWERED =
            Pattern.compile("(?:_(?:退回|待核实|审核说明|无法识别|" + RECEIPT + ")_第\\d+次(?:_审核结果|_" + RECEIPT + ")?)+$");

    private final Workspace workspace;
    private final Definitions definitions;
    private final Manifest manifest;
    private final Reviews reviews;
    private final Outbox outbox;
    private final Explanations explanations;
    private final DecidedDoubts decided;
    private final FileStates files;
    private final Archive archive;
    private final Feedback feedback;
    private final ReceiptWorkbook receipts;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final Heartbeat heartbeat;
    private final StopRequest stop;

    Returns(
            Workspace workspace,
            Definitions definitions,
            Manifest manifest,
            Reviews reviews,
            Outbox outbox,
            Explanations explanations,
            DecidedDoubts decided,
            FileStates files,
            Archive archive,
            Feedback feedback,
            ReceiptWorkbook receipts,
            Seals seals,
            TransactionTemplate transaction,
            Heartbeat heartbeat,
            StopRequest stop) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.manifest = manifest;
        this.reviews = reviews;
        this.outbox = outbox;
        this.explanations = explanations;
        this.decided = decided;
        this.files = files;
        this.archive = archive;
        this.feedback = feedback;
        this.receipts = receipts;
        this.seals = seals;
        this.transaction = transaction;
        this.heartbeat = heartbeat;
        this.stop = stop;
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
                    outbox.answer(claim, id, folder(file), stem(file));
                }
            }
        });
    }

    private String folder(FileStates.FileState file) {
        Optional<String> unit = file.forms().stream()
                .map(FileStates.FormState::unitName)
                .filter(name -> !name.isEmpty())
                .findFirst();
        String path = file.row().path();
        int slash = path.indexOf('/');
        return safeName(unit.orElse(slash > 0 ? path.substring(0, slash) : "未识别单位"), 60);
    }

    private static String stem(FileStates.FileState file) {
        String name = file.fileName();
        int dot = name.lastIndexOf('.');
        String own = dot > 0 ? name.substring(0, dot) : name;
        FileStates.FileState rest = file.withoutHeld();
        Outcome outcome = file.held().isEmpty() || rest.needsAnswer() ? rest.told() : Outcome.HELD;
        String word = switch (outcome) {
            case HELD -> RECEIPT;
            case UNREADABLE -> "无法识别";
            case PENDING_EXPLANATION -> "待核实";
            case IGNORED, DUPLICATE, ACCEPTED -> "审核说明";
            default -> "退回";
        };
        return safeName(ANSWERED.matcher(own).replaceFirst(""), LONGEST_NAME) + "_" + word;
    }

    /** A name that every file system takes, at most so many bytes long. */
    public static String safeName(String name, int bytes) {
        StringBuilder safe = new StringBuilder();
        int used = 0;
        for (int index = 0; index < name.length(); ) {
            int point = name.codePointAt(index);
            index += Character.charCount(point);
            String one = Character.isISOControl(point) || "\\/:*?\"<>|".indexOf(point) >= 0
                    ? "_"
                    : Character.toString(point);
            used += one.getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            safe.append(one);
        }
        String plain = safe.toString().strip();
        return plain.isEmpty() || plain.chars().allMatch(point -> point == '.') ? "_" : plain;
    }

    /** Writes what has been decided and not written, each under a temporary folder first. */
    public void write() throws IOException {
        for (Effect effect : outbox.due()) {
            FileStates.FileState file = files.read(effect.file());
            Path folder = workspace.feedback().resolve(effect.folder());
            Path temporary = workspace.feedback().resolve(".writing" + heartbeat.mark() + "-" + effect.id());
            Workspace.delete(temporary);
            Files.createDirectories(temporary);
            Files.createDirectories(folder);
            String first = "";
            for (Path one : answers(effect, file, temporary)) {
                Path target = folder.resolve(one.getFileName().toString());
                Workspace.force(one);
                Workspace.move(one, target);
                first = first.isEmpty() ? workspace.relative(target) : first;
            }
            Workspace.forceFolder(folder);
            Workspace.delete(temporary);
            outbox.written(effect.id(), first);
            stop.heed();
        }
    }

    /** What names persons is not kept: not of this time, not of a repetition. */
    public void forgetPersons(long claim) throws IOException {
        for (ManifestRow row : manifest.files(claim)) {
            String sha256 = row.sha256();
            if (sha256 != null && files.read(row.id()).namesPersons()) {
                archive.forget(sha256);
            }
        }
    }

    /** The return, and for what is held the receipt; a file may call for both. */
    private List<Path> answers(Effect effect, FileStates.FileState file, Path folder) throws IOException {
        List<FileStates.FormState> held = effect.claim() == file.row().claim()
                ? file.forms().stream()
                        .filter(form -> form.isDuplicate()
                                ? form.isHeld()
                                : form.submission().heldRound() != null)
                        .toList()
                : List.of();
        List<Path> written = new ArrayList<>();
        boolean onlyReceipt = effect.name().matches(".*_" + RECEIPT + "_第\\d+次");
        if (!onlyReceipt) {
            written.addAll(render(effect, file.withoutHeld(), folder));
        }
        if (!held.isEmpty()) {
            // beside a return it goes by the return's name: receipts by themselves are numbered otherwise
            String name = onlyReceipt ? effect.name() : effect.name() + "_" + RECEIPT;
            written.add(receipt(name, effect, file, held, folder));
        }
        return written;
    }

    private Path receipt(
            String name, Effect effect, FileStates.FileState file, List<FileStates.FormState> held, Path folder)
            throws IOException {
        SealedPeriods sealed = seals.sealed();
        List<Receipt.HeldForm> forms = new ArrayList<>();
        for (FileStates.FormState form : held) {
            ReferencePeriod period = form.submission().certainKey().period();
            forms.add(new Receipt.HeldForm(
                    definitions.name(form.submission().form()),
                    period,
                    sealed.over(period)
                            .flatMap(seals::standing)
                            .map(seal -> seal.at().format(RECEIVED))
                            .orElse("此前"),
                    form.findings()));
        }
        return receipts.write(
                new Receipt(
                        definitions.units().county().name(),
                        held.get(0).unitName(),
                        file.fileName(),
                        manifest.claim(effect.claim()).openedAt().format(RECEIVED),
                        forms),
                folder,
                name);
    }

    private List<Path> render(Effect effect, FileStates.FileState file, Path folder) throws IOException {
        String sha256 = file.row().sha256();
        ReturnLetter letter = letter(effect, file);
        if (sha256 != null && Files.exists(archive.file(sha256))) {
            try {
                return feedback.write(letter, archive.file(sha256), folder, effect.name());
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
                // an answer in plain text is better than none, and the other files must get theirs
                LOG.error("marking {} failed", file.row().path(), failure);
                Workspace.delete(folder);
                Files.createDirectories(folder);
            }
        }
        Path note = folder.resolve(effect.name() + ".txt");
        Files.writeString(note, text(letter), StandardCharsets.UTF_8);
        return List.of(note);
    }

    private ReturnLetter letter(Effect effect, FileStates.FileState file) {
        LocalDateTime received = manifest.claim(effect.claim()).openedAt();
        List<ReturnLetter.ReturnedForm> forms = new ArrayList<>();
        int round = 0;
        String unitName = "";
        for (FileStates.FormState form : file.forms()) {
            forms.add(new ReturnLetter.ReturnedForm(
                    definitions.name(form.submission().form()),
                    form.submission().key(),
                    form.submission().period(),
                    form.round(),
                    form.underlying(),
                    form.findings(),
                    said(form),
                    shortcomings(form)));
            round = Math.max(round, form.round());
            unitName = unitName.isEmpty() ? form.unitName() : unitName;
        }
        return new ReturnLetter(
                unitName,
                file.fileName(),
                file.underlying(),
                round,
                received.format(RECEIVED),
                due(file, received.toLocalDate()),
                file.findings(),
                forms);
    }

    /** What was said about the form's findings so far, by their ids. */
    private Map<String, String> said(FileStates.FormState form) {
        return told(form, (replies, name, finding) -> replies.said(name).map(StoredExplanation::text));
    }

    /** Why that is not taken as an explanation, or not enough, where it is not. */
    private Map<String, String> shortcomings(FileStates.FormState form) {
        return told(
                form,
                (replies, name, finding) -> finding.explained()
                        ? Optional.empty()
                        : replies.to(name, finding)
                                .map(Shortcoming::reply)
                                .or(() -> Optional.of("请在最右一栏答复县统计局的追问。").filter(any -> replies.isAskedBack(name))));
    }

    private interface Telling {
        Optional<String> about(Replies replies, FindingName name, Finding finding);
    }

    private Map<String, String> told(FileStates.FormState form, Telling telling) {
        SubmissionKey key = form.submission().key();
        if (key == null || form.findings().isEmpty()) {
            return Map.of();
        }
        Replies replies = new Replies(definitions, decided, explanations.newest(key.form(), key.period()));
        Map<String, String> told = new TreeMap<>();
        for (Finding finding : form.findings()) {
            telling.about(replies, FindingName.of(key, finding), finding)
                    .ifPresent(text -> told.put(finding.id(key), text));
        }
        return told;
    }

    /** The form's own due day, or a few days from now once that is too near. */
    private @Nullable LocalDate due(FileStates.FileState file, LocalDate received) {
        LocalDate due = received.plusDays(DAYS_TO_CORRECT);
        for (FileStates.FormState form : file.forms()) {
            ReferencePeriod period = form.submission().period();
            Optional<FormRules> rules = definitions.form(form.submission().form());
            boolean open = form.underlying() == Outcome.RETURNED || form.underlying() == Outcome.PENDING_EXPLANATION;
            if (open
                    && period != null
                    && rules.isPresent()
                    && !period.firstDay().isAfter(received)) {
                LocalDate own = definitions.dueDay(rules.get(), period);
                due = own.isAfter(due) ? own : due;
            }
        }
        return definitions.calendar().orNextWorkday(due);
    }

    private static String text(ReturnLetter letter) {
        StringBuilder text = new StringBuilder()
                .append(letter.unitName())
                .append(" ")
                .append(letter.fileName())
                .append("：")
                .append(letter.outcome().title())
                .append("\n收到时间：")
                .append(letter.received())
                .append("\n\n");
        letter.fileFindings().forEach(finding -> append(text, finding));
        letter.forms().forEach(form -> {
            text.append(form.form()).append("：").append(form.outcome().title()).append("\n");
            form.findings().forEach(finding -> append(text, finding));
        });
        return text.toString();
    }

    private static void append(StringBuilder text, Finding finding) {
        text.append(finding.message()).append("\n    ").append(finding.remedy()).append("\n");
    }
}
