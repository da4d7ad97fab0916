package xiangbao.reports.county;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;

/**
 * What the units of the sample county have sent: 甲04乡 nothing, 甲05镇 what waits for an explanation, 甲08乡 too late, 甲09镇 a second round that was returned,
 * all others once and in time. The department's ledger has three projects.
 */
final class SampleReportings {
    private static final LocalDate DUE = LocalDate.of(2026, 10, 10);
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final List<Reporting> reportings = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();

    private SampleReportings() {}

    static SampleReportings of(List<FormSummary> summaries, Form ledger, ReportingUnit department) {
        SampleReportings sample = new SampleReportings();
        for (FormSummary summary : summaries) {
            for (FormSummary.Line line :
                    summary.lines().subList(1, summary.lines().size())) {
                sample.township(summary.form(), line);
            }
        }
        sample.department(ledger, department);
        return sample;
    }

    List<Reporting> reportings() {
        return reportings;
    }

    List<Counted> counted() {
        return counted;
    }

    private void township(Form form, FormSummary.Line line) {
        ReportingUnit unit = line.unit();
        String number = unit.name().substring(1, 3);
        SubmissionKey key = new SubmissionKey(form.code(), unit.code(), SampleCounty.PERIOD);
        List<Reporting.Round> rounds = new ArrayList<>();
        if (!number.equals("04")) {
            boolean pending = number.equals("05");
            Outcome outcome = pending ? Outcome.PENDING_EXPLANATION : Outcome.ACCEPTED;
            int day = number.equals("08") ? 12 : 9;
            List<Finding> findings = pending ? List.of(query(form)) : List.of();
            boolean again = number.equals("09");
            rounds.add(round(1, outcome, day, unit, true, findings));
            if (again) {
                rounds.add(round(2, Outcome.RETURNED, 11, unit, false, List.of(mandatory(form), query(form))));
            }
            List<Observation> observations = new ArrayList<>();
            for (FormSummary.Entry entry : line.entries()) {
                Indicator indicator = entry.figure().indicator();
                if (form.indicator(indicator.code()).isPresent()) {
                    observations.add(
                            observation(indicator.code(), "", entry.figure().value(), null, 8));
                }
            }
            counted.add(new Counted(
                    new Submission(key, 1, unit.name() + "/三季度报表.xlsx", SHA, "表", observations),
                    outcome,
                    again ? 2 : 0,
                    findings));
        }
        reportings.add(new Reporting(unit, form, SampleCounty.PERIOD, DUE, rounds));
    }

    private void department(Form ledger, ReportingUnit department) {
        SubmissionKey key = new SubmissionKey(ledger.code(), department.code(), SampleCounty.PERIOD);
        List<Observation> observations = new ArrayList<>();
        for (int line = 1; line <= 3; line++) {
            for (Column column : ledger.columns()) {
                IndicatorCode code = new IndicatorCode(ledger.code(), column.code());
                String text = switch (column.kind()) {
                    case KEY -> "X00" + line;
                    case DAY -> "2026-0" + line + "-15";
                    case CHOICE -> "在建";
                    case TEXT -> "{{表号}} 第" + line + "标段道路提质改造与安全防护工程（含桥梁一座）";
                    default -> null;
                };
                BigDecimal number = column.kind() == ColumnKind.NUMBER ? new BigDecimal(line + "234.5") : null;
                observations.add(observation(code, "X00" + line, number, text, 8 + line));
            }
        }
        reportings.add(new Reporting(
                department,
                ledger,
                SampleCounty.PERIOD,
                DUE,
                List.of(round(1, Outcome.ACCEPTED, 8, department, true, List.of()))));
        counted.add(Counted.accepted(new Submission(key, 1, "交通.xlsx", SHA, "台账", observations)));
    }

    private static Observation observation(
            IndicatorCode code, String line, @Nullable BigDecimal number, @Nullable String text, int row) {
        boolean value = number != null || text != null;
        return new Observation(
                code,
                line,
                new xiangbao.statistics.units.UnitCode("990000001"),
                value ? ObservationStatus.REPORTED : ObservationStatus.NOT_APPLICABLE,
                number,
                text,
                "",
                new CellReference("表", row, 4));
    }

    private static Reporting.Round round(
            int number, Outcome outcome, int day, ReportingUnit unit, boolean counts, List<Finding> findings) {
        return new Reporting.Round(
                number,
                outcome,
                LocalDateTime.of(2026, 10, day, 16, 20),
                unit.name() + "/三季度报表" + (number == 1 ? "" : "_改") + ".xlsx",
                "表",
                SHA,
                counts,
                findings);
    }

    private static Finding query(Form form) {
        return finding(form, "R1", Severity.QUERY, "本期比上年同期增减不超过百分之二十", "12958", "9000 至 11000");
    }

    private static Finding mandatory(Form form) {
        return finding(form, "T1", Severity.MANDATORY, "应统计户等于农村总户数减长期无人居住", "12958", "13138");
    }

    private static Finding finding(
            Form form, String code, Severity severity, String title, String actual, String expected) {
        return Finding.of(code, severity, title)
                .at(
                        form.indicators().get(0).code(),
                        List.of(new CellReference("厕所", 7, 5), new CellReference("厕所", 8, 5)))
                .compared(actual, expected, severity == Severity.MANDATORY ? "-180" : "", "9876")
                .saying(title + "：填报 " + actual, "请核对这几行。");
    }
}
