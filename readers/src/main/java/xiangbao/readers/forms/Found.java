package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.workbooks.ReadSubmission;

/**
 * A form that was found in a workbook.
 *
 * @param heading unit, period and form as the clerk knows them
 * @param anchor where its 表号 stands, or should
 * @param hidden its sheet is not shown
 * @param isCoded its 表号 is written and right
 * @param namesUnit a 填报单位 is written, whether it is known or not
 */
record Found(
        Form form,
        ReadSubmission submission,
        String heading,
        CellReference anchor,
        boolean hidden,
        boolean isCoded,
        boolean namesUnit) {
    /** What makes two copies the same report. */
    List<String> contents() {
        List<String> contents = new ArrayList<>();
        contents.add(submission.filing().name());
        for (Observation observation : submission.observations()) {
            String number = observation.number() == null
                    ? ""
                    : observation.number().stripTrailingZeros().toPlainString();
            contents.add(observation.indicator() + "|" + observation.line() + "|" + observation.status() + "|" + number
                    + "|" + observation.text()
                    + (observation.status().hasValue() ? "" : "|" + observation.raw()));
        }
        return contents;
    }
}
