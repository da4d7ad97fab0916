package xiangbao.statistics.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * What a formula is evaluated on.
 *
 * @param form the form at hand, or null at the level of the plan
 * @param period the period at hand; a form of another frequency is looked at in its latest period that has ended with it
 * @param row code of the row at hand, or empty
 * @param column code of the column at hand, or empty
 * @param line the ledger line at hand, or null
 * @param overUnits whether the figures are sums over units: then aggregates over lines pass over what is missing, and coverage tells how much that is
 */
public record Scope(
        Vocabulary vocabulary,
        Figures figures,
        @Nullable FormCode form,
        ReferencePeriod period,
        String row,
        String column,
        @Nullable Line line,
        boolean overUnits) {
    /** County level: nothing at hand but, for a derived indicator, its form. */
    public static Scope overUnits(
            Vocabulary vocabulary, Figures figures, @Nullable FormCode form, ReferencePeriod period) {
        return new Scope(vocabulary, figures, form, period, "", "", null, true);
    }

    public Scope at(String rowCode, String columnCode) {
        return new Scope(vocabulary, figures, form, period, rowCode, columnCode, line, overUnits);
    }

    /** What a formula comes to. Only one that was checked for the like of this scope may be evaluated. */
    public Result evaluate(Formula formula) {
        return evaluation().of(formula.root(), start());
    }

    /** Whether what a formula states holds, and if not, why. */
    public Confrontation confront(Formula formula) {
        Evaluation evaluation = evaluation();
        Result result = evaluation.of(formula.root(), start());
        List<UsedFigure> used = evaluation.lookup().used();
        if (result instanceof Result.Undecided undecided) {
            return new Confrontation(Verdict.UNDECIDED, undecided.missing(), null, used);
        }
        if (mayHold(result)) {
            return new Confrontation(Verdict.PASSES, List.of(), null, used);
        }
        Explanation why = new Explainer(evaluation).explain(formula.root(), start());
        return new Confrontation(Verdict.FAILS, List.of(), why, used);
    }

    /** Whether what a formula states may hold, and how near its comparisons are to turning; quicker than {@link #confront}, and tells no reason. */
    public Trial tried(Formula formula) {
        List<Fraction> edges = new ArrayList<>();
        Result result = Evaluation.noting(vocabulary, figures, overUnits, edges).of(formula.root(), start());
        if (result instanceof Result.Undecided) {
            return new Trial(Verdict.UNDECIDED, edges);
        }
        return new Trial(mayHold(result) ? Verdict.PASSES : Verdict.FAILS, edges);
    }

    private static boolean mayHold(Result result) {
        return result instanceof Result.Known known && known.value() instanceof Value.Truth truth && truth.mayHold();
    }

    private Evaluation evaluation() {
        return new Evaluation(vocabulary, figures, overUnits);
    }

    private At start() {
        return At.start(form, period, row, column, line);
    }
}
