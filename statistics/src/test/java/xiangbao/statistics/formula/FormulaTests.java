package xiangbao.statistics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.evaluation.FormulaText;
import xiangbao.statistics.evaluation.Result;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.units.UnitSelector;

class FormulaTests {
    private static final FormCode TOILETS = new FormCode("平31-1");
    private static final FormCode BRIDGES = new FormCode("平23-2");
    private static final ReferencePeriod Q3 = ReferencePeriod.of("2026-Q3");

    /** The row in which something stands that nobody can read. */
    private static final String UNREADABLE = "98";

    private static final Form MATRIX = form(
            TOILETS,
            Layout.MATRIX,
            Frequency.QUARTER,
            List.of(column("1", ColumnKind.NUMBER), column("2", ColumnKind.NUMBER)),
            List.of(row("02"), row("03"), row("04"), row("05"), row("99"), row(UNREADABLE)));
    private static final Form LEDGER = form(
            BRIDGES,
            Layout.LEDGER,
            Frequency.MONTH,
            List.of(
                    column("01", ColumnKind.KEY),
                    column("03", ColumnKind.CHOICE),
                    column("05", ColumnKind.NUMBER),
                    column("06", ColumnKind.DAY)),
            List.of());
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(TOILETS, MATRIX, BRIDGES, LEDGER),
            Map.of(TOILETS, Map.of("普及率", Formula.of("100 * [05.1] / [04.1]"))),
            Set.of("行政村数"));

    private static Form form(FormCode code, Layout layout, Frequency frequency, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                "表" + code,
                frequency,
                layout,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Column column(String code, ColumnKind kind) {
        return new Column(code, "栏" + code, "", List.of(), kind, Measure.INHERITED, List.of(), true, false);
    }

    private static Row row(String code) {
        return new Row(code, "行" + code, 0, List.of(), Measure.INHERITED, Set.of(), Due.ALWAYS, true, false, null);
    }

    /** Cells under {@code form:item@period}; whatever is not there is missing, and a period that has nothing is not submitted. */
    private static final class Given implements Figures {
        private final Map<String, BigDecimal> cells = new LinkedHashMap<>();
        private final Map<ReferencePeriod, List<Line>> lines = new LinkedHashMap<>();

        Given cell(String cell, String value) {
            cells.put(cell, new BigDecimal(value));
            return this;
        }

        Given line(String period, String key, String grade, String length, String day) {
            Map<String, Reading> line = new LinkedHashMap<>();
            line.put("01", new Reading.Known(new Value.Text(key)));
            line.put("03", new Reading.Known(new Value.Text(grade)));
            if (!length.isEmpty()) {
                line.put("05", Reading.of(new BigDecimal(length)));
            }
            line.put("06", new Reading.Known(new Value.Day(LocalDate.parse(day))));
            lines.computeIfAbsent(ReferencePeriod.of(period), when -> new ArrayList<>())
                    .add(new Line(key, line));
            return this;
        }

        @Override
        public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
            BigDecimal value = cells.get(form + ":" + row + "." + column + "@" + period);
            if (value != null) {
                return Reading.of(value);
            }
            if (row.equals(UNREADABLE)) {
                return Reading.absent(Absence.UNREADABLE);
            }
            boolean submitted = cells.keySet().stream().anyMatch(cell -> cell.endsWith("@" + period));
            return Reading.absent(submitted ? Absence.MISSING : Absence.NOT_SUBMITTED);
        }

        @Override
        public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
            return Optional.ofNullable(lines.get(period));
        }

        @Override
        public Optional<BigDecimal> attribute(String name) {
            return name.equals("行政村数") ? Optional.of(new BigDecimal("12")) : Optional.empty();
        }
    }

    private static final Given FIGURES = new Given()
            .cell("平31-1:02.1@2026-Q3", "13268")
            .cell("平31-1:03.1@2026-Q3", "130")
            .cell("平31-1:04.1@2026-Q3", "13138")
            .cell("平31-1:05.1@2026-Q3", "13089")
            .cell("平31-1:05.1@2026-Q2", "13000")
            .cell("平31-1:05.1@2025-Q3", "12500")
            .line("2026-09", "A1", "严重", "12.5", "2026-03-01")
            .line("2026-09", "A2", "轻微", "7.5", "2026-09-30")
            .line("2026-09", "A1", "严重", "10", "2026-10-01")
            .line("2026-08", "A1", "中等", "11", "2026-03-01");

    private static Scope scope() {
        return new Scope(VOCABULARY, FIGURES, TOILETS, Q3, "", "1", null, false);
    }

    private static Result evaluate(String formula) {
        return scope().evaluate(Formula.of(formula));
    }

    private static Verdict verdict(String formula) {
        Formula parsed = Formula.of(formula);
        assertThat(Checker.check(parsed, FormulaContext.relation(VOCABULARY, TOILETS, false)))
                .as(formula)
                .isEmpty();
        return scope().confront(parsed).verdict();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "1 / 3 + 1 / 3 + 1 / 3 | 1",
                "10 - 4 - 3 | 3",
                "12 ÷ 4 × 3 | 9",
                "-2 * -3 | 6",
                "5% | 1/20",
                "0.1 + 0.2 | 3/10",
                "abs(3 - 5) | 2",
                "round(2.345, 2) | 47/20",
                "round(-2.5, 0) | -3",
                "round(1250, -2) | 1300",
                "min(3, 1, 2) | 1",
                "max(3, 1, 2) | 3",
                "sum(1, 2, 3) | 6",
                "[05] | 13089",
                "[05.1] - prev([05.1]) | 89",
                "lastyear([05]) | 12500",
                "sum([02]..[05]) | 39625",
                "max([02]..[05]) | 13268",
                "count([02]..[99]) | 4",
                "coalesce([99], [05]) | 13089",
                "coalesce([99], 0) | 0",
                "if([05] > [04], 1, 2) | 2",
                "unit(行政村数) | 12",
                "[普及率] | 654450/6569",
                "count([平23-2:01]) | 3",
                "sum([平23-2:05]) | 30",
                "sum([平23-2:05] where [平23-2:03] = “严重”) | 45/2",
                "count([平23-2:01] where [平23-2:06] ≤ date(\"2026-09-30\")) | 2",
                "distinct([平23-2:01]) | 2",
                "min([平23-2:05]) | 15/2",
                "groups([平23-2:01], sum([平23-2:05]) >= 20) | 1",
                "prev(sum([平23-2:05])) | 11",
            })
    void computesExactly(String formula, String expected) {
        Formula parsed = Formula.of(formula);
        assertThat(Checker.check(parsed, new FormulaContext(VOCABULARY, TOILETS, false, true, true, false)))
                .isEmpty();
        assertThat(scope().evaluate(parsed).number()).map(Fraction::toString).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[04] = [02] - [03] | PASSES",
                "[04] ≠ [02] - [03] | FAILS",
                "[04] <> 13138 | FAILS",
                "[05] <= [04] | PASSES",
                "[05] < 13089 | FAILS",
                "[05] > 13088 | PASSES",
                "[05] >= 13090 | FAILS",
                "[03] ≤ [05] ≤ [04] | PASSES",
                "[03] ≤ [04] ≤ [05] | FAILS",
                "[04] = 13140 ± 2 | PASSES",
                "[04] = 13140 +- 1.99 | FAILS",
                "[04] ≤ 13137 ± 1 | PASSES",
                "[04] ≥ 13140 ± 1 | FAILS",
                "[03] in 130..131 | PASSES",
                "[03] in (1 + 130)..140 | FAILS",
                "[03] in (129, 130) | PASSES",
                "“甲” in (“乙”, “丙”) | FAILS",
                "not [03] = 0 | PASSES",
                "[03] = 0 and [99] = 0 | FAILS",
                "[03] = 130 or [99] = 0 | PASSES",
                "[03] = 0 ⇒ [99] = 0 | PASSES",
                "[03] = 0 ⇔ [04] = 0 | PASSES",
                "[03] = 130 iff [04] = 0 | FAILS",
                "[03] = 130 implies [04] = 0 | FAILS",
                "filled([05]) and not filled([99]) | PASSES",
                "filled([98]) | UNDECIDED",
                "[03] > 0 ⇒ filled([98]) | UNDECIDED",
                "[03] = 0 ⇒ filled([98]) | PASSES",
                "count([05], [98]) = 1 | UNDECIDED",
                "count([05], [99]) = 1 | PASSES",
                "coalesce([98], 0) = 0 | UNDECIDED",
                "coalesce([99], 0) = 0 | PASSES",
                "matches(“C336”, “[XYC][0-9]{3,4}”) | PASSES",
                "period.end = date(“2026-09-30”) and period.start = date(“2026-07-01”) | PASSES",
                "period.number = 3 and prev(period.number) = 2 and lastyear(period.number) = 3 | PASSES",
                "period.number = 3 ⇒ [99] = 1 | UNDECIDED",
                "period.number ≤ 2 ⇒ [99] = 1 | PASSES",
                "100 * 9896 / 10000 ≥ 99 | FAILS",
                "[99] = 1 | UNDECIDED",
                "1 / ([03] - 130) = 1 | UNDECIDED",
                "coalesce(prev(prev([05])), 0) = 0 | UNDECIDED",
            })
    void decidesRelations(String formula, Verdict expected) {
        assertThat(verdict(formula)).isEqualTo(expected);
    }

    /** T, F and U (a missing figure) under each connective. */
    @ParameterizedTest
    @CsvSource({
        "and,TFU,FFF,UFU",
        "or,TTT,TFU,TUU",
        "⇒,TFU,TTT,TUU",
        "⇔,TFU,FTU,UUU",
    })
    void followsKleene(String junction, String whenTrue, String whenFalse, String whenUnknown) {
        String parts = "TFU";
        String[] rows = {whenTrue, whenFalse, whenUnknown};
        Map<Character, String> written = Map.of('T', "(1 = 1)", 'F', "(1 = 2)", 'U', "([99] = 1)");
        Map<Character, Verdict> verdicts = Map.of('T', Verdict.PASSES, 'F', Verdict.FAILS, 'U', Verdict.UNDECIDED);
        for (int left = 0; left < 3; left++) {
            for (int right = 0; right < 3; right++) {
                String formula =
                        written.get(parts.charAt(left)) + " " + junction + " " + written.get(parts.charAt(right));
                assertThat(verdict(formula)).as(formula).isEqualTo(verdicts.get(rows[left].charAt(right)));
            }
        }
        assertThat(verdict("not [99] = 1")).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(evaluate("[99] + prev(prev([05])) + [平31-1:02.2]").missing())
                .map(Missing::toString)
                .containsExactly("平31-1:99.1@2026-Q3 未报", "平31-1:05.1@2026-Q1 未报送", "平31-1:02.2@2026-Q3 未报");
    }

    @Test
    void readsTheLineAtHandAndTheSameLineEarlier() {
        Line line = FIGURES.lines(BRIDGES, ReferencePeriod.of("2026-09"))
                .orElseThrow()
                .get(0);
        Scope onLine = new Scope(VOCABULARY, FIGURES, BRIDGES, ReferencePeriod.of("2026-09"), "", "", line, false);

        assertThat(onLine.evaluate(Formula.of("[05] - prev([05])")).number())
                .contains(Fraction.of(new BigDecimal("1.5")));
        assertThat(onLine.confront(Formula.of("[06] ≤ period.end")).verdict()).isEqualTo(Verdict.PASSES);
        assertThat(onLine.evaluate(Formula.of("lastyear([05]) = 1")).missing())
                .map(Missing::toString)
                .containsExactly("平23-2:05#A1@2025-09 未报送");
        assertThat(LedgerScope.needsLine(Formula.of("[05] > 1"), VOCABULARY, BRIDGES))
                .isTrue();
        assertThat(LedgerScope.needsLine(Formula.of("sum([05]) > 1"), VOCABULARY, BRIDGES))
                .isFalse();
    }

    @Test
    void passesOverMissingLinesOnlyAtCountyLevel() {
        Given figures = new Given()
                .line("2026-09", "A1", "严重", "2", "2026-03-01")
                .line("2026-09", "A2", "严重", "", "2026-03-01");
        Formula sum = Formula.of("sum([平23-2:05])");

        assertThat(Scope.overUnits(VOCABULARY, figures, null, Q3).evaluate(sum).number())
                .contains(Fraction.of(2));
        assertThat(new Scope(VOCABULARY, figures, TOILETS, Q3, "", "1", null, false)
                        .evaluate(sum)
                        .missing())
                .map(Missing::toString)
                .containsExactly("平23-2:05#A2@2026-09 未报");
    }

    @Test
    void writesItselfInTitles() {
        assertThat(FormulaText.inTitles(
                        Formula.of("[04] = [02] - ([03] + 1)"), FormulaContext.relation(VOCABULARY, TOILETS, false)))
                .isEqualTo("行04 = 行02 − （行03 + 1）");
    }

    @Test
    void findsCirclesOfDerivedIndicators() {
        Map<String, Formula> derived = new LinkedHashMap<>();
        derived.put("甲", Formula.of("[乙] + 1"));
        derived.put("乙", Formula.of("[02.1]"));
        derived.put("丙", Formula.of("[丁]"));
        derived.put("丁", Formula.of("[丙] + prev([丁])"));
        Vocabulary vocabulary = new Vocabulary(Map.of(TOILETS, MATRIX), Map.of(TOILETS, derived), Set.of());

        assertThat(DerivedCircles.in(vocabulary))
                .containsExactly(List.of(new IndicatorCode(TOILETS, "丙"), new IndicatorCode(TOILETS, "丁")));
        assertThat(new Scope(vocabulary, FIGURES, TOILETS, Q3, "", "1", null, false)
                        .evaluate(Formula.of("[丙]"))
                        .number())
                .isEmpty();
    }
}
