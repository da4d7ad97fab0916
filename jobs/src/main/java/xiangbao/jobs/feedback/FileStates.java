package xiangbao.jobs.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.intake.FileReading;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** Gathers from the store how a file stands. */
public final class FileStates {
    /**
     * A form of a file.
     *
     * @param original the submission that it repeats, or itself
     * @param review the newest review of the original, or null while there is none
     */
    public record FormState(
            StoredSubmission submission,
            StoredSubmission original,
            @Nullable StoredReview review,
            String unitName,
            List<Finding> findings) {
        boolean isDuplicate() {
            return submission.duplicateOf() != null;
        }

        /** Came for a sealed period and is kept until it is let in, or repeats what is. */
        boolean isHeld() {
            return original.isHeld();
        }

        int round() {
            return original.roundNumber();
        }

        /** What became of the figures, whether they came with this file or before. */
        public Outcome underlying() {
            if (original.isHeld()) {
                return Outcome.HELD;
            }
            return review == null ? Outcome.IGNORED : review.outcome();
        }

        Outcome outcome() {
            return isDuplicate() ? Outcome.DUPLICATE : underlying();
        }

        /** Whether there is something to answer about it. */
        boolean isOpen() {
            return underlying() != Outcome.ACCEPTED;
        }
    }

    /**
     * A file with all its forms. How it stands is how the newest rounds of all of them stand, whether they came with it or before.
     *
     * @param answered an earlier file was answered about all that is open in it
     * @param feedback path of its answer, or of that earlier one, relative to the workspace, or null
     */
    public record FileState(
            ManifestRow row,
            List<FormState> forms,
            List<Finding> findings,
            boolean answered,
            @Nullable String feedback) {
        String fileName() {
            return row.path().substring(row.path().lastIndexOf('/') + 1);
        }

        Outcome outcome() {
            if (row.state() == ManifestRow.State.UNREADABLE) {
                return row.duplicateOf() == null ? Outcome.UNREADABLE : Outcome.DUPLICATE;
            }
            if (!isRepetition()) {
                return underlying();
            }
            // nothing but explanations is like figures that are all known
            return answered ? Outcome.DUPLICATE : Outcome.DUPLICATE.worst(ofFindings());
        }

        /** Whether no form in it is new. */
        private boolean isRepetition() {
            return row.state() == ManifestRow.State.READ && forms.stream().allMatch(FormState::isDuplicate);
        }

        /** Like the outcome, but for what it repeats that of the newest rounds. */
        public Outcome underlying() {
            if (row.state() == ManifestRow.State.UNREADABLE) {
                return Outcome.UNREADABLE;
            }
            return forms.stream().map(FormState::underlying).reduce(ofFindings(), Outcome::worst);
        }

        /** What its answer is called by: a file whose forms were all answered before is only told what became of its explanations. */
        Outcome told() {
            return answered && isRepetition() ? Outcome.DUPLICATE : underlying();
        }

        private Outcome ofFindings() {
            if (findings.stream().anyMatch(finding -> finding.severity() == Severity.MANDATORY)) {
                return Outcome.RETURNED;
            }
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.QUERY)
                    ? Outcome.PENDING_EXPLANATION
                    : Outcome.IGNORED;
        }

        public boolean needsAnswer() {
            if (row.duplicateOf() != null || answered && isRepetition()) {
                return lostExplanations();
            }
            return switch (underlying()) {
                case PENDING_EXPLANATION, HELD, RETURNED, UNREADABLE -> true;
                case IGNORED, DUPLICATE, ACCEPTED -> lostExplanations();
            };
        }

        /** Whether an explanation could not be taken as it was written: its author must learn of it. */
        boolean lostExplanations() {
            return FileStates.lostExplanations(findings);
        }

        /** Whether a claim said anything new about the file. */
        boolean judgedBy(long claim) {
            return row.claim() == claim || forms.stream().anyMatch(form -> isNewsOf(claim, form));
        }

        private static boolean isNewsOf(long claim, FormState form) {
            StoredReview review = form.review();
            return !form.isDuplicate()
                    && !form.isHeld()
                    && review != null
                    && review.claim() == claim
                    && review.outcome() != Outcome.ACCEPTED;
        }

        /** The forms that are kept for a sealed period. */
        List<FormState> held() {
            return forms.stream().filter(FormState::isHeld).toList();
        }

        /** The file without what is held: what its return is about. */
        FileState withoutHeld() {
            return new FileState(
                    row,
                    forms.stream()
                            .filter(form -> form.underlying() != Outcome.HELD)
                            .toList(),
                    findings,
                    answered,
                    feedback);
        }

        public boolean namesPersons() {
            return forms.stream().anyMatch(form -> FileReading.namesPersons(form.findings()))
                    || FileReading.namesPersons(findings)
                    || (findings.stream().anyMatch(finding -> finding.code().equals("EXPLANATION-PERSONAL-DATA"))
                            && nothingRestsOnIt());
        }

        /** Whether no figure is traced to it. */
        private boolean nothingRestsOnIt() {
            return forms.stream()
                    .allMatch(form -> form.isDuplicate()
                            && !form.original()
                                    .sha256()
                                    .equals(form.submission().sha256()));
        }
    }

    private final Definitions definitions;
    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Reviews reviews;
    private final Outbox outbox;

    public FileStates(
            Definitions definitions,
            Manifest manifest,
            Submissions submissions,
            Findings findings,
            Reviews reviews,
            Outbox outbox) {
        this.definitions = definitions;
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.reviews = reviews;
        this.outbox = outbox;
    }

    /** The files of a claim in which an explanation could not be taken as it was written. */
    List<Long> lostExplanations(long claim) {
        List<Long> lost = new ArrayList<>();
        findings.of(
                        Findings.Owner.FILE,
                        manifest.files(claim).stream().map(ManifestRow::id).toList())
                .forEach((file, said) -> {
                    if (lostExplanations(said)) {
                        lost.add(file);
                    }
                });
        return lost;
    }

    /** The files of a claim in which nothing is new: perhaps no earlier answer tells how they stand. */
    List<Long> repetitions(long claim) {
        return submissions.repetitions(claim);
    }

    private static boolean lostExplanations(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code().startsWith("EXPLANATION-"));
    }

    public FileState read(long file) {
        ManifestRow row = manifest.file(file);
        Long repeated = row.duplicateOf();
        long source = repeated == null ? file : repeated;
        List<FormState> forms = forms(file);
        List<Finding> said = findings.of(Findings.Owner.FILE, source);
        Optional<Long> before = answeredBefore(file, forms, said);
        Optional<Effect> answer = outbox.newest(source).or(() -> before.flatMap(outbox::newest));
        String feedback =
                answer.map(Effect::result).filter(path -> !path.isEmpty()).orElse(null);
        return new FileState(row, forms, said, before.isPresent(), feedback);
    }

    private List<FormState> forms(long file) {
        return submissions.ofFile(file).stream().map(this::form).toList();
    }

    /** For a file without anything new: the newest one before it whose answer told all that is open in it, and nothing that is over. */
    private Optional<Long> answeredBefore(long file, List<FormState> forms, List<Finding> said) {
        if (!mayBeAnswered(forms)) {
            return Optional.empty();
        }
        return outbox.answeredBefore(file, open(forms)).stream()
                .filter(one -> tells(forms(one), findings.of(Findings.Owner.FILE, one), forms, said, this::isNewest))
                .findFirst();
    }

    /** Whether all that is open in a file is older than the file. */
    public static boolean mayBeAnswered(List<FormState> forms) {
        return forms.stream().anyMatch(FormState::isOpen) && forms.stream().allMatch(FormState::isDuplicate);
    }

    /** Whether an answer to a file with their forms and findings tells all that is open in another file, and nothing that is over. */
    public static boolean tells(
            List<FormState> theirs,
            List<Finding> theirFindings,
            List<FormState> forms,
            List<Finding> findings,
            Predicate<StoredSubmission> newest) {
        Set<Long> open = open(forms);
        return open(theirs).containsAll(open)
                && theirs.stream()
                        .filter(FormState::isOpen)
                        .allMatch(form -> open.contains(form.original().id()) || newest.test(form.original()))
                && codes(theirFindings).containsAll(codes(findings));
    }

    private boolean isNewest(StoredSubmission one) {
        SubmissionKey key = one.key();
        if (key == null || one.isHeld()) {
            return true;
        }
        List<StoredSubmission> rounds = submissions.rounds(key);
        return rounds.isEmpty() || rounds.get(rounds.size() - 1).id() == one.id();
    }

    /** The rounds of a file about which there is something to answer. */
    private static Set<Long> open(List<FormState> forms) {
        return forms.stream()
                .filter(FormState::isOpen)
                .map(form -> form.original().id())
                .collect(Collectors.toSet());
    }

    /** Of what is wrong with the file itself; what became of explanations is said each time. */
    private static Set<String> codes(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.HINT)
                .map(Finding::code)
                .collect(Collectors.toSet());
    }

    private FormState form(StoredSubmission one) {
        Long repeated = one.duplicateOf();
        StoredSubmission original = repeated == null ? one : submissions.get(repeated);
        StoredReview review = reviews.newest(original.id()).orElse(null);
        List<Finding> said = original.isHeld()
                ? heldFindings(original)
                : review == null
                        ? findings.of(Findings.Owner.READING, original.id())
                        : findings.of(Findings.Owner.REVIEW, review.id());
        if (repeated != null && !said.isEmpty()) {
            said = moved(one, original, said, submissions.movedCells(one.id()));
        }
        UnitCode unit = one.unit();
        String name = unit == null ? "" : definitions.units().name(unit);
        return new FormState(one, original, review, name, said);
    }

    /** What was said about a round, in the cells of the form that repeats it. */
    public static List<Finding> moved(
            StoredSubmission one,
            StoredSubmission original,
            List<Finding> said,
            Map<CellReference, CellReference> moved) {
        boolean renamed = !one.sheet().equals(original.sheet());
        if (moved.isEmpty() && !renamed) {
            return said;
        }
        return said.stream()
                .map(finding -> finding.movedTo(cell -> moved.getOrDefault(
                        cell,
                        renamed && cell.sheet().equals(original.sheet())
                                ? new CellReference(one.sheet(), cell.row(), cell.column())
                                : cell)))
                .toList();
    }

    private List<Finding> heldFindings(StoredSubmission held) {
        return submissions.audit(held.id()).isPresent()
                ? findings.of(Findings.Owner.HELD, held.id())
                : findings.of(Findings.Owner.READING, held.id());
    }

    public static FileAnswer answer(FileState file) {
        List<SubmissionAnswer> forms = new ArrayList<>();
        for (FormState form : file.forms()) {
            forms.add(new SubmissionAnswer(
                    form.submission().form(),
                    form.submission().unit(),
                    form.unitName(),
                    form.submission().period(),
                    form.round(),
                    form.outcome(),
                    form.underlying(),
                    form.findings().stream()
                            .map(finding -> new FindingAnswer(id(form, finding), finding))
                            .toList()));
        }
        return new FileAnswer(
                file.row().path(),
                file.row().sha256(),
                file.outcome(),
                file.underlying(),
                forms,
                file.findings().stream()
                        .map(finding -> new FindingAnswer(file.row().path() + "/" + finding.code(), finding))
                        .toList(),
                file.feedback());
    }

    private static String id(FormState form, Finding finding) {
        SubmissionKey key = form.submission().key();
        if (key != null) {
            return finding.id(key);
        }
        return form.submission().path() + "/" + form.submission().form() + "/" + finding.code()
                + (finding.instance().isEmpty() ? "" : "/" + finding.instance());
    }
}
