package xiangbao.reports.blank;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddressList;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.submissions.Filing;

/** The head of a blank sheet: title, legal marks, 填报情况, unit, period. */
final class BlankHead {
    /** How wide the legal marks are, which stand right of the first column. */
    static final int MARKS_WIDTH = 47;

    /** The first row below it. */
    static final int ROWS = 7;

    private static final String FILING = "填报情况：";
    private static final int LEFT_WIDTH = 27;
    private static final int MEASURE_WIDTH = 27;

    /** The rows of the head, as in the template. */
    private static final int MARKS_ROW = 1;

    private static final int FILING_ROW = 3;
    private static final int ROUND_ROW = 4;
    private static final int AREA_ROW = 5;
    private static final int LINE_ROW = 6;

    private final BlankCanvas canvas;
    private final BlankWorkbook workbook;
    private final BlankForm blank;
    private final List<BlankColumn> columns;

    BlankHead(BlankCanvas canvas, BlankWorkbook workbook, BlankForm blank, List<BlankColumn> columns) {
        this.canvas = canvas;
        this.workbook = workbook;
        this.blank = blank;
        this.columns = columns;
    }

    void draw(String measure) {
        int last = columns.size() - 1;
        Form form = blank.form();
        LegalMarks marks = form.marks();
        String until = marks.validUntil() == null ? "" : Written.day(marks.validUntil());
        Map<String, String> tokens = Map.ofEntries(
                Map.entry("表名", form.title()),
                Map.entry("表号", form.code().text()),
                Map.entry("制定机关", marks.maker()),
                Map.entry("批准机关", marks.approver()),
                Map.entry("批准文号", marks.approvalNumber()),
                Map.entry("有效期", until),
                Map.entry("次数", Integer.toString(blank.round())),
                Map.entry("区划代码", workbook.unit().code().text()),
                Map.entry("单位", workbook.unit().name()),
                Map.entry("报告期", blank.period().title()),
                Map.entry("计量单位", measure));
        canvas.merged(0, 0, 0, last, canvas.sample("rpt.title", 0, tokens), "rpt.title");
        canvas.height(0, canvas.height("rpt.title"));
        int from = fromRight(MARKS_WIDTH);
        int left = Math.min(from - 1, fromLeft(LEFT_WIDTH));
        for (int row = MARKS_ROW; row < LINE_ROW; row++) {
            canvas.merged(row, row, from, last, canvas.sample("rpt.marks", row - MARKS_ROW, tokens), "rpt.marks");
            canvas.height(row, canvas.height("rpt.marks"));
        }
        filing(left);
        canvas.merged(ROUND_ROW, ROUND_ROW, 0, left, canvas.sample("rpt.round", 0, tokens), "rpt.round");
        canvas.merged(AREA_ROW, AREA_ROW, 0, left, canvas.sample("rpt.area", 0, tokens), "rpt.area");
        canvas.merged(LINE_ROW, LINE_ROW, 0, left, canvas.sample("rpt.unit", 0, tokens), "rpt.unit");
        int periodEnd = last;
        if (!measure.isEmpty()) {
            int at = Math.max(left + 2, fromRight(MEASURE_WIDTH));
            if (at <= last) {
                canvas.merged(LINE_ROW, LINE_ROW, at, last, canvas.sample("rpt.measure", 0, tokens), "rpt.measure");
                periodEnd = at - 1;
            }
        }
        canvas.merged(LINE_ROW, LINE_ROW, left + 1, periodEnd, canvas.sample("rpt.period", 0, tokens), "rpt.period");
        canvas.height(LINE_ROW, canvas.height("rpt.unit"));
    }

    /** To be chosen, and empty until then: a blank form that came with 有数 would say something that nobody has said. */
    private void filing(int left) {
        canvas.merged(FILING_ROW, FILING_ROW, 0, left, FILING, "rpt.round");
        List<String> choices =
                Stream.of(Filing.values()).map(one -> FILING + one.title()).toList();
        canvas.rules().choices(new CellRangeAddressList(FILING_ROW, FILING_ROW, 0, 0), choices, "填报情况");
    }

    /** The first of the last columns that together are so wide; never the first column of all. */
    private int fromRight(double width) {
        double sum = 0;
        int column = columns.size();
        while (column > 1 && sum < width) {
            column--;
            sum += columns.get(column).width();
        }
        return column;
    }

    private int fromLeft(double width) {
        double sum = columns.get(0).width();
        int column = 0;
        while (sum < width && column < columns.size() - 1) {
            column++;
            sum += columns.get(column).width();
        }
        return column;
    }
}
