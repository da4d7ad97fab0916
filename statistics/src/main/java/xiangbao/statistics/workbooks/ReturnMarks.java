package xiangbao.statistics.workbooks;

import java.util.List;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;

/**
 * What marks a workbook that we sent back. The writer of returns and the reader of workbooks share these names and nothing else: our own sheets are ignored
 * when the file comes back, apart from the explanations written into them.
 */
public final class ReturnMarks {
    /** Name of the first sheet of a return; a number in parentheses follows when the clerk's workbook has a sheet of this name already. */
    public static final String SHEET = "审核结果";

    /** Workbook-wide defined name that points into our sheet. */
    public static final String DEFINED_NAME = "xiangbao_return";

    /** The first text of our sheet (cell A1) begins with it, so that the sheet is known even where defined names were lost. */
    public static final String TITLE = "乡报审核结果";

    /** The clerk's explanations stand below this column title. */
    public static final String EXPLANATION = "审核说明（请在此填写）";

    /** Column titles of our sheet, in order. */
    public static final List<String> COLUMNS =
            List.of("序号", "问题", "位置", "填报数", "应为/参考范围", "相差", "上期数", "可能原因", "怎么改", EXPLANATION);

    /** Title of the hidden column behind the others: the id of each line's finding. */
    public static final String FINDING_ID = "问题编号（请勿改动）";

    /** Author of the comments that we attach to cells. */
    public static final String COMMENT_AUTHOR = "乡报审核";

    private ReturnMarks() {}

    /**
     * What stands in the column 问题 before its text, such as ［核实性 31-R1］. The program's own names are left out where nothing is to be explained: an
     * explanation is recognised by them when its number is lost.
     */
    public static String label(Finding finding) {
        boolean told =
                finding.severity() == Severity.QUERY || !finding.heading().isEmpty();
        return "［" + (finding.waived() ? finding.standing() : finding.severity().title())
                + (told ? " " + finding.code() : "")
                + (finding.explained() ? " 已说明" : finding.refused() ? " 须改正" : "") + "］";
    }

    /**
     * What stands in the column 位置.
     *
     * @param form 表号 and title, or 整张表, shown where no cell can be named; empty for a finding about the whole file
     */
    public static String place(Finding finding, String form) {
        if (finding.place().cells().isEmpty()) {
            return form.isEmpty() ? "整个文件" : form;
        }
        CellReference first = finding.place().cells().get(0);
        int more = finding.place().cells().size() - 1;
        return first.sheet() + "!" + first.address() + (more == 0 ? "" : " 等" + (more + 1) + "处");
    }
}
