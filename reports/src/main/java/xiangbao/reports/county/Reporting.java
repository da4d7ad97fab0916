package xiangbao.reports.county;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.scoring.Delivery;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 报送情况: a form that a unit owes about a period, and what has come of it until the basis of the run was fixed.
 *
 * @param due the day by which it was due, moved off holidays
 * @param rounds 第1次报送 first; empty when nothing came
 */
public record Reporting(ReportingUnit unit, Form form, ReferencePeriod period, LocalDate due, List<Round> rounds) {
    public SubmissionKey key() {
        return new SubmissionKey(form.code(), unit.code(), period);
    }

    /**
     * One 报送.
     *
     * @param outcome of the verdict that the run stands on; for an earlier round, of the last one before it
     * @param received when its file was taken in
     * @param file as it was dropped, below the inbox
     * @param counts whether the figures of the run are this round's
     * @param filing 填报情况 of a round that counts; zeros throughout are 零报告 whatever is declared
     * @param findings of that verdict, mandatory ones too
     * @param explanations by the id of a finding, what was said about it and whether that was accepted; findings about which nothing was said or accepted
     *     are not in it
     */
    public record Round(
            int number,
            Outcome outcome,
            LocalDateTime received,
            String file,
            String sheet,
            String sha256,
            boolean counts,
            Filing filing,
            List<Finding> findings,
            Map<String, Explained> explanations) {
        public Round {
            findings = List.copyOf(findings);
            explanations = Map.copyOf(explanations);
        }

        /** One that has something to report, and about which nothing was said. */
        public Round(
                int number,
                Outcome outcome,
                LocalDateTime received,
                String file,
                String sheet,
                String sha256,
                boolean counts,
                List<Finding> findings) {
            this(number, outcome, received, file, sheet, sha256, counts, Filing.FIGURES, findings, Map.of());
        }

        public boolean isReturned() {
            return outcome == Outcome.RETURNED;
        }

        /** Whether it waits for an explanation before it counts. */
        public boolean isWithheld() {
            return outcome == Outcome.PENDING_EXPLANATION && findings.stream().anyMatch(Finding::withholds);
        }

        /** Returned for a 强制性 finding, which is what costs points. */
        boolean isSentBack() {
            return isReturned() && findings.stream().anyMatch(one -> one.severity() == Severity.MANDATORY);
        }
    }

    /**
     * 审核说明, and 认可.
     *
     * @param text what the unit said; empty where it was accepted without
     * @param received when the file came in which it said so; null where it said nothing
     * @param acceptedBy empty while it is not accepted
     * @param acceptedAt null while it is not accepted
     * @param reason why it was accepted, in the statistician's words
     * @param dialogue all that was said on both sides
     */
    public record Explained(
            String text,
            @Nullable LocalDateTime received,
            String acceptedBy,
            @Nullable LocalDateTime acceptedAt,
            String reason,
            Dialogue dialogue) {
        /** One word from the unit, and perhaps its acceptance. */
        public Explained(
                String text,
                @Nullable LocalDateTime received,
                String acceptedBy,
                @Nullable LocalDateTime acceptedAt,
                String reason) {
            this(text, received, acceptedBy, acceptedAt, reason, Dialogue.SILENCE);
        }

        /** Whether nobody has said or decided anything. */
        public boolean isNothing() {
            return text.isEmpty() && acceptedAt == null && dialogue.equals(Dialogue.SILENCE);
        }

        public boolean isAccepted() {
            return acceptedAt != null;
        }
    }

    public Reporting {
        rounds = List.copyOf(rounds);
    }

    /** The newest round, if anything came. */
    public Optional<Round> newest() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** The round whose figures are in the run. */
    public Optional<Round> counted() {
        return rounds.stream().filter(Round::counts).findFirst();
    }

    /** 迟报: whether the first round came after the due day. What has not come is missing, not late. */
    public boolean isLate() {
        return !rounds.isEmpty() && rounds.get(0).received().toLocalDate().isAfter(due);
    }

    /** 漏报: nothing came. Whether the due day has passed is for who reads it to say; a report knows no today. */
    public boolean isMissing() {
        return rounds.isEmpty();
    }

    /** Whether the newest round waits to be corrected. */
    public boolean isReturned() {
        return newest().filter(Round::isReturned).isPresent();
    }

    /** Whether the newest round waits for an explanation before it counts. */
    public boolean isWithheld() {
        return newest().filter(Round::isWithheld).isPresent();
    }

    public boolean isPending() {
        return newest().filter(round -> round.outcome() == Outcome.PENDING_EXPLANATION)
                .isPresent();
    }

    /** 零报告: that there is nothing was reported, which is neither late nor missing. */
    public boolean isZero() {
        return counted().filter(round -> round.filing() == Filing.ZERO).isPresent();
    }

    /** 不适用: that the form does not apply to it is what the unit says. */
    public boolean isNotApplicable() {
        return counted()
                .filter(round -> round.filing() == Filing.NOT_APPLICABLE)
                .isPresent();
    }

    public int timesReturned() {
        return (int) rounds.stream().filter(Round::isReturned).count();
    }

    /** What scoring may look at. */
    public Delivery delivery() {
        return new Delivery(
                unit,
                form.code(),
                period,
                due,
                rounds.stream()
                        .map(round -> new Delivery.Arrival(round.number(), round.received(), round.isSentBack()))
                        .toList());
    }
}
