package xiangbao.reports.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.county.SampleCounty;
import xiangbao.reports.county.Source;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.progress.Grounds;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * The sample county with the cells that its figures were made of: each indicator of a township stands in column F of the sheet 表, in the row 7 + its number.
 * S01 is made of rows 05 and 04 of all townships, C11 of row 04, O01a of row 02 of 甲01镇 and O01b of rows 02 and 04 of 甲01镇.
 */
final class SampleSources {
    private SampleSources() {}

    static CountyResult result() {
        CountyResult plain = SampleCounty.result();
        List<Source> sources = new ArrayList<>();
        for (Reporting one : plain.reportings()) {
            sources.addAll(Source.of(List.of(one)));
        }
        return new CountyResult(
                plain.definitions(),
                plain.period(),
                plain.vintage(),
                plain.summaries().stream()
                        .map(summary -> traced(plain.counted(), summary))
                        .toList(),
                plain.progress().stream()
                        .map(one -> traced(plain.counted(), one))
                        .toList(),
                sources,
                plain.counted(),
                plain.reportings(),
                plain.screening(),
                plain.originals());
    }

    private static FormSummary traced(List<Counted> counted, FormSummary summary) {
        List<FormSummary.Line> lines = new ArrayList<>();
        for (FormSummary.Line line : summary.lines()) {
            boolean county = line == summary.lines().get(0);
            List<FormSummary.Entry> entries = new ArrayList<>();
            for (FormSummary.Entry entry : line.entries()) {
                Figure figure = entry.figure();
                Indicator indicator = figure.indicator();
                Set<String> items = indicator.code().item().equals("普及率")
                        ? Set.of("05.1", "04.1")
                        : Set.of(indicator.code().item());
                List<Contribution> cells = figure.value() == null
                        ? List.of()
                        : cells(
                                counted,
                                summary.form().code().text(),
                                items,
                                county ? "" : line.unit().code().text());
                entries.add(new FormSummary.Entry(
                        new Figure(
                                indicator,
                                figure.unit(),
                                figure.period(),
                                figure.value(),
                                figure.status(),
                                figure.forecast(),
                                cells,
                                figure.coverage()),
                        entry.lastYear(),
                        entry.change(),
                        entry.changeUnit(),
                        entry.previous(),
                        entry.changeOnPrevious(),
                        entry.yearToDate(),
                        entry.official()));
            }
            lines.add(new FormSummary.Line(line.unit(), entries));
        }
        return new FormSummary(
                summary.form(),
                summary.period(),
                summary.columns(),
                lines,
                summary.coverage(),
                summary.provisional(),
                summary.footnotes());
    }

    private static Progress traced(List<Counted> counted, Progress one) {
        List<Contribution> cells = switch (one.target().code()) {
            case "S01" -> cells(counted, "样31-1", Set.of("05.1", "04.1"), "");
            case "C11" -> cells(counted, "样31-1", Set.of("04.1"), "");
            case "O01", "O01b" -> cells(counted, "样31-1", Set.of("02.1", "04.1"), "990000001");
            case "O01a" -> cells(counted, "样31-1", Set.of("02.1"), "990000001");
            default -> List.of();
        };
        Grounds traced = new Grounds(
                one.grounds().coverage(),
                cells,
                one.grounds().forecast(),
                one.grounds().provisional());
        return new Progress(
                one.target(),
                one.period(),
                one.attainment(),
                one.status(),
                one.byUnit(),
                traced,
                one.counterparts(),
                one.note());
    }

    /** In the order of the form's rows and then of the units, as an evaluation has them. */
    private static List<Contribution> cells(List<Counted> counted, String form, Set<String> items, String unit) {
        List<Contribution> cells = new ArrayList<>();
        for (String item : items.stream().sorted().toList()) {
            for (Counted one : counted) {
                Submission submission = one.submission();
                SubmissionKey key = submission.key();
                if (key.form().text().equals(form)
                        && (unit.isEmpty() || key.unit().text().equals(unit))) {
                    submission.observations().stream()
                            .filter(each -> each.indicator().item().equals(item) && each.number() != null)
                            .forEach(each -> cells.add(new Contribution(
                                    key,
                                    submission.round(),
                                    one.outcome(),
                                    submission.file(),
                                    submission.sha256(),
                                    at(each, key))));
                }
            }
        }
        return cells;
    }

    private static Observation at(Observation one, SubmissionKey key) {
        IndicatorCode code = one.indicator();
        return new Observation(
                code,
                one.line(),
                key.unit(),
                one.status(),
                one.number(),
                one.text(),
                one.raw(),
                new CellReference("表", 6 + Integer.parseInt(code.row()), 5));
    }
}
