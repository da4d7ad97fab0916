package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.evaluation.Result;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.relations.UnitSuspicion;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;

/** Single figures that differ from one of the right size by what two units of measurement differ: a hint, never more. */
public final class UnitHints {
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

    public UnitHints(
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

    /** @param doubted figures whose unit of measurement is already in doubt */
    public void look(List<UnitSuspicion> suspicions, Set<String> doubted) {
        for (UnitSuspicion suspicion : suspicions) {
            for (String row : suspicion.rows()) {
                if (!doubted.contains(MeasuredCells.Cell.id("", row + "." + suspicion.column()))) {
                    pair(suspicion, row).ifPresent(pair -> judge(suspicion, pair));
                }
            }
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
            Result result = scope.at(row, suspicion.column()).evaluate(suspicion.reference());
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

    private void judge(UnitSuspicion suspicion, Pair pair) {
        for (String suspect : suspicion.suspects()) {
            Optional<Fraction> right = right(pair, suspect);
            if (right.isPresent()) {
                findings.add(hint(suspicion, suspect, pair, right.get()));
                return;
            }
        }
    }

    /** What the figure would be, if it was typed in the suspected unit and that fits. */
    private static Optional<Fraction> right(Pair pair, String suspect) {
        return UnitOfMeasure.factor(suspect, pair.indicator().unit())
                .filter(factor -> !factor.isOne())
                .map(factor ->
                        pair.typed().times(Fraction.of(factor.numerator())).over(Fraction.of(factor.denominator())))
                .filter(right -> {
                    Fraction ratio = right.over(pair.reference());
                    return ratio.compareTo(LOWEST) >= 0 && ratio.compareTo(HIGHEST) <= 0;
                });
    }

    private Finding hint(UnitSuspicion suspicion, String suspect, Pair pair, Fraction right) {
        String unit = pair.indicator().unit();
        String title = pair.indicator().title() + "疑似按“" + suspect + "”填报，表中计量单位是“" + unit + "”";
        List<CellReference> cells = pair.cell() == null ? List.of() : List.of(pair.cell());
        String typed = FigureText.grouped(pair.typed());
        String statement = "填报：" + pair.indicator().title() + " ["
                + text.code(pair.indicator()) + "] = " + typed + " " + unit + "；若为" + suspect + "，" + typed + " "
                + suspect + " = " + FigureText.grouped(right) + " " + unit + "，与参考水平相当。";
        return Finding.of(suspicion.code(), Severity.HINT, title)
                .forInstance(pair.indicator().code().row())
                .at(pair.indicator().code(), cells)
                .reported(FigureText.plain(pair.typed()))
                .saying(text.message(suspicion.code(), title, cells, "", statement, REMEDY), REMEDY);
    }
}
