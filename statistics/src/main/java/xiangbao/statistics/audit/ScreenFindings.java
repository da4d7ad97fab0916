package xiangbao.statistics.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.screens.Held;
import xiangbao.statistics.screens.ScreenResults;
import xiangbao.statistics.screens.Screened;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.ScreenRules;

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

    /** @param withholds whether the form does not count before it is explained */
    Finding of(Screened doubt, boolean withholds) {
        String item = doubt.indicator().code().item();
        Observation observation = figures.own(doubt.line(), item);
        List<CellReference> cells =
                observation == null || observation.cell() == null ? List.of() : List.of(observation.cell());
        Severity severity = rules.severity(doubt.screen(), doubt.indicator().code());
        Fraction actual = Fraction.of(doubt.actual());
        Finding finding = Finding.of(doubt.screen().code(), severity, doubt.title())
                .forInstance(instance(doubt))
                .at(doubt.indicator().code(), cells)
                .compared(
                        FigureText.plain(actual),
                        "",
                        "",
                        doubt.against().isEmpty() ? "" : before(doubt.against().get(0)))
                .saying(
                        text.message(
                                doubt.screen().code(),
                                doubt.title(),
                                cells,
                                doubt.line(),
                                statement(doubt),
                                doubt.screen().remedy()),
                        doubt.screen().remedy());
        return withholds && severity == Severity.QUERY ? finding.asWithholding() : finding;
    }

    /** A verdict for each doubt with what it looked at, and one of each screen about all other figures. */
    static List<RelationVerdict> verdicts(SubmissionKey key, ScreenResults results) {
        List<RelationVerdict> verdicts = new ArrayList<>();
        for (Screened doubt : results.doubts()) {
            List<String> inputs = new ArrayList<>();
            inputs.add(input(key.period().toString(), doubt, doubt.actual()));
            for (Held held : doubt.against()) {
                inputs.add(input(
                        held.period() == null ? held.title() : held.period().toString(), doubt, held.value()));
            }
            verdicts.add(new RelationVerdict(doubt.screen().code(), instance(doubt), Verdict.FAILS, List.of(), inputs));
        }
        results.verdicts()
                .forEach((screen, verdict) ->
                        verdicts.add(new RelationVerdict(screen.code(), "", verdict, List.of(), List.of())));
        return verdicts;
    }

    private static String input(String when, Screened doubt, BigDecimal value) {
        String line = doubt.line().isEmpty() ? "" : "#" + doubt.line();
        return doubt.indicator().code() + line + "@" + when + "=" + FigureText.plain(Fraction.of(value));
    }

    private static String instance(Screened doubt) {
        String item = doubt.indicator().code().item();
        return doubt.line().isEmpty() ? item : doubt.line() + "." + item;
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
                    .append(held.beside(doubt.actual(), doubt.indicator().unit()));
        }
        if (!doubt.usual().isEmpty()) {
            statement.append("；").append(doubt.usual());
        }
        return statement.append("。").toString();
    }
}
