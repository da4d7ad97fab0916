package xiangbao.benchmarks.audit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * What can be known of a figure without being told: from all true reports of all units over two years, how far its ratios ever lie apart (to its last report, to last
 * year's, to households, fields and villages, to the figure of which it is a part). A wrong figure is revealable when a bond breaks, or when one of these ratios
 * lies where no true one does. It knows nothing of the audit.
 */
final class Knowledge {
    /** A ratio as far from all true ones as this is not natural any more. */
    private static final double MARGIN = 0.03;

    private final TrueCounty county;
    private final Map<String, double[]> ranges = new HashMap<>();
    private final Map<String, Integer> fewestChanges = new HashMap<>();

    Knowledge(TrueCounty county) {
        this.county = county;
        for (FormRules rules : county.definitions().enabledForms()) {
            for (int year = Township.FIRST_YEAR; year <= TrueCounty.LAST_YEAR; year++) {
                for (ReferencePeriod period : TrueCounty.periods(rules.form(), year)) {
                    county.owed(rules, period).forEach(this::learn);
                }
            }
        }
    }

    private void learn(Report report) {
        for (int line = 0; line < report.lines.size(); line++) {
            for (int column = 0; column < report.columns.size(); column++) {
                if (report.number(line, column) != null) {
                    ratios(report, line, column).forEach((name, value) -> {
                        double[] range = ranges.computeIfAbsent(name, ignored -> new double[] {value, value});
                        range[0] = Math.min(range[0], value);
                        range[1] = Math.max(range[1], value);
                    });
                }
            }
        }
        county.report(report.key.previous())
                .ifPresent(
                        before -> fewestChanges.merge(report.form.code().text(), changes(report, before), Math::min));
    }

    /** How many figures are others than in the report before. */
    private static int changes(Report report, Report before) {
        int changes = report.lines.size() == before.lines.size() ? 0 : 1;
        for (int line = 0; line < Math.min(report.lines.size(), before.lines.size()); line++) {
            for (int column = 0; column < report.columns.size(); column++) {
                BigDecimal now = report.number(line, column);
                BigDecimal then = before.number(line, column);
                changes += now != null && then != null && now.compareTo(then) != 0 ? 1 : 0;
            }
        }
        return changes;
    }

    /** The logarithms of what a figure can be held against; nothing vanishes, because zero stands for the smallest step of the form. */
    private Map<String, Double> ratios(Report report, int line, int column) {
        Map<String, Double> ratios = new HashMap<>();
        BigDecimal number = report.number(line, column);
        if (number == null) {
            return ratios;
        }
        double step = Math.pow(10, -report.decimals(line, column));
        double value = Math.log(Math.max(0, number.doubleValue()) + step);
        String item = report.indicator(line, column).toString();
        String season = item + "@" + report.key.period().ordinal()
                + (report.unit.kind().isMemberOfCounty() ? "" : report.unit.code());
        ratios.put("size " + season, value);
        if (report.isLedger()) {
            inLine(report, line, column, value, ratios, season);
        } else {
            before(report, line, column, value, step, ratios, season);
            parent(report, line, column, value, ratios, season);
        }
        for (String attribute : new String[] {"农村户数", "耕地面积", "行政村数", "农村常住人口"}) {
            report.unit
                    .attribute(attribute)
                    .ifPresent(size -> ratios.put(attribute + season, value - Math.log(size.doubleValue() + 1)));
        }
        return ratios;
    }

    private void before(
            Report report, int line, int column, double value, double step, Map<String, Double> ratios, String season) {
        boolean fresh = report.key.period().ordinal() == 1
                && report.form
                                .indicator(report.indicator(line, column))
                                .orElseThrow()
                                .overTime()
                        == OverTime.CUMULATIVE;
        if (!fresh) {
            held(report.key.previous(), line, column)
                    .ifPresent(then -> ratios.put("last " + season, value - Math.log(then + step)));
        }
        held(report.key.yearEarlier(), line, column)
                .ifPresent(then -> ratios.put("year " + season, value - Math.log(then + step)));
    }

    private Optional<Double> held(SubmissionKey key, int line, int column) {
        return county.report(key).map(report -> report.number(line, column)).map(BigDecimal::doubleValue);
    }

    /** The row above that is indented less is the whole of which this one is a part; columns of a row belong together. */
    private static void parent(
            Report report, int line, int column, double value, Map<String, Double> ratios, String season) {
        Row row = report.form.rows().get(line);
        for (int above = line - 1; above >= 0 && row.indent() > 0; above--) {
            if (report.form.rows().get(above).indent() < row.indent()) {
                BigDecimal whole = report.number(above, column);
                if (whole != null) {
                    ratios.put(
                            "part " + season,
                            value - Math.log(whole.doubleValue() + Math.pow(10, -report.decimals(above, column))));
                }
                break;
            }
        }
        for (int beside = 0; beside < column; beside++) {
            BigDecimal other = report.number(line, beside);
            if (other != null && other.signum() > 0) {
                ratios.put("beside " + beside + season, value - Math.log(other.doubleValue()));
            }
        }
    }

    /** A line against itself in the last report, and its numbers against each other. */
    private void inLine(Report report, int line, int column, double value, Map<String, Double> ratios, String season) {
        Optional<Report> before = county.report(report.key.previous());
        before.flatMap(then -> Planter.lineOf(then, report.lineKey(line)).map(found -> then.number(found, column)))
                .filter(then -> then.signum() > 0)
                .ifPresent(then -> ratios.put("last " + season, value - Math.log(then.doubleValue())));
        for (int beside = 0; beside < report.columns.size(); beside++) {
            BigDecimal other = report.columns.get(beside).kind() == ColumnKind.NUMBER && beside != column
                    ? report.number(line, beside)
                    : null;
            if (other != null && other.signum() > 0) {
                ratios.put("beside " + beside + season, value - Math.log(other.doubleValue()));
            }
        }
    }

    /** Whether anything at hand could tell that a report is wrong. */
    boolean revealable(Mistake mistake) {
        if (mistake.kind() == Kind.FORM_COPIED) {
            return fewestChanges.getOrDefault(mistake.report().form.code().text(), 0) > 0;
        }
        if (mistake.kind() == Kind.LINE_TWICE
                || mistake.kind() == Kind.OTHER_LINE
                || mistake.kind() == Kind.BLANK_FOR_ZERO) {
            return true;
        }
        if (mistake.kind() == Kind.KEY_CHANGED
                || mistake.kind() == Kind.LINE_DROPPED
                || mistake.kind() == Kind.ATTRIBUTE_CHANGED) {
            return county.report(mistake.truth().key.previous())
                    .flatMap(before -> Planter.lineOf(before, mistake.key()))
                    .isPresent();
        }
        return mistake.spots().stream().anyMatch(spot -> revealable(mistake, spot));
    }

    private boolean revealable(Mistake mistake, Mistake.Spot spot) {
        Report report = mistake.report();
        BigDecimal now = report.number(spot.line(), spot.column());
        BigDecimal then = mistake.truth().number(spot.line(), spot.column());
        if (now == null || then == null) {
            return true;
        }
        if (now.signum() < 0) {
            return true;
        }
        if (Math.abs(now.subtract(then).doubleValue()) > Bonds.slack(mistake.truth(), spot.line(), spot.column())) {
            return true;
        }
        for (Map.Entry<String, Double> ratio :
                ratios(report, spot.line(), spot.column()).entrySet()) {
            double[] range = ranges.get(ratio.getKey());
            if (range != null) {
                double width = MARGIN + 0.05 * (range[1] - range[0]);
                if (ratio.getValue() < range[0] - width || ratio.getValue() > range[1] + width) {
                    return true;
                }
            }
        }
        return false;
    }
}
