package xiangbao.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.Outcome;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;

/**
 * 报送情况: a form that a unit owes about a period, and what has come of it until the basis of the run was fixed.
 *
 * @param due the day by which it was due, moved off holidays
 * @param rounds 第1次报送 first; empty when nothing came
 */
public record Reporting(ReportingUnit unit, Form form, ReferencePeriod period, LocalDate due, List<Round> rounds) {
    /**
     * One 报送.
     *
     * @param outcome of the verdict that the run stands on; for an earlier round, of the last one before it
     * @param received when its file was taken in
     * @param file as it was dropped, below the inbox
     * @param counts whether the figures of the run are this round's
     * @param findings of that verdict, mandatory ones too
     */
    public record Round(
            int number,
            Outcome outcome,
            LocalDateTime received,
            String file,
            String sheet,
            String sha256,
            boolean counts,
            List<Finding> findings) {
        public Round {
            findings = List.copyOf(findings);
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
}
