package xiangbao.reports.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;

/** A blank sheet: the head with its legal marks, the columns' headings, a matrix or ledger, the foot. */
final class BlankSheet {
    /** So many rows are still legible on one page. */
    private static final int ROWS_OF_A_PAGE = 36;

    private static final int HEAD_ROW = BlankHead.ROWS;

    private final BlankCanvas canvas;
    private final BlankWorkbook workbook;
    private final BlankForm blank;
    private final Form form;
    private final BlankTable table;

    BlankSheet(Template template, BlankWorkbook workbook, BlankForm blank) {
        this.workbook = workbook;
        this.blank = blank;
        this.form = blank.form();
        this.canvas = new BlankCanvas(template, WorkbookUtil.createSafeSheetName(name(workbook, blank)));
        this.table = form.layout() == Layout.LEDGER
                ? new BlankLedger(canvas, workbook, blank)
                : new BlankMatrix(canvas, workbook, blank);
    }

    /** A form that is owed for several periods has a sheet for each. */
    private static String name(BlankWorkbook workbook, BlankForm blank) {
        String code = blank.form().code().text();
        boolean once = workbook.forms().stream()
                        .filter(other -> other.form().equals(blank.form()))
                        .count()
                == 1;
        return once ? code : code + " " + blank.period().title();
    }

    /** A drawn sheet, with the area that is printed. */
    record Drawn(XSSFSheet sheet, int lastColumn, int lastRow) {}

    Drawn draw() {
        List<BlankColumn> columns = new ArrayList<>(table.columns());
        double total = columns.stream().mapToDouble(BlankColumn::width).sum();
        double rightOfFirst = total - columns.get(0).width();
        if (rightOfFirst < BlankHead.MARKS_WIDTH) {
            double more = BlankHead.MARKS_WIDTH - rightOfFirst;
            BlankColumn last = columns.remove(columns.size() - 1);
            columns.add(last.wider(more));
            total += more;
        }
        for (int column = 0; column < columns.size(); column++) {
            canvas.width(column, columns.get(column).width());
        }
        int lastColumn = columns.size() - 1;
        new BlankHead(canvas, workbook, blank, columns).draw(table.measure());
        int headLast = headings(columns);
        int firstReference = lastColumn + 2;
        references(firstReference, headLast);
        int end = table.body(headLast + 1, firstReference);
        for (int column = 0; column <= lastColumn; column++) {
            canvas.blank(end, column, "rpt.end");
        }
        canvas.height(end, canvas.height("rpt.end"));
        int lastRow = foot(end + 1, lastColumn, total);
        canvas.finish(total, end - headLast <= ROWS_OF_A_PAGE, headLast + 1, table.frozenColumns(), HEAD_ROW, headLast);
        return new Drawn(canvas.sheet(), lastColumn, lastRow);
    }

    /** One row of headings, or two where columns stand in groups, and the row of numbers. Answers the last of them. */
    private int headings(List<BlankColumn> columns) {
        boolean grouped = columns.stream().anyMatch(each -> !each.group().isEmpty());
        int heading = grouped ? HEAD_ROW + 1 : HEAD_ROW;
        int lines = 1;
        for (int column = 0; column < columns.size(); column++) {
            BlankColumn at = columns.get(column);
            if (at.group().isEmpty()) {
                canvas.merged(HEAD_ROW, heading, column, column, at.heading(), "rpt.group");
            } else {
                int first = column;
                while (first > 0 && columns.get(first - 1).group().equals(at.group())) {
                    first--;
                }
                boolean last = column == columns.size() - 1
                        || !columns.get(column + 1).group().equals(at.group());
                if (last) {
                    canvas.merged(HEAD_ROW, HEAD_ROW, first, column, at.group(), "rpt.group");
                }
                canvas.text(heading, column, at.heading(), "rpt.heading");
            }
            lines = Math.max(lines, TextWidth.lines(at.heading(), at.width()));
            canvas.text(heading + 1, column, at.number(), "rpt.number");
        }
        if (grouped) {
            canvas.height(HEAD_ROW, 20);
        }
        canvas.height(heading, Math.max(24, 14 * lines + 8));
        canvas.height(heading + 1, canvas.height("rpt.number"));
        return heading + 1;
    }

    private void references(int first, int headLast) {
        List<BlankColumn> references = table.references();
        if (references.isEmpty()) {
            return;
        }
        canvas.width(first - 1, canvas.width("rpt.gap"));
        for (int index = 0; index < references.size(); index++) {
            BlankColumn at = references.get(index);
            canvas.width(first + index, at.width());
            canvas.text(headLast - 1, first + index, at.heading(), "rpt.formerly");
        }
    }

    private int foot(int first, int lastColumn, double total) {
        Map<String, String> tokens = Map.of("年", Integer.toString(blank.dueDay().getYear()));
        String signatures = canvas.sample("rpt.foot", 0, tokens);
        if (TextWidth.of(signatures) > total) {
            signatures = signatures.replaceFirst("　+联系电话", "\n联系电话");
        }
        canvas.merged(first, first, 0, lastColumn, signatures, "rpt.foot");
        canvas.height(first, 18.0 * TextWidth.lines(signatures, total) + 8);
        int row = first + 1;
        List<String> notes = new ArrayList<>();
        notes.add("报送期限：" + Written.day(blank.dueDay()) + "。");
        notes.add("表头的“填报情况”从下拉列表里选：有数；零报告（本期没有，全表不用填）；不适用（本单位不该报，要说明原因）。有数的可以不选，空表不选的退回。");
        notes.addAll(table.notes());
        notes.addAll(form.notes());
        for (int index = 0; index < notes.size(); index++) {
            String note = (index == 0 ? "说明：" : "　　　") + (index + 1) + ". " + notes.get(index);
            canvas.merged(row, row, 0, lastColumn, note, "rpt.note");
            canvas.height(row, 13.0 * TextWidth.lines(note, total * 1.08) + 3);
            row++;
        }
        return row - 1;
    }
}
