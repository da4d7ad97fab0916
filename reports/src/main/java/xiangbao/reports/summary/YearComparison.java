package xiangbao.reports.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PrintSetup;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.units.ReportingUnit;

/** 同比 of a 汇总表: for every unit an indicator as reported, a year earlier over the same definition, and the change. */
final class YearComparison {
    static final String NAME = "同比";
    static final List<String> ANCHORS =
            List.of("rpt.columns", "rpt.group", "rpt.heading", "rpt.unit", "rpt.county", "rpt.rows", "rpt.notes");

    private static final int FIRST = 2;
    private static final int BLOCK = 3;

    /** So many indicators stand side by side on one page. */
    private static final int PAGE = 7;

    private final TemplateSheet sheet;
    private final FormSummary summary;
    private final List<SummaryColumn> columns;

    YearComparison(TemplateSheet sheet, FormSummary summary, List<SummaryColumn> columns) {
        this.sheet = sheet;
        this.summary = summary;
        this.columns = columns;
    }

    void fill(Map<String, String> tokens, boolean balanced) {
        sheet.repeatRight("rpt.columns", columns.size());
        int countyRow = sheet.anchor("rpt.county").getFirstRow();
        List<FormSummary.Line> units =
                summary.lines().subList(1, summary.lines().size());
        int first = sheet.repeatDown("rpt.rows", units.size());
        FormSummary.Line county = summary.lines().get(0);
        line(countyRow, county, county.unit().name() + "合计", summary.coverage().fraction());
        for (int index = 0; index < units.size(); index++) {
            ReportingUnit unit = units.get(index).unit();
            line(first + index, units.get(index), unit.name(), SummaryCell.state(summary.coverage(), unit));
        }
        headings();
        notes(balanced);
        sheet.fill(tokens);
        PrintSetup setup = sheet.sheet().getPrintSetup();
        int pages = Math.max(1, (columns.size() + PAGE - 1) / PAGE);
        setup.setFitWidth((short) pages);
        for (int page = 1; page < pages; page++) {
            int share = (columns.size() + pages - 1) / pages;
            sheet.sheet().setColumnBreak(FIRST + page * share * BLOCK - 1);
        }
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet.sheet()),
                0,
                FIRST + columns.size() * BLOCK - 1,
                0,
                sheet.sheet().getLastRowNum());
    }

    private void line(int row, FormSummary.Line line, String name, String status) {
        sheet.text(row, 0, name);
        sheet.text(row, 1, status);
        for (int place = 0; place < columns.size(); place++) {
            FormSummary.Entry entry = columns.get(place).of(line);
            int column = FIRST + place * BLOCK;
            SummaryCell.figure(sheet, row, column, entry.figure());
            BigDecimal before = entry.lastYear();
            if (before == null) {
                sheet.text(row, column + 1, entry.figure().value() == null ? "—" : "不可比");
            } else {
                sheet.number(row, column + 1, before, entry.figure().indicator().decimals());
            }
            SummaryCell.change(sheet, row, column + 2, entry.change(), entry.changeUnit());
        }
    }

    private void headings() {
        int groupRow = sheet.anchor("rpt.group").getFirstRow();
        int headingRow = sheet.anchor("rpt.heading").getFirstRow();
        int unitRow = sheet.anchor("rpt.unit").getFirstRow();
        sheet.merge(groupRow, headingRow, 0, 0);
        sheet.merge(groupRow, headingRow, 1, 1);
        int names = 12;
        for (FormSummary.Line line : summary.lines()) {
            names = Math.max(names, TextWidth.of(line.unit().name()) + 6);
        }
        sheet.sheet().setColumnWidth(0, names * 256);
        int lines = 1;
        for (int place = 0; place < columns.size(); place++) {
            Indicator indicator = columns.get(place).indicator();
            int column = FIRST + place * BLOCK;
            sheet.text(groupRow, column, indicator.title());
            sheet.text(headingRow, column, "本期");
            sheet.text(headingRow, column + 1, "上年同期");
            sheet.text(headingRow, column + 2, "同比±");
            String unit = columns.get(place).measure();
            sheet.text(unitRow, column, unit);
            sheet.text(unitRow, column + 1, unit);
            sheet.text(unitRow, column + 2, columns.get(place).county().changeUnit());
            int width = 10;
            for (FormSummary.Line line : summary.lines()) {
                FormSummary.Entry entry = columns.get(place).of(line);
                for (BigDecimal value : new BigDecimal[] {entry.figure().value(), entry.lastYear()}) {
                    if (value != null) {
                        width = Math.max(width, TextWidth.of(value, indicator.decimals()) + 3);
                    }
                }
            }
            width = Math.max(width, TextWidth.of(unit) + 2);
            sheet.sheet().setColumnWidth(column, width * 256);
            sheet.sheet().setColumnWidth(column + 1, width * 256);
            sheet.sheet().setColumnWidth(column + 2, 10 * 256);
            lines = Math.max(lines, TextWidth.lines(indicator.title(), 2.0 * width + 10));
        }
        sheet.height(groupRow, 14.0 * lines + 8);
    }

    private void notes(boolean balanced) {
        Form form = summary.form();
        List<String> notes = new ArrayList<>();
        notes.add("注：" + form.code() + "。同比按同口径比较：撤并的乡镇按原来各乡镇之和，口径改变的、上年没有数的为“不可比”；比率的同比为百分点。");
        notes.add("　　“未报”为未报送，“退回”为报来没有通过、未计入，“—”为不适用或不能比较，“0”为实报为零。" + (balanced ? "本页各数未作舍位平衡。" : ""));
        notes.add("　　乡镇调度数，非法定统计数据。");
        int row = sheet.repeatDown("rpt.notes", notes.size());
        for (int index = 0; index < notes.size(); index++) {
            sheet.text(row + index, FIRST, notes.get(index));
        }
    }
}
