package xiangbao.reports.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Folded;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.workbooks.ReturnMarks;

/**
 * A finding as a line of the sheet 审核结果.
 *
 * @param id by which it is known when the sheet comes back; empty where nothing can be said about it
 * @param explanation what the unit has said about it so far, or empty
 * @param reply why that is not taken as an explanation, or empty
 * @param beneath what goes away when this is mended
 * @param row in which it stands
 */
record LetterLine(
        Finding finding, String form, String id, String explanation, String reply, List<Finding> beneath, int row) {
    /** So many consequences are named; the rest are counted. */
    private static final int MOST_BENEATH = 6;

    /** All of a letter, those first that must be mended; what concerns the file comes before its forms. */
    static List<LetterLine> of(ReturnLetter letter) {
        List<LetterLine> all = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (Finding finding : letter.fileFindings()) {
                if (finding.severity() == severity) {
                    all.add(new LetterLine(finding, "", "", "", "", List.of(), 0));
                }
            }
            for (ReturnLetter.ReturnedForm form : letter.forms()) {
                for (Folded<Finding> one : Folded.of(form.findings(), Function.identity())) {
                    if (one.leader().severity() == severity) {
                        all.add(of(form, one));
                    }
                }
            }
        }
        return all;
    }

    private static LetterLine of(ReturnLetter.ReturnedForm form, Folded<Finding> one) {
        Finding finding = one.leader();
        SubmissionKey key = form.key();
        String id = key == null ? "" : finding.id(key);
        return new LetterLine(
                finding,
                form.form(),
                id,
                form.explanations().getOrDefault(id, ""),
                form.replies().getOrDefault(id, ""),
                one.beneath(),
                0);
    }

    LetterLine at(int other) {
        return new LetterLine(finding, form, id, explanation, reply, beneath, other);
    }

    /** What is wrong, and what fails of the same error, so that nobody looks for a second one. */
    String problem() {
        return ReturnMarks.label(finding)
                + (finding.title().isEmpty() ? finding.message() : finding.title())
                + consequences();
    }

    private String consequences() {
        if (beneath.isEmpty()) {
            return "";
        }
        List<String> titles = beneath.stream()
                .limit(MOST_BENEATH)
                .map(one -> one.heading() + (one.title().isEmpty() ? one.code() : one.title()))
                .toList();
        return "\n由此引起的还有 " + beneath.size() + " 处，改好这一处就不用再改：" + String.join("；", titles)
                + (beneath.size() > titles.size() ? "等" : "") + "。";
    }

    /** What was said already is shown here, so that the column to write into is empty. */
    String remedy() {
        String said = explanation.isEmpty() ? "" : "“" + explanation + "”";
        if (finding.remembered()) {
            return finding.remedy();
        }
        if (finding.explained()) {
            return said.isEmpty() ? "县里已经认可，不用再改。" : "说明已经认可，不用再改。说明是：" + said;
        }
        if (!reply.isEmpty()) {
            return finding.remedy() + "\n上次写的说明是：" + said + "。" + reply;
        }
        return finding.remedy() + (said.isEmpty() ? "" : "\n已收到说明：" + said + "，待县里认可；有补充的再写在最右一栏。");
    }
}
