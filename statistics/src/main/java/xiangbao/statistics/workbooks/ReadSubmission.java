package xiangbao.statistics.workbooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/**
 * A form as it was found in a workbook, before a round is allotted and before any relation is confronted.
 *
 * @param unit null when the sheet, the name and the folder do not agree on one
 * @param period null when the sheet does not say a period of the form's frequency
 * @param printedRound 第n次报送 as printed, 0 when it does not say
 * @param filing 填报情况
 * @param heading the cell that says the period, or where nothing does the cell of the 表号; null when neither is known
 * @param findings what the reader found; a MANDATORY one returns the form, a QUERY one asks for an explanation
 */
public record ReadSubmission(
        FormCode form,
        @Nullable UnitCode unit,
        @Nullable ReferencePeriod period,
        int printedRound,
        Filing filing,
        String sheet,
        @Nullable CellReference heading,
        List<Observation> observations,
        List<Finding> findings) {
    public ReadSubmission {
        observations = List.copyOf(observations);
        findings = List.copyOf(findings);
    }

    /** The same, with more that is to be said about it. */
    public ReadSubmission with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new ReadSubmission(form, unit, period, printedRound, filing, sheet, heading, observations, all);
    }

    /** The same without its figures. */
    public ReadSubmission withoutFigures() {
        return new ReadSubmission(form, unit, period, printedRound, filing, sheet, heading, List.of(), findings);
    }

    /** The same without its figures, as one of the unit and the period that all but its heading speaks for. */
    public ReadSubmission attributedTo(SubmissionKey key) {
        return new ReadSubmission(
                form, key.unit(), key.period(), printedRound, filing, sheet, heading, List.of(), findings);
    }

    /** The key, when unit and period are certain. */
    public Optional<SubmissionKey> key() {
        return unit == null || period == null ? Optional.empty() : Optional.of(new SubmissionKey(form, unit, period));
    }
}
