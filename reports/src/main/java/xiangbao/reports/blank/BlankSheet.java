package xiangbao.reports.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.submissions.Filing;

/** What a blank matrix and a blank ledger have in common: the head with its legal marks, the columns' headings, the foot. */
abstract class BlankSheet {
    /** Which columns stand apart at the right, with figures that were reported before. */
    static final String REFERENCE = "（参考）";

    private static final String FILING = "填报情况：";
    private static final int MARKS_WIDTH = 47;
    /** So many rows are still legible on one page. */
    private static final int ROWS_OF_A_PAGE = 36;

    private static final int LEFT_WIDTH = 27;
    private static final int MEASURE_WIDTH = 27;

    /** The rows of the head, as in the template. */
    private static final int MARKS_ROW = 1;

    private static final int FILING_ROW = 3;
    private static final int ROUND_ROW = 4;
    private static final int AREA_ROW = 5;
    private static final int LINE_ROW = 6;
    private static final int HEAD_ROW = 7;

    final BlankCanvas canvas;
    final BlankWorkbook workbook;
    final BlankForm blank;
    final Form form;

    /**
     * A column of the sheet.
     *
     * @param number as printed below the heading: 甲, 乙, 1, 2
     */
    record Slot(String group, String heading, String number, double width) {}

    BlankSheet(Template template, BlankWorkbook workbook, BlankForm blank) {
        this.workbook = workbook;
        this.blank = blank;
        this.form = blank.form();
        this.canvas = new BlankCanvas(template, WorkbookUtil.createSafeSheetName(name(workbook, blank)));
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

    /** The form's own columns. */
    abstract List<Slot> slots();

    /** The columns with what was reported before; they stand apart, are not printed and not read. */
    abstract List<Slot> references();

    /** Draws the rows; answers the first row below them. */
    abstract int body(int firstRow, int firstReference);

    abstract int frozenColumns();

    /** 计量单位 for the whole form; empty where the rows or columns say it. */
    abstract String measure();

    /** A drawn sheet, with the area that is printed. */
    record Drawn(XSSFSheet sheet, int lastColumn, int lastRow) {}

    Drawn draw() {
        List<Slot> slots = new ArrayList<>(slots());
        double total = slots.stream().mapToDouble(Slot::width).sum();
        double rightOfFirst = total - slots.get(0).width();
        if (rightOfFirst < MARKS_WIDTH) {
            Slot last = slots.remove(slots.size() - 1);
            double wider = last.width() + MARKS_WIDTH - rightOfFirst;
            slots.add(new Slot(last.group(), last.heading(), last.number(), wider));
            total += wider - last.width();
        }
        for (int column = 0; column < slots.size(); column++) {
            canvas.width(column, slots.get(column).width());
        }
        int lastColumn = slots.size() - 1;
        head(slots);
        int headLast = headings(slots);
        int firstReference = lastColumn + 2;
        references(firstReference, headLast);
        int end = body(headLast + 1, firstReference);
        for (int column = 0; column <= lastColumn; column++) {
            canvas.blank(end, column, "rpt.end");
        }
        canvas.height(end, canvas.height("rpt.end"));
        int lastRow = foot(end + 1, lastColumn, total);
        canvas.finish(total, end - headLast <= ROWS_OF_A_PAGE, headLast + 1, frozenColumns(), HEAD_ROW, headLast);
        return new Drawn(canvas.sheet(), lastColumn, lastRow);
    }

    private void head(List<Slot> slots) {
        int last = slots.size() - 1;
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
                Map.entry("计量单位", measure()));
        canvas.merged(0, 0, 0, last, canvas.sample("rpt.title", 0, tokens), "rpt.title");
        canvas.height(0, canvas.height("rpt.title"));
        int from = fromRight(slots, MARKS_WIDTH);
        int left = Math.min(from - 1, fromLeft(slots, LEFT_WIDTH));
        for (int row = MARKS_ROW; row < LINE_ROW; row++) {
            canvas.merged(row, row, from, last, canvas.sample("rpt.marks", row - MARKS_ROW, tokens), "rpt.marks");
            canvas.height(row, canvas.height("rpt.marks"));
        }
        filing(left);
        canvas.merged(ROUND_ROW, ROUND_ROW, 0, left, canvas.sample("rpt.round", 0, tokens), "rpt.round");
        canvas.merged(AREA_ROW, AREA_ROW, 0, left, canvas.sample("rpt.area", 0, tokens), "rpt.area");
        canvas.merged(LINE_ROW, LINE_ROW, 0, left, canvas.sample("rpt.unit", 0, tokens), "rpt.unit");
        int periodEnd = last;
        if (!measure().isEmpty()) {
            int at = Math.max(left + 2, fromRight(slots, MEASURE_WIDTH));
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
        canvas.choices(new CellRangeAddressList(FILING_ROW, FILING_ROW, 0, 0), choices, "填报情况");
    }

    /** The first of the last columns that together are so wide; never the first column of all. */
    private static int fromRight(List<Slot> slots, double width) {
        double sum = 0;
        int column = slots.size();
        while (column > 1 && sum < width) {
            column--;
            sum += slots.get(column).width();
        }
        return column;
    }

    private static int fromLeft(List<Slot> slots, double width) {
        double sum = slots.get(0).width();
        int column = 0;
        while (sum < width && column < slots.size() - 1) {
            column++;
            sum += slots.get(column).width();
        }
        return column;
    }

    /** One row of headings, or two where columns stand in groups, and the row of numbers. Answers the last of them. */
    private int headings(List<Slot> slots) {
        boolean grouped = slots.stream().anyMatch(slot -> !slot.group().isEmpty());
        int heading = grouped ? HEAD_ROW + 1 : HEAD_ROW;
        int lines = 1;
        for (int column = 0; column < slots.size(); column++) {
            Slot slot = slots.get(column);
            if (slot.group().isEmpty()) {
                canvas.merged(HEAD_ROW, heading, column, column, slot.heading(), "rpt.group");
            } else {
                int first = column;
                while (first > 0 && slots.get(first - 1).group().equals(slot.group())) {
                    first--;
                }
                boolean last = column == slots.size() - 1
                        || !slots.get(column + 1).group().equals(slot.group());
                if (last) {
                    canvas.merged(HEAD_ROW, HEAD_ROW, first, column, slot.group(), "rpt.group");
                }
                canvas.text(heading, column, slot.heading(), "rpt.heading");
            }
            lines = Math.max(lines, TextWidth.lines(slot.heading(), slot.width()));
            canvas.text(heading + 1, column, slot.number(), "rpt.number");
        }
        if (grouped) {
            canvas.height(HEAD_ROW, 20);
        }
        canvas.height(heading, Math.max(24, 14 * lines + 8));
        canvas.height(heading + 1, canvas.height("rpt.number"));
        return heading + 1;
    }

    private void references(int first, int headLast) {
        List<Slot> references = references();
        if (references.isEmpty()) {
            return;
        }
        canvas.width(first - 1, canvas.width("rpt.gap"));
        for (int index = 0; index < references.size(); index++) {
            Slot slot = references.get(index);
            canvas.width(first + index, slot.width());
            canvas.text(headLast - 1, first + index, slot.heading(), "rpt.formerly");
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
        notes.addAll(ownNotes());
        notes.addAll(form.notes());
        for (int index = 0; index < notes.size(); index++) {
            String note = (index == 0 ? "说明：" : "　　　") + (index + 1) + ". " + notes.get(index);
            canvas.merged(row, row, 0, lastColumn, note, "rpt.note");
            canvas.height(row, 13.0 * TextWidth.lines(note, total * 1.08) + 3);
            row++;
        }
        return row - 1;
    }

    /** What has to be said about this sheet besides the form's own notes. */
    abstract List<String> ownNotes();

    /** 上月, 上季, 上期 or 上年. */
    String formerly() {
        return switch (form.frequency()) {
            case MONTH -> "上月";
            case QUARTER -> "上季";
            case HALF_YEAR -> "上期";
            case YEAR -> "上年";
        };
    }

    boolean isYearly() {
        return form.frequency() == Frequency.YEAR;
    }
}
