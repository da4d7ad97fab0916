package xiangbao.reports.summary;

import java.util.List;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.aggregate.FormSummary;

/** The heading rows of a 汇总表, and the widths of its columns. */
final class SummaryHeadings {

    private static final int FIRST = SummaryPage.FIRST;
    private static final int STATES = 11;

    private final TemplateSheet sheet;
    private final FormSummary summary;
    private final List<SummaryColumn> columns;
    private final int[] widths;
    private final int groupRow;
    private final int headingRow;

    SummaryHeadings(TemplateSheet sheet, FormSummary summary, List<SummaryColumn> columns) {
        this.sheet = sheet;
        this.summary = summary;
        this.columns = columns;
        this.widths = columns.stream().mapToInt(SummaryColumn::width).toArray();
        this.groupRow = sheet.anchor("rpt.group").getFirstRow();
        this.headingRow = sheet.anchor("rpt.heading").getFirstRow();
    }

    /**
     * Fills the rows, sets widths and heights.
     *
     * @param wide whether the table may be wider than a page, and so need not fill one
     * @return the width of the whole table in digits
     */
    int fill(boolean wide) {
        int unitRow = sheet.anchor("rpt.unit").getFirstRow();
        int codeRow = sheet.anchor("rpt.code").getFirstRow();
        sheet.merge(groupRow, headingRow, 0, 0);
        sheet.merge(groupRow, headingRow, 1, 1);
        for (int place = 0; place < columns.size(); place++) {
            SummaryColumn column = columns.get(place);
            sheet.text(column.group().isEmpty() ? groupRow : headingRow, FIRST + place, column.heading());
            sheet.text(unitRow, FIRST + place, column.measure());
            sheet.text(codeRow, FIRST + place, column.code());
        }
        int total = widths(wide);
        heights();
        sheet.height(unitRow, 18);
        sheet.height(codeRow, 16);
        return total;
    }

    private int widths(boolean wide) {
        int names = 12;
        for (FormSummary.Line line : summary.lines()) {
            names = Math.max(
                    names,
                    TextWidth.of(line.unit().name()) + (line == summary.lines().get(0) ? 6 : 2));
        }
        sheet.sheet().setColumnWidth(0, names * 256);
        sheet.sheet().setColumnWidth(1, STATES * 256);
        int total = names + STATES;
        for (int width : widths) {
            total += width;
        }
        int missing = wide ? 0 : SummaryPage.A4_CHARACTERS - total;
        int more = missing > 0 ? Math.min(missing / columns.size(), 16) : 0;
        for (int place = 0; place < columns.size(); place++) {
            widths[place] += more;
            sheet.sheet().setColumnWidth(FIRST + place, widths[place] * 256);
        }
        return total + more * columns.size();
    }

    /** Draws columns of one group together under its name, and makes the rows as high as the texts need. */
    private void heights() {
        int headingLines = 1;
        int ungrouped = 1;
        for (int place = 0; place < columns.size(); place++) {
            int column = FIRST + place;
            String group = columns.get(place).group();
            int lines = TextWidth.lines(columns.get(place).heading(), widths[place]);
            if (group.isEmpty()) {
                ungrouped = Math.max(ungrouped, lines);
                sheet.merge(groupRow, headingRow, column, column);
                continue;
            }
            headingLines = Math.max(headingLines, lines);
            if (place > 0 && columns.get(place - 1).group().equals(group)) {
                continue;
            }
            int end = place;
            int room = widths[place];
            while (end + 1 < columns.size() && columns.get(end + 1).group().equals(group)) {
                room += widths[++end];
            }
            sheet.text(groupRow, column, group);
            sheet.merge(groupRow, groupRow, column, FIRST + end);
            ungrouped = Math.max(ungrouped, TextWidth.lines(group, room) + headingLines);
        }
        double headingHeight = 14.0 * headingLines + 4;
        sheet.height(headingRow, headingHeight);
        sheet.height(groupRow, Math.max(20, 14.0 * ungrouped + 8 - headingHeight));
    }
}
