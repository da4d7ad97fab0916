package xiangbao.jobs.feedback;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.DecidedDoubts;
import xiangbao.jobs.review.Replies;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.reports.returns.ReturnLetter;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.text.DateText;

/** What a return says: how each form of a file stands, what was said about its findings so far, and by when to correct it. */
final class ReturnLetters {
    /** How letters give the time at which something was received or sealed. */
    private static final int DAYS_TO_CORRECT = 3;

    private final Definitions definitions;
    private final Manifest manifest;
    private final Explanations explanations;
    private final DecidedDoubts decided;

    ReturnLetters(Definitions definitions, Manifest manifest, Explanations explanations, DecidedDoubts decided) {
        this.definitions = definitions;
        this.manifest = manifest;
        this.explanations = explanations;
        this.decided = decided;
    }

    ReturnLetter of(Effect effect, FileStates.FileState file) {
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
                DateText.moment(received),
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
}
