package xiangbao.reports.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.units.ReportingUnit;

/** 报送情况: units by forms, in each cell when it came and what has become of it. */
final class ReportingMatrix {
    static final String SHEET = "报送情况";
    static final List<String> ANCHORS =
            List.of("rpt.columns", "rpt.codes", "rpt.titles", "rpt.due", "rpt.rows", "rpt.totals");

    /** Unit, owed, received, late, missing, returned; the forms stand behind them. */
    private static final int FIRST = 6;

    /** So many still stand beside the columns of the units on a page of A3 without becoming too small. */
    private static final int FORMS_A_PAGE = 14;

    private final TemplateSheet sheet;
    private final List<Reporting> reportings;
    private final OwedForms owed;
    private final List<Form> forms;

    ReportingMatrix(TemplateSheet sheet, List<Reporting> reportings, OwedForms owed) {
        this.sheet = sheet;
        this.reportings = reportings;
        this.owed = owed;
        this.forms = owed.forms();
    }

    void fill(Map<String, String> tokens) {
        sheet.repeatRight("rpt.columns", forms.size());
        headings();
        int first = sheet.repeatDown("rpt.rows", owed.units().size());
        for (int line = 0; line < owed.units().size(); line++) {
            unit(first + line, owed.units().get(line));
        }
        totals(sheet.anchor("rpt.totals").getFirstRow());
        sheet.fill(tokens);
        sheet.sheet().getPrintSetup().setFitWidth((short)
                Math.max(1, (forms.size() + FORMS_A_PAGE - 1) / FORMS_A_PAGE));
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet.sheet()),
                0,
                FIRST + forms.size() - 1,
                0,
                sheet.sheet().getLastRowNum());
    }

    private void headings() {
        int codes = sheet.anchor("rpt.codes").getFirstRow();
        int titles = sheet.anchor("rpt.titles").getFirstRow();
        int due = sheet.anchor("rpt.due").getFirstRow();
        int lines = 2;
        for (int place = 0; place < forms.size(); place++) {
            Form form = forms.get(place);
            sheet.text(codes, FIRST + place, form.code().text());
            sheet.text(titles, FIRST + place, form.title());
            sheet.text(due, FIRST + place, dueDays(form));
            double width = sheet.sheet().getColumnWidth(FIRST + place) / 256.0;
            lines = Math.max(lines, TextWidth.lines(form.title(), width));
        }
        sheet.height(titles, 12.5 * lines + 6);
    }

    private String dueDays(Form form) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Set<String> periods = new LinkedHashSet<>();
        for (Reporting one : reportings) {
            if (one.form().equals(form)) {
                days.add(one.due());
                periods.add(one.period().title());
            }
        }
        List<String> texts = new ArrayList<>(periods);
        days.forEach(day -> texts.add(Written.shortDay(day)));
        return String.join("\n", texts);
    }

    private void unit(int row, ReportingUnit unit) {
        Map<FormCode, Reporting> byForm = owed.by(unit);
        sheet.text(row, 0, unit.name());
        ReportingCounts.of(byForm.values()).write(sheet, row, 1, true);
        for (int place = 0; place < forms.size(); place++) {
            sheet.text(row, FIRST + place, mark(byForm.get(forms.get(place).code())));
        }
        Listing.fit(sheet, row);
    }

    private void totals(int row) {
        ReportingCounts.of(reportings).write(sheet, row, 1, true);
        for (int place = 0; place < forms.size(); place++) {
            FormCode code = forms.get(place).code();
            ReportingCounts.of(reportings.stream()
                            .filter(one -> one.form().code().equals(code))
                            .toList())
                    .write(sheet, row, FIRST + place, false);
        }
    }

    /** The first line says when it came, the second what has become of it where that is not the usual. */
    private static String mark(@Nullable Reporting reporting) {
        if (reporting == null) {
            return "—";
        }
        if (reporting.isMissing()) {
            return "未报";
        }
        String first = reporting.isLate() ? "迟" : "✓";
        List<String> more = new ArrayList<>();
        if (reporting.isReturned()) {
            first = reporting.isLate() ? "退回·迟" : "退回";
            reporting.counted().ifPresent(round -> more.add("沿用第" + round.number() + "次"));
        } else if (reporting.isPending()) {
            more.add("待核实");
            if (reporting.isWithheld()) {
                more.add(reporting
                        .counted()
                        .map(round -> "沿用第" + round.number() + "次")
                        .orElse("暂不计入"));
            }
        }
        if (reporting.isZero()) {
            more.add("零报告");
        }
        if (reporting.isNotApplicable()) {
            more.add("不适用");
        }
        if (reporting.timesReturned() > (reporting.isReturned() ? 1 : 0)) {
            more.add("退" + reporting.timesReturned() + "次");
        }
        String day = Written.shortDay(reporting.rounds().get(0).received().toLocalDate());
        return first + " " + day + (more.isEmpty() ? "" : "\n" + String.join("·", more));
    }
}
