package xiangbao.reports.reporting;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.scoring.Deduction;
import xiangbao.statistics.scoring.Ranking;
import xiangbao.statistics.scoring.Score;
import xiangbao.statistics.scoring.Scoring;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/** One 报送情况表: units by forms, the same as a list, the ranking, and what each point was taken off for. */
final class ReportingWorkbook {
    static final String TABLE = "报送情况";
    static final String LIST = "报送明细";
    static final String RANKING = "评分排名";
    static final String EVIDENCE = "扣分明细";
    static final List<String> ANCHORS =
            List.of("rpt.columns", "rpt.codes", "rpt.titles", "rpt.due", "rpt.rows", "rpt.totals");

    /** Unit, owed, received, late, missing, returned; the forms stand behind them. */
    private static final int FIRST = 6;

    /** So many still stand beside the columns of the units on a page of A3 without becoming too small. */
    private static final int FORMS_A_PAGE = 14;

    /** The column 报送次数 of the list. */
    private static final int ROUNDS = 9;

    private final Template template;
    private final CountyResult result;
    private final List<Form> forms;
    private final List<ReportingUnit> units;
    private final Map<ReportingUnit, Map<FormCode, Reporting>> owed = new LinkedHashMap<>();

    ReportingWorkbook(Template template, CountyResult result) {
        this.template = template;
        this.result = result;
        Map<FormCode, Form> byCode = new LinkedHashMap<>();
        Set<ReportingUnit> reporting = new LinkedHashSet<>();
        for (Reporting one : result.reportings()) {
            byCode.put(one.form().code(), one.form());
            reporting.add(one.unit());
            owed.computeIfAbsent(one.unit(), unit -> new HashMap<>())
                    .put(one.form().code(), one);
        }
        this.forms = List.copyOf(byCode.values());
        List<ReportingUnit> inOrder = new ArrayList<>();
        for (boolean department : new boolean[] {false, true}) {
            for (ReportingUnit unit : result.definitions().units().all()) {
                if (reporting.contains(unit) && (unit.kind() == UnitKind.DEPARTMENT) == department) {
                    inOrder.add(unit);
                }
            }
        }
        this.units = List.copyOf(inOrder);
    }

    byte[] fill() throws IOException {
        List<Ranking> rankings = result.rankings();
        Map<String, String> sources = FileSources.fill(template, result, ReportingReport.TEMPLATE, "报送情况");
        table(template.sheet(TABLE));
        list(template.sheet(LIST), sources);
        ranking(template.sheet(RANKING), rankings);
        evidence(template.sheet(EVIDENCE), rankings);
        return template.finish();
    }

    private void table(TemplateSheet sheet) {
        sheet.repeatRight("rpt.columns", forms.size());
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
        int first = sheet.repeatDown("rpt.rows", units.size());
        for (int line = 0; line < units.size(); line++) {
            ReportingUnit unit = units.get(line);
            Map<FormCode, Reporting> byForm = owed.getOrDefault(unit, Map.of());
            sheet.text(first + line, 0, unit.name());
            counts(byForm.values()).write(sheet, first + line, 1, true);
            for (int place = 0; place < forms.size(); place++) {
                sheet.text(
                        first + line,
                        FIRST + place,
                        mark(byForm.get(forms.get(place).code())));
            }
            Listing.fit(sheet, first + line);
        }
        int totals = sheet.anchor("rpt.totals").getFirstRow();
        counts(result.reportings()).write(sheet, totals, 1, true);
        for (int place = 0; place < forms.size(); place++) {
            FormCode code = forms.get(place).code();
            counts(result.reportings().stream()
                            .filter(one -> one.form().code().equals(code))
                            .toList())
                    .write(sheet, totals, FIRST + place, false);
        }
        sheet.fill(tokens());
        sheet.sheet().getPrintSetup().setFitWidth((short)
                Math.max(1, (forms.size() + FORMS_A_PAGE - 1) / FORMS_A_PAGE));
        template.workbook()
                .setPrintArea(
                        template.workbook().getSheetIndex(sheet.sheet()),
                        0,
                        FIRST + forms.size() - 1,
                        0,
                        sheet.sheet().getLastRowNum());
    }

    /** How many forms of some are owed, have come, came late, have not come, and how often they were returned. */
    private record Counts(int owed, int received, int late, int missing, int returns) {
        /** Across where they are about a unit, down where they are about a form. */
        void write(TemplateSheet sheet, int row, int column, boolean across) {
            int[] values = {owed, received, late, missing, returns};
            for (int index = 0; index < values.length; index++) {
                sheet.number(
                        row + (across ? 0 : index),
                        column + (across ? index : 0),
                        BigDecimal.valueOf(values[index]),
                        0);
            }
        }
    }

    private static Counts counts(Iterable<Reporting> reportings) {
        int owed = 0;
        int received = 0;
        int late = 0;
        int missing = 0;
        int returns = 0;
        for (Reporting one : reportings) {
            owed++;
            received += one.isMissing() ? 0 : 1;
            late += one.isLate() ? 1 : 0;
            missing += one.isMissing() ? 1 : 0;
            returns += one.timesReturned();
        }
        return new Counts(owed, received, late, missing, returns);
    }

    private String dueDays(Form form) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Set<String> periods = new LinkedHashSet<>();
        for (Reporting one : result.reportings()) {
            if (one.form().equals(form)) {
                days.add(one.due());
                periods.add(one.period().title());
            }
        }
        List<String> texts = new ArrayList<>(periods);
        days.forEach(day -> texts.add(Written.shortDay(day)));
        return String.join("\n", texts);
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

    /** The number of rounds leads to the newest of them in 数据来源. */
    private void list(TemplateSheet sheet, Map<String, String> sources) {
        Listing lines = Listing.of(sheet, result.reportings().size());
        int number = 0;
        for (ReportingUnit unit : units) {
            for (Form form : forms) {
                Reporting one = owed.getOrDefault(unit, Map.of()).get(form.code());
                if (one != null) {
                    lines.line(
                            ++number,
                            unit.name(),
                            form.code(),
                            form.title(),
                            one.period().title(),
                            Written.day(one.due()),
                            one.isMissing()
                                    ? "—"
                                    : Written.time(one.rounds().get(0).received()),
                            late(one),
                            one.rounds().size() < 2
                                    ? "—"
                                    : Written.time(one.newest().orElseThrow().received()),
                            one.rounds().size(),
                            one.timesReturned(),
                            one.newest()
                                    .map(Reporting.Round::outcome)
                                    .map(Outcome::title)
                                    .orElse("未报"),
                            one.counted()
                                    .map(round -> "第" + round.number() + "次")
                                    .orElse("—"),
                            note(one));
                    link(sheet, lines.firstRow() + number - 1, one, sources);
                }
            }
        }
        sheet.fill(tokens());
    }

    private static void link(TemplateSheet sheet, int row, Reporting one, Map<String, String> sources) {
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

    private void ranking(TemplateSheet sheet, List<Ranking> rankings) {
        List<String> pattern = new ArrayList<>();
        for (Ranking ranking : rankings) {
            if (!ranking.scores().isEmpty()) {
                pattern.add("rpt.group");
                ranking.scores().forEach(score -> pattern.add("rpt.rows"));
            }
        }
        Listing lines = Listing.grouped(sheet, pattern);
        int decimals = decimals(rankings);
        for (Ranking ranking : rankings) {
            if (ranking.scores().isEmpty()) {
                continue;
            }
            lines.group(ranking.group().title() + "（" + ranking.scores().size() + "个）", 7);
            for (Score score : ranking.scores()) {
                int missing = score.count(Deduction.Kind.MISSING);
                int late = score.count(Deduction.Kind.LATE);
                lines.line(
                        score.rank(),
                        score.unit().name(),
                        score.owed(),
                        score.owed() - late - missing,
                        late,
                        missing,
                        score.count(Deduction.Kind.RETURNED),
                        score.points().setScale(decimals));
            }
        }
        sheet.fill(tokens());
    }

    private void evidence(TemplateSheet sheet, List<Ranking> rankings) {
        List<Deduction> all = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Ranking ranking : rankings) {
            for (Score score : ranking.scores()) {
                for (Deduction one : score.deductions()) {
                    all.add(one);
                    groups.add(ranking.group().title());
                }
            }
        }
        int decimals = decimals(rankings);
        Listing lines = Listing.of(sheet, all.size());
        for (int index = 0; index < all.size(); index++) {
            Deduction one = all.get(index);
            FormCode code = one.delivery().form();
            String title = forms.stream()
                    .filter(form -> form.code().equals(code))
                    .map(Form::title)
                    .findFirst()
                    .orElse("");
            lines.line(
                    index + 1,
                    groups.get(index),
                    one.delivery().unit().name(),
                    code,
                    title,
                    one.delivery().period().title(),
                    one.kind().title(),
                    Written.day(one.delivery().due()),
                    one.received() == null ? "未收到" : Written.time(one.received()),
                    one.round() == 0 ? "—" : "第" + one.round() + "次",
                    one.points().signum() == 0
                            ? BigDecimal.ZERO.setScale(decimals)
                            : one.points().negate().setScale(decimals),
                    one.reckoning());
        }
        sheet.fill(tokens());
    }

    private int decimals(List<Ranking> rankings) {
        Scoring rules = result.definitions().scoring();
        int most = Written.points(rules.full()).scale();
        for (Ranking ranking : rankings) {
            for (Score score : ranking.scores()) {
                most = Math.max(most, Written.points(score.points()).scale());
                for (Deduction one : score.deductions()) {
                    most = Math.max(most, Written.points(one.points()).scale());
                }
            }
        }
        return most;
    }

    private Map<String, String> tokens() {
        Scoring rules = result.definitions().scoring();
        Map<String, String> tokens = new HashMap<>();
        tokens.put("收件截至", result.lastReceipt().map(Written::time).orElse("未收到报表"));
        tokens.put("满分", Written.points(rules.full()).toPlainString());
        tokens.put("扣分办法", rules.rules());
        tokens.put("最低分", Written.points(rules.least()).toPlainString());
        String unscored = forms.stream()
                .map(Form::code)
                .filter(rules.unscored()::contains)
                .map(FormCode::text)
                .collect(java.util.stream.Collectors.joining("、"));
        tokens.put("不计分", unscored.isEmpty() ? "无" : unscored);
        return result.titles(tokens);
    }
}
