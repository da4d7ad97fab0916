package xiangbao.statistics.audit;

import java.util.List;
import xiangbao.statistics.formula.FigureText;
import xiangbao.statistics.formula.Fraction;
import xiangbao.statistics.model.CellReference;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.screens.Held;
import xiangbao.statistics.screens.ScreenRules;
import xiangbao.statistics.screens.Screened;

/** Tells a clerk what the default screens doubt: the figure, what it is held against with the change, what is usual; never a value to type. */
final class ScreenFindings {
    private final UnitFigures figures;
    private final FindingText text;
    private final ScreenRules rules;

    ScreenFindings(UnitFigures figures, FindingText text, ScreenRules rules) {
        this.figures = figures;
        this.text = text;
        this.rules = rules;
    }

    Finding of(Screened doubt) {
        String item = doubt.indicator().code().item();
        Observation observation = figures.own(doubt.line(), item);
        List<CellReference> cells =
                observation == null || observation.cell() == null ? List.of() : List.of(observation.cell());
        Severity severity = rules.severity(doubt.screen(), doubt.indicator().code());
        Fraction actual = Fraction.of(doubt.actual());
        Finding finding = new Finding(
                doubt.screen().code(),
                doubt.line().isEmpty() ? item : doubt.line() + "." + item,
                severity,
                doubt.title(),
                doubt.indicator().code(),
                cells,
                FigureText.plain(actual),
                "",
                "",
                doubt.against().isEmpty() ? "" : before(doubt.against().get(0)),
                text.message(
                        doubt.screen().code(),
                        doubt.title(),
                        cells,
                        doubt.line(),
                        statement(doubt),
                        doubt.screen().remedy()),
                doubt.screen().remedy());
        return doubt.gross() && severity == Severity.QUERY ? finding.asWithholding() : finding;
    }

    /** As findings of relations have it: the figure of the last period, one of another says of which. */
    private static String before(Held held) {
        String value = FigureText.plain(Fraction.of(held.value()));
        return held.title().equals("上期") ? value : held.title() + " " + value;
    }

    private String statement(Screened doubt) {
        StringBuilder statement = new StringBuilder("填报：")
                .append(doubt.indicator().title().strip())
                .append(" [")
                .append(text.code(doubt.indicator()))
                .append("] = ")
                .append(FigureText.measured(
                        Fraction.of(doubt.actual()), doubt.indicator().unit()));
        for (Held held : doubt.against()) {
            statement
                    .append("；")
                    .append(held.title())
                    .append(" ")
                    .append(FigureText.measured(
                            Fraction.of(held.value()), doubt.indicator().unit()));
        }
        if (!doubt.usual().isEmpty()) {
            statement.append("；").append(doubt.usual());
        }
        return statement.append("。").toString();
    }
}
