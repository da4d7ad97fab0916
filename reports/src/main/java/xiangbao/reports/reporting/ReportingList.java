package xiangbao.reports.reporting;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.units.ReportingUnit;

/** 报送明细: each form that is owed in a line of its own. */
final class ReportingList {
    static final String SHEET = "报送明细";
    /** The column 报送次数. */
    private static final int ROUNDS = 9;

    private final TemplateSheet sheet;
    private final OwedForms owed;

    ReportingList(TemplateSheet sheet, OwedForms owed) {
        this.sheet = sheet;
        this.owed = owed;
    }

    /** The number of rounds leads to the newest of them in 数据来源. */
    void fill(int count, Map<String, String> sources, Map<String, String> tokens) {
        Listing lines = Listing.of(sheet, count);
        int number = 0;
        for (ReportingUnit unit : owed.units()) {
            for (Form form : owed.forms()) {
                Reporting one = owed.by(unit).get(form.code());
                if (one != null) {
                    line(lines, ++number, one);
                    link(lines.firstRow() + number - 1, one, sources);
                }
            }
        }
        sheet.fill(tokens);
    }

    private static void line(Listing lines, int number, Reporting one) {
        lines.line(
                number,
                one.unit().name(),
                one.form().code(),
                one.form().title(),
                one.period().title(),
                Written.day(one.due()),
                one.isMissing() ? "—" : Written.time(one.rounds().get(0).received()),
                late(one),
                one.rounds().size() < 2
                        ? "—"
                        : Written.time(one.newest().orElseThrow().received()),
                one.rounds().size(),
                one.timesReturned(),
                one.newest().map(Reporting.Round::outcome).map(Outcome::title).orElse("未报"),
                one.counted().map(round -> "第" + round.number() + "次").orElse("—"),
                note(one));
    }

    private void link(int row, Reporting one, Map<String, String> sources) {
        String source = one.newest()
                .map(round -> sources.get(FileSources.place(one.key(), round.number())))
                .orElse(null);
        if (source != null) {
            sheet.link(row, ROUNDS, source);
        }
    }

    private static Object late(Reporting one) {
        return one.isLate()
                ? (Object) (int) ChronoUnit.DAYS.between(
                        one.due(), one.rounds().get(0).received().toLocalDate())
                : "—";
    }

    private static String note(Reporting one) {
        List<String> notes = new ArrayList<>();
        if (one.isLate()) {
            notes.add("迟报");
        }
        if (one.isMissing()) {
            notes.add("漏报");
        }
        if (one.isZero()) {
            notes.add("零报告");
        }
        if (one.isNotApplicable()) {
            notes.add(one.isPending() ? "自称不适用，待认可" : "不适用，已认可");
        }
        if (one.isWithheld()) {
            notes.add(one.counted().isPresent() ? "沿用前次，待说明" : "待说明，暂不计入");
        }
        if (one.isReturned()) {
            notes.add(one.counted().isPresent() ? "沿用前次，待改正" : "待改正，未计入");
        }
        return String.join("；", notes);
    }
}
