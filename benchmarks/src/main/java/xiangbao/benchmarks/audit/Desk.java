package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.audit.Auditor;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.confrontation.Surroundings;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;

/** Where reports are judged: what the reader says of single cells, said here too, and then the audit among the true reports of all that was before. */
final class Desk {
    private final TrueCounty county;
    private final Auditor auditor;

    /** @param bands what is known of what is usual */
    Desk(TrueCounty county, Bands bands) {
        this.county = county;
        this.auditor =
                new Auditor(county.definitions().forms(), county.definitions().units(), bands);
    }

    List<Finding> review(Report report) {
        return review(report, report.observations());
    }

    List<Finding> review(Report report, List<Observation> observations) {
        return auditor.review(
                        report.key, report.form.code().text(), observations, read(report), before(report.key.period()))
                .findings();
    }

    /** The office knows what is about times that have ended when the report's has. */
    private Surroundings before(ReferencePeriod now) {
        return key -> later(key, now) ? Optional.empty() : county.held(key);
    }

    private static boolean later(SubmissionKey key, ReferencePeriod now) {
        return key.period().lastDay().isAfter(now.lastDay());
    }

    /** What needs no other figure: a blank, a negative figure, half a house, a percentage below one, a line twice. */
    private static List<Finding> read(Report report) {
        List<Finding> findings = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int line = 0; line < report.lines.size(); line++) {
            if (report.isLedger() && !keys.add(report.lineKey(line))) {
                int column = report.columns.indexOf(report.form.lineKey().orElseThrow());
                findings.add(said("LINE-TWICE", Severity.MANDATORY, report, line, column));
            }
            for (int column = 0; column < report.columns.size(); column++) {
                if (report.owes(line, column)) {
                    cell(report, line, column, findings);
                }
            }
        }
        return findings;
    }

    private static void cell(Report report, int line, int column, List<Finding> findings) {
        Column expected = report.columns.get(column);
        boolean required = expected.required()
                && (report.isLedger() || report.form.rows().get(line).required());
        Object value = report.get(line, column);
        if (value == null) {
            if (required) {
                findings.add(said("MISSING-VALUE", Severity.MANDATORY, report, line, column));
            }
            return;
        }
        if (expected.kind() != ColumnKind.NUMBER || !(value instanceof BigDecimal number)) {
            return;
        }
        boolean negative = report.isLedger() || report.form.rows().get(line).negative();
        if (number.signum() < 0 && !negative) {
            findings.add(said("NEGATIVE-VALUE", Severity.MANDATORY, report, line, column));
        }
        String unit = report.measure(line, column);
        if (number.stripTrailingZeros().scale() > 0 && UnitOfMeasure.isWhole(unit, report.decimals(line, column))) {
            findings.add(said("NOT-WHOLE", Severity.MANDATORY, report, line, column));
        }
        if (unit.equals("%") && number.signum() != 0 && number.abs().compareTo(BigDecimal.ONE) <= 0) {
            findings.add(said("PERCENT-SUSPECTED", Severity.QUERY, report, line, column));
        }
    }

    private static Finding said(String code, Severity severity, Report report, int line, int column) {
        String where = report.cell(line, column).toString();
        return Finding.of(code, severity, code)
                .forInstance(where)
                .at(report.indicator(line, column), List.of(report.cell(line, column)))
                .reported(String.valueOf(report.get(line, column)))
                .saying(code + " " + where, code);
    }
}
