package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.workbooks.Explanation;
import xiangbao.statistics.workbooks.ReturnMarks;

/** Our own sheet 审核结果 when it comes back: of all that stands in it only what the clerk wrote into the last column is read. */
final class ExplanationSheet {
    private static final int HEADING_WITHIN = 30;
    private static final int MOST = 2000;
    private static final int LONGEST = 1000;
    private static final String EXPLANATION = "审核说明";
    private static final Pattern LABEL = Pattern.compile("^\\[(?:强制性|核实性|提示性) ?([^\\]\\s]+)(?: 已说明| 须改正)?\\]");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private final SheetView view;
    private final FormFindings findings;
    private final Map<String, Integer> columns = new HashMap<>();

    private ExplanationSheet(SheetView view, FormFindings findings) {
        this.view = view;
        this.findings = findings;
    }

    static List<Explanation> read(SheetView view, FormFindings findings) {
        return new ExplanationSheet(view, findings).read();
    }

    private List<Explanation> read() {
        List<Explanation> found = new ArrayList<>();
        int heading = heading();
        Integer column = columns.get(EXPLANATION);
        if (column == null) {
            return found;
        }
        for (RawRow row : view.rows(heading + 1, heading + MOST)) {
            List<Area> merged = view.mergedIn(row.number(), row.number());
            String finding = text(row.number(), ReturnMarks.FINDING_ID, merged).strip();
            Matcher label = LABEL.matcher(PlainText.of(text(row.number(), ReturnMarks.COLUMNS.get(1), merged)));
            String code = label.find() ? label.group(1) : "";
            if (!finding.isEmpty() || !code.isEmpty()) {
                String said = explanation(row.number(), column, merged);
                if (!said.isEmpty()) {
                    found.add(new Explanation(
                            finding,
                            code,
                            PlainText.line(text(row.number(), ReturnMarks.COLUMNS.get(2), merged)),
                            said,
                            view.at(row.number(), column)));
                }
            }
        }
        return found;
    }

    /** The row of the column titles; columns may have been moved, inserted or removed. */
    private int heading() {
        for (RawRow row : view.rows(0, HEADING_WITHIN)) {
            for (RawCell cell : row.cells()) {
                String title = PlainText.compact(cell.text());
                columns.putIfAbsent(
                        title.startsWith(EXPLANATION)
                                ? EXPLANATION
                                : title.replace('(', '（').replace(')', '）'),
                        cell.column());
            }
            if (columns.containsKey(EXPLANATION)) {
                return row.number();
            }
            columns.clear();
        }
        return -1;
    }

    private String text(int row, String title, List<Area> merged) {
        Integer column = columns.get(title);
        RawCell cell = column == null ? null : view.cell(row, column, merged);
        return cell == null ? "" : cell.text();
    }

    /** The clerk's words in one line; empty when there are none, or none that may be kept. */
    private String explanation(int row, int column, List<Area> merged) {
        RawCell cell = view.cell(row, column, merged);
        if (cell == null) {
            return "";
        }
        String text = said(cell);
        if (!SAYS_SOMETHING.matcher(text).find()) {
            return "";
        }
        CellReference at = view.at(row, column);
        if (PersonalData.isHeld(PlainText.of(text))) {
            findings.group("EXPLANATION-PERSONAL-DATA", "审核说明中有身份证号、电话号码等个人信息，这条说明没有收下", at, "", "请删去个人信息，重新写明原因后再报送。");
            return "";
        }
        if (text.length() > LONGEST) {
            findings.group(
                    "EXPLANATION-CUT", "审核说明超过 " + LONGEST + " 字，只收下前 " + LONGEST + " 字", at, "", "请写得简短些，说清原因即可。");
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            return text.substring(0, end) + "…";
        }
        return text;
    }

    /** What was typed: words after a sign, such as “-今年大旱”, have become a formula that means nothing. */
    private static String said(RawCell cell) {
        String formula = cell.formula();
        if (formula != null && (cell.kind() == CellKind.ERROR || cell.cachedValueAbsent())) {
            return PlainText.line(formula);
        }
        return cell.kind() == CellKind.NUMBER ? SheetView.text(cell) : PlainText.line(cell.text());
    }
}
