package xiangbao.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.Effect;
import xiangbao.jobs.store.Findings;
import xiangbao.jobs.store.Manifest;
import xiangbao.jobs.store.ManifestRow;
import xiangbao.jobs.store.Outbox;
import xiangbao.jobs.store.Reviews;
import xiangbao.jobs.store.StoredReview;
import xiangbao.jobs.store.StoredSubmission;
import xiangbao.jobs.store.Submissions;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Outcome;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.UnitCode;

/** Gathers from the store how a file stands. */
final class Dossiers {
    /**
     * A form of a file.
     *
     * @param original the submission that it repeats, or itself
     * @param review the newest review of the original, or null while there is none
     */
    record FormState(
            StoredSubmission submission,
            StoredSubmission original,
            @Nullable StoredReview review,
            String unitName,
            List<Finding> findings) {
        boolean isDuplicate() {
            return submission.duplicateOf() != null;
        }

        /** Came for a sealed period and is kept until it is let in. */
        boolean isHeld() {
            return submission.isHeld();
        }

        int round() {
            return original.roundNumber();
        }

        /** What became of the figures, whether they came with this file or before. */
        Outcome underlying() {
            if (original.isHeld()) {
                return Outcome.HELD;
            }
            return review == null ? Outcome.IGNORED : review.outcome();
        }

        Outcome outcome() {
            return isDuplicate() ? Outcome.DUPLICATE : underlying();
        }
    }

    /**
     * A file with all its forms.
     *
     * @param feedback path of its answer relative to the workspace, or null
     */
    record FileState(
            ManifestRow row,
            List<FormState> forms,
            List<Finding> findings,
            @Nullable String feedback) {
        String fileName() {
            return row.path().substring(row.path().lastIndexOf('/') + 1);
        }

        Outcome outcome() {
            if (row.state() == ManifestRow.State.UNREADABLE) {
                return row.duplicateOf() == null ? Outcome.UNREADABLE : Outcome.DUPLICATE;
            }
            if (row.state() == ManifestRow.State.READ && forms.isEmpty()) {
                // nothing but explanations: like one whose figures are all known
                return Outcome.DUPLICATE.worst(ofFindings());
            }
            if (!forms.isEmpty() && forms.stream().allMatch(FormState::isDuplicate)) {
                return Outcome.DUPLICATE;
            }
            return forms.stream().map(FormState::outcome).reduce(ofFindings(), Outcome::worst);
        }

        /** Like the outcome, but for what it repeats that of the first time. */
        Outcome underlying() {
            if (row.state() == ManifestRow.State.UNREADABLE) {
                return Outcome.UNREADABLE;
            }
            return forms.stream().map(FormState::underlying).reduce(ofFindings(), Outcome::worst);
        }

        private Outcome ofFindings() {
            if (findings.stream().anyMatch(finding -> finding.severity() == Severity.MANDATORY)) {
                return Outcome.RETURNED;
            }
            return findings.stream().anyMatch(finding -> finding.severity() == Severity.QUERY)
                    ? Outcome.PENDING_EXPLANATION
                    : Outcome.IGNORED;
        }

        boolean needsAnswer() {
            return switch (outcome()) {
                case PENDING_EXPLANATION, HELD, RETURNED, UNREADABLE -> true;
                case IGNORED, DUPLICATE, ACCEPTED -> lostExplanations();
            };
        }

        /** Whether an explanation could not be taken as it was written: its author must learn of it. */
        boolean lostExplanations() {
            return Dossiers.lostExplanations(findings);
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

        /** The forms that are kept for a sealed period, and were not before. */
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
                    feedback);
        }

        boolean namesPersons() {
            return forms.stream().anyMatch(form -> CollectStep.namesPersons(form.findings()))
                    || CollectStep.namesPersons(findings)
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

    Dossiers(
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

    private static boolean lostExplanations(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.code().startsWith("EXPLANATION-"));
    }

    FileState read(long file) {
        ManifestRow row = manifest.file(file);
        Long repeated = row.duplicateOf();
        long source = repeated == null ? file : repeated;
        List<FormState> forms = new ArrayList<>();
        for (StoredSubmission one : submissions.ofFile(file)) {
            forms.add(form(one));
        }
        Optional<Effect> answer = outbox.newest(source);
        if (answer.isEmpty() && !forms.isEmpty() && forms.stream().allMatch(FormState::isDuplicate)) {
            answer = forms.stream()
                    .filter(form -> form.underlying() != Outcome.ACCEPTED)
                    .map(form -> outbox.newest(form.original().file()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        String feedback =
                answer.map(Effect::result).filter(path -> !path.isEmpty()).orElse(null);
        return new FileState(row, forms, findings.of(Findings.Owner.FILE, source), feedback);
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
        UnitCode unit = one.unit();
        String name = unit == null ? "" : definitions.units().name(unit);
        return new FormState(one, original, review, name, said);
    }

    private List<Finding> heldFindings(StoredSubmission held) {
        return submissions.audit(held.id()).isPresent()
                ? findings.of(Findings.Owner.HELD, held.id())
                : findings.of(Findings.Owner.READING, held.id());
    }

    static FileAnswer answer(FileState file) {
        List<SubmissionAnswer> forms = new ArrayList<>();
        for (FormState form : file.forms()) {
            forms.add(new SubmissionAnswer(
                    form.submission().form(),
                    form.submission().unit(),
                    form.unitName(),
                    form.submission().period(),
                    form.round(),
                    form.outcome(),
                    form.findings().stream()
                            .map(finding -> new FindingAnswer(id(form, finding), finding))
                            .toList()));
        }
        return new FileAnswer(
                file.row().path(),
                file.row().sha256(),
                file.outcome(),
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
