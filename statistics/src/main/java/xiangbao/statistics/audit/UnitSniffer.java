package xiangbao.statistics.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.FigureText;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.formula.Missing;
import xiangbao.statistics.formula.Result;
import xiangbao.statistics.formula.Scope;
import xiangbao.statistics.model.CellReference;
import xiangbao.statistics.model.Column;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.Indicator;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.UnitOfMeasure;
import xiangbao.statistics.model.Verdict;

/** Tells figures that were typed in another unit of measurement; it names the suspected unit and converts nothing. */
final class UnitSniffer {
    private static final int WHOLE_COLUMN_AT_LEAST = 3;
    private static final Fraction LOWEST = Fraction.of(new BigDecimal("0.9"));
    private static final Fraction HIGHEST = Fraction.of(new BigDecimal("1.1"));
    private static final String REMEDY = "请按表中的计量单位填报；确实无误的，请与县统计局联系。";

    private final Form form;
    private final UnitFigures figures;
    private final FindingText text;
    private final Scope scope;
    private final List<Finding> findings;
    private final List<RelationVerdict> verdicts;

    /** A figure beside one of the right size. */
    private record Pair(
            Indicator indicator,
            Fraction typed,
            Fraction reference,
            @Nullable CellReference cell) {}

    UnitSniffer(
            Form form,
            UnitFigures figures,
            FindingText text,
            Scope scope,
            List<Finding> findings,
            List<RelationVerdict> verdicts) {
        this.form = form;
        this.figures = figures;
        this.text = text;
        this.scope = scope;
        this.findings = findings;
        this.verdicts = verdicts;
    }

    void sniff(List<UnitSuspicion> suspicions) {
        for (UnitSuspicion suspicion : suspicions) {
            List<Pair> pairs = new ArrayList<>();
            for (String row : suspicion.rows()) {
                pair(suspicion, row).ifPresent(pairs::add);
            }
            judge(suspicion, pairs);
        }
    }

    private Optional<Pair> pair(UnitSuspicion suspicion, String row) {
        Optional<Indicator> indicator = form.indicator(IndicatorCode.ofCell(form.code(), row, suspicion.column()));
        Observation observation = figures.own("", row + "." + suspicion.column());
        if (indicator.isEmpty()
                || observation == null
                || observation.number() == null
                || observation.number().signum() == 0) {
            return Optional.empty();
        }
        Fraction reference = null;
        BigDecimal given = suspicion.references().get(row);
        if (given != null) {
            reference = Fraction.of(given);
        } else if (suspicion.reference() != null) {
            Result result = suspicion.reference().evaluate(scope.at(row, suspicion.column()));
            if (result instanceof Result.Undecided undecided) {
                verdicts.add(new RelationVerdict(
                        suspicion.code(),
                        row,
                        Verdict.UNDECIDED,
                        undecided.missing().stream().map(Missing::toString).toList(),
                        List.of()));
            }
            reference = result.number().orElse(null);
        }
        return reference == null || reference.isZero()
                ? Optional.empty()
                : Optional.of(
                        new Pair(indicator.get(), Fraction.of(observation.number()), reference, observation.cell()));
    }

    private void judge(UnitSuspicion suspicion, List<Pair> pairs) {
        Map<Pair, String> single = new LinkedHashMap<>();
        for (String suspect : suspicion.suspects()) {
            List<Pair> fitting =
                    pairs.stream().filter(pair -> fits(pair, suspect)).toList();
            if (fitting.size() == pairs.size() && pairs.size() >= WHOLE_COLUMN_AT_LEAST) {
                wholeColumn(suspicion, suspect, pairs);
                return;
            }
            fitting.forEach(pair -> single.putIfAbsent(pair, suspect));
        }
        single.forEach((pair, suspect) -> oneCell(suspicion, suspect, pair));
    }

    private static boolean fits(Pair pair, String suspect) {
        return UnitOfMeasure.factor(suspect, pair.indicator().unit())
                .filter(factor -> !factor.isOne())
                .map(factor -> pair.typed()
                        .times(Fraction.of(factor.numerator()))
                        .over(Fraction.of(factor.denominator()))
                        .over(pair.reference()))
                .filter(ratio -> ratio.compareTo(LOWEST) >= 0 && ratio.compareTo(HIGHEST) <= 0)
                .isPresent();
    }

    private void wholeColumn(UnitSuspicion suspicion, String suspect, List<Pair> pairs) {
        String column = form.column(suspicion.column()).map(Column::title).orElse(suspicion.column());
        boolean said = findings.stream()
                .anyMatch(finding -> finding.code().equals("UNIT-SUSPECTED")
                        && finding.instance().equals(suspicion.column()));
        if (said) {
            return;
        }
        Pair first = pairs.get(0);
        String unit = first.indicator().unit();
        String title = "“" + column + "”整列疑似按“" + suspect + "”填报，表中计量单位是“" + unit + "”";
        List<CellReference> cells = new ArrayList<>();
        pairs.forEach(pair -> {
            if (pair.cell() != null) {
                cells.add(pair.cell());
            }
        });
        String statement = "填报：" + first.indicator().title() + " ["
                + first.indicator().code().item() + "] = " + FigureText.grouped(first.typed()) + " 等 " + pairs.size()
                + " 个数，都与参考水平相差同一倍数；应为：以“" + unit + "”为单位的数。";
        findings.add(new Finding(
                "UNIT-SUSPECTED",
                suspicion.column(),
                Severity.MANDATORY,
                title,
                first.indicator().code(),
                cells,
                FigureText.plain(first.typed()),
                "",
                "",
                "",
                text.message("UNIT-SUSPECTED", title, cells, "", statement, REMEDY),
                REMEDY));
    }

    private void oneCell(UnitSuspicion suspicion, String suspect, Pair pair) {
        String title = pair.indicator().title() + " 疑似按“" + suspect + "”填报，表中计量单位是“"
                + pair.indicator().unit() + "”";
        List<CellReference> cells = pair.cell() == null ? List.of() : List.of(pair.cell());
        String statement = "填报：" + pair.indicator().title() + " ["
                + pair.indicator().code().item() + "] = " + FigureText.grouped(pair.typed()) + "，与参考水平相差的倍数正好是两个单位之比。";
        findings.add(new Finding(
                suspicion.code(),
                pair.indicator().code().row(),
                Severity.HINT,
                title,
                pair.indicator().code(),
                cells,
                FigureText.plain(pair.typed()),
                "",
                "",
                "",
                text.message(suspicion.code(), title, cells, "", statement, REMEDY),
                REMEDY));
    }
}
