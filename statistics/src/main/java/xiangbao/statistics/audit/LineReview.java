package xiangbao.statistics.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.lines.LineDoubt;
import xiangbao.statistics.lines.LineResults;
import xiangbao.statistics.lines.LineScreens;
import xiangbao.statistics.mistakenunits.MeasuredCells;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.Screen;

/** Has the lines of a ledger screened, and the plausible ranges of any form. */
final class LineReview {
    private final LineScreens screens;
    private final FormRules rules;
    private final Vocabulary vocabulary;
    private final SubmissionKey key;
    private final UnitFigures figures;
    private final LineFindings telling;

    LineReview(
            LineScreens screens,
            FormRules rules,
            Vocabulary vocabulary,
            SubmissionKey key,
            UnitFigures figures,
            FindingText text) {
        this.screens = screens;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.key = key;
        this.figures = figures;
        this.telling = new LineFindings(key.form(), figures, text, rules.screens());
    }

    /**
     * Adds what is found.
     *
     * @param doubted figures that are told already as being in a wrong unit of measurement
     */
    void review(
            List<Observation> observations,
            Set<String> doubted,
            List<Finding> findings,
            List<RelationVerdict> verdicts) {
        add(screens.ranges(observations), doubted, findings, verdicts);
        ReferencePeriod last = key.period().previous();
        add(
                screens.lines(
                        key,
                        figures.lines(key.form(), key.period()).orElse(List.of()),
                        figures.lines(key.form(), last).orElse(null),
                        line -> isFinished(line, last)),
                doubted,
                findings,
                verdicts);
    }

    private void add(LineResults results, Set<String> doubted, List<Finding> findings, List<RelationVerdict> verdicts) {
        Map<CellReference, Integer> leading = new HashMap<>();
        for (int place = 0; place < findings.size(); place++) {
            Finding finding = findings.get(place);
            if (!finding.place().cells().isEmpty() && finding.severity() != Severity.HINT) {
                leading.putIfAbsent(finding.place().cells().get(0), place);
            }
        }
        results.verdicts()
                .forEach((screen, verdict) ->
                        verdicts.add(new RelationVerdict(screen.code(), "", verdict, List.of(), List.of())));
        for (LineDoubt doubt : results.doubts()) {
            Finding finding = telling.of(doubt);
            boolean told = !doubt.spots().isEmpty()
                    && doubt.spots().stream()
                            .allMatch(spot -> doubted.contains(MeasuredCells.Cell.id(spot.line(), spot.item())));
            Integer same = finding.place().cells().size() == 1
                    ? leading.get(finding.place().cells().get(0))
                    : null;
            if (same != null && saysAsMuch(findings.get(same), doubt)) {
                findings.set(same, graver(findings.get(same), finding));
            } else if (!told && doubt.mandatory()) {
                // whose ledger it is comes before what its figures say
                findings.add(0, finding);
            } else if (!told) {
                findings.add(finding);
            }
        }
    }

    /** One cell, one finding: what asks about it already, and against the last period where the doubt does, is enough. */
    private static boolean saysAsMuch(Finding finding, LineDoubt doubt) {
        return doubt.previous().isEmpty()
                ? doubt.screen() == Screen.OUT_OF_RANGE
                : !finding.comparison().previous().isEmpty();
    }

    private static Finding graver(Finding finding, Finding doubt) {
        return doubt.withholds() && finding.severity() == Severity.QUERY ? finding.asWithholding() : finding;
    }

    private boolean isFinished(Line line, ReferencePeriod then) {
        Formula finished = rules.cells().finished();
        return finished != null
                && new Scope(vocabulary, figures, key.form(), then, "", "", line, false)
                                .confront(finished)
                                .verdict()
                        == Verdict.PASSES;
    }
}
