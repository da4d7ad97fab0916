package xiangbao.reports.signatures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/**
 * 签字盖章页: a printed page for each submission that counts, with all its figures, their digest, and where to sign and stamp. What is too long goes on on
 * the next page, what is too wide in a second table below; every page bears the heading, the digest and the signatures.
 */
public final class SignaturePages {
    public static final String SHEET = "签字盖章页";

    public static final List<String> ANCHORS = List.of(
            "rpt.title",
            "rpt.marks",
            "rpt.about",
            "rpt.heading",
            "rpt.rows",
            "rpt.space",
            "rpt.note",
            "rpt.digest",
            "rpt.claim",
            "rpt.sign",
            "rpt.stamp");
    public static final Set<String> TOKENS =
            Set.of("单位", "单位代码", "表名", "表号", "制定机关", "报告期次", "次数", "审核", "附注", "摘要", "页次", "页数");

    private static final List<String> HEAD = List.of("rpt.title", "rpt.marks", "rpt.about");
    private static final List<String> FOOT = List.of("rpt.note", "rpt.digest", "rpt.claim", "rpt.sign", "rpt.stamp");
    private final TemplateSheet sheet;
    private final PageLooks looks;
    private final List<PageLine> lines = new ArrayList<>();
    private final List<Integer> pageEnds = new ArrayList<>();

    public SignaturePages(TemplateSheet sheet) {
        this.sheet = sheet;
        this.looks = new PageLooks(sheet, ANCHORS);
    }

    /** One after the other, in the order given; there must be at least one. */
    public void fill(CountyResult result, ReportingUnit unit, List<Counted> submissions) {
        for (Counted one : submissions) {
            result.definitions()
                    .form(one.submission().key().form())
                    .ifPresent(rules -> add(rules.form(), result.definitions().units(), unit, one));
        }
        int first = sheet.lay(
                ANCHORS,
                lines.stream()
                        .map(line -> new PrintedLine(line.anchor(), line.tokens()))
                        .toList());
        List<CellRangeAddress> merged = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            write(first + index, lines.get(index), merged);
        }
        sheet.merge(merged);
        for (int end : pageEnds.subList(0, Math.max(0, pageEnds.size() - 1))) {
            sheet.sheet().setRowBreak(first + end);
        }
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet.sheet()), 0, looks.columns() - 1, 0, first + lines.size() - 1);
    }

    private void write(int row, PageLine line, List<CellRangeAddress> merged) {
        for (PageLine.Span span : line.cells()) {
            sheet.style(row, span.from(), looks.of(line, span));
            if (span.content() instanceof Printed.Number number) {
                sheet.number(row, span.from(), number.value(), number.decimals());
            } else {
                sheet.text(row, span.from(), ((Printed.Text) span.content()).text());
            }
            if (span.from() != span.to()) {
                merged.add(new CellRangeAddress(row, row, span.from(), span.to()));
            }
        }
        if (line.height() > 0) {
            sheet.height(row, line.height());
        }
    }

    private void add(Form form, Units units, ReportingUnit unit, Counted counted) {
        Submission submission = counted.submission();
        Map<String, Printed> tokens = new HashMap<>();
        tokens.put("单位", Printed.text(unit.name()));
        tokens.put("单位代码", Printed.text(unit.code().text()));
        tokens.put("表名", Printed.text(form.title()));
        tokens.put("表号", Printed.text(form.code().text()));
        tokens.put("制定机关", Printed.text(form.marks().maker()));
        tokens.put("报告期次", Printed.text(submission.key().period().title()));
        tokens.put("次数", Printed.text("第" + submission.round() + "次报送"));
        tokens.put("审核", Printed.text(counted.outcome().title()));
        tokens.put("附注", Printed.text(note(counted)));
        tokens.put("摘要", Printed.text(SubmissionDigest.of(submission)));
        double free = looks.room();
        for (String anchor : HEAD) {
            free -= looks.height(anchor);
        }
        for (String anchor : FOOT) {
            free -= looks.height(anchor);
        }
        List<List<PageLine>> pages = new TablePages(SignedTable.of(form, submission, units), looks).of(free);
        for (int page = 0; page < pages.size(); page++) {
            Map<String, Printed> its = new HashMap<>(tokens);
            its.put("页次", Printed.text(Integer.toString(page + 1)));
            its.put("页数", Printed.text(Integer.toString(pages.size())));
            HEAD.forEach(anchor -> lines.add(PageLine.of(anchor, its)));
            lines.addAll(pages.get(page));
            FOOT.forEach(anchor -> lines.add(PageLine.of(anchor, its)));
            pageEnds.add(lines.size() - 1);
        }
    }

    private static String note(Counted counted) {
        Filing filing = counted.submission().filing();
        return (filing == Filing.FIGURES ? "" : "填报情况：" + filing.title() + "。")
                + "“未报”为未报送，“—”为不适用或没有填，“0”为实报为零。"
                + (counted.returnedLater() == 0
                        ? ""
                        : "第" + counted.returnedLater() + (counted.withheld() ? "次报送待核实，" : "次报送被退回，") + "汇总仍用本次。");
    }
}
