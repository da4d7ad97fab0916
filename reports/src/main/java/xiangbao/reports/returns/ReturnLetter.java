package xiangbao.reports.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * What a clerk is told about one file: what became of it, and every finding in it.
 *
 * @param unitName 填报单位; empty when it is not certain whose file it is
 * @param fileName as the clerk named it, without folders
 * @param outcome of the file: the worst of its forms
 * @param round 第n次报送; 0 when none could be opened
 * @param received when it was received, ready to print, such as {@code 2026年10月9日 16:20}
 * @param due the day by which the corrected file is wanted; null when there is nothing to correct
 * @param fileFindings about the file as a whole; the reasons when it is unreadable
 */
public record ReturnLetter(
        String unitName,
        String fileName,
        Outcome outcome,
        int round,
        String received,
        @Nullable LocalDate due,
        List<Finding> fileFindings,
        List<ReturnedForm> forms) {
    public ReturnLetter {
        fileFindings = List.copyOf(fileFindings);
        forms = List.copyOf(forms);
    }

    /**
     * One form of the file.
     *
     * @param form 表号 and title as printed, such as {@code 平31-1 农村卫生厕所情况}
     * @param key null when unit or period are not certain
     * @param period null when it is not certain
     * @param explanations by the id of a finding, what the unit has said about it so far
     * @param replies by the id of a finding, why what was said is not taken as an explanation
     */
    public record ReturnedForm(
            String form,
            @Nullable SubmissionKey key,
            @Nullable ReferencePeriod period,
            int round,
            Outcome outcome,
            List<Finding> findings,
            Map<String, String> explanations,
            Map<String, String> replies) {
        public ReturnedForm {
            findings = List.copyOf(findings);
            explanations = Map.copyOf(explanations);
            replies = Map.copyOf(replies);
        }

        /** One in which all that was said can be taken. */
        public ReturnedForm(
                String form,
                @Nullable SubmissionKey key,
                @Nullable ReferencePeriod period,
                int round,
                Outcome outcome,
                List<Finding> findings,
                Map<String, String> explanations) {
            this(form, key, period, round, outcome, findings, explanations, Map.of());
        }

        /** One about which nothing has been said and nothing can be. */
        public ReturnedForm(
                String form, @Nullable ReferencePeriod period, int round, Outcome outcome, List<Finding> findings) {
            this(form, null, period, round, outcome, findings, Map.of());
        }
    }

    /** How many must be corrected, apart from what goes away with another. */
    long mandatory() {
        return all().filter(finding -> finding.returns() && !finding.folds()).count();
    }

    /** How many are to be explained or corrected; those of which the explanation was accepted are not, nor what goes away with another. */
    long doubts() {
        return all().filter(finding -> finding.isOpen() && !finding.folds()).count();
    }

    /** Of the doubts, those that keep the figures from counting. */
    long withholding() {
        return all().filter(finding -> finding.isOpen() && finding.withholds() && !finding.folds())
                .count();
    }

    long hints() {
        return all().filter(finding -> finding.severity() == Severity.HINT && !finding.settled() && !finding.folds())
                .count();
    }

    long explained() {
        return all().filter(Finding::explained).count();
    }

    long waived() {
        return all().filter(Finding::waived).count();
    }

    private Stream<Finding> all() {
        return Stream.concat(fileFindings.stream(), forms.stream().flatMap(form -> form.findings().stream()));
    }
}
