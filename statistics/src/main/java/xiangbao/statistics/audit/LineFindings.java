package xiangbao.statistics.audit;

import java.util.List;
import java.util.Objects;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.lines.LineDoubt;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.tuning.ScreenRules;

/** Tells a clerk what the screens of a ledger's lines doubt, and which figures are not plausible. */
final class LineFindings {
    private final FormCode form;
    private final UnitFigures figures;
    private final FindingText text;
    private final ScreenRules rules;

    LineFindings(FormCode form, UnitFigures figures, FindingText text, ScreenRules rules) {
        this.form = form;
        this.figures = figures;
        this.text = text;
        this.rules = rules;
    }

    Finding of(LineDoubt doubt) {
        List<CellReference> cells = doubt.spots().stream()
                .map(spot -> figures.own(spot.line(), spot.item()))
                .filter(Objects::nonNull)
                .map(Observation::cell)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        IndicatorCode indicator = doubt.spots().isEmpty()
                ? null
                : new IndicatorCode(form, doubt.spots().get(0).item());
        Severity doubtful = indicator == null ? Severity.QUERY : rules.severity(doubt.screen(), indicator);
        Severity severity = doubt.mandatory() ? Severity.MANDATORY : doubtful;
        Finding finding = Finding.of(doubt.screen().code(), severity, doubt.title())
                .forInstance(doubt.instance())
                .at(indicator, cells)
                .compared(doubt.actual(), "", "", doubt.previous())
                .saying(
                        text.message(
                                doubt.screen().code(),
                                doubt.title(),
                                cells,
                                doubt.line(),
                                doubt.statement(),
                                doubt.screen().remedy()),
                        doubt.screen().remedy());
        return doubt.gross() && severity == Severity.QUERY ? finding.asWithholding() : finding;
    }
}
