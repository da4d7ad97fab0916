package xiangbao.statistics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.units.UnitSelector;

class FormulaMistakeTests {
    private static final FormCode TOILETS = new FormCode("平31-1");
    private static final FormCode BRIDGES = new FormCode("平23-2");
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(
                    TOILETS,
                    new Form(
                            TOILETS,
                            "厕所",
                            Frequency.QUARTER,
                            Layout.MATRIX,
                            UnitSelector.TOWNSHIPS,
                            10,
                            new LegalMarks("", "", "", null),
                            Validity.ALWAYS,
                            List.of(
                                    column("1", ColumnKind.NUMBER, false),
                                    column("2", ColumnKind.NUMBER, false),
                                    column("3", ColumnKind.NUMBER, true)),
                            List.of(row("04"), row("05")),
                            List.of()),
                    BRIDGES,
                    new Form(
                            BRIDGES,
                            "桥",
                            Frequency.MONTH,
                            Layout.LEDGER,
                            UnitSelector.TOWNSHIPS,
                            10,
                            new LegalMarks("", "", "", null),
                            Validity.ALWAYS,
                            List.of(column("01", ColumnKind.KEY, false), column("05", ColumnKind.NUMBER, false)),
                            List.of(),
                            List.of())),
            Map.of(TOILETS, Map.of("普及率", Formula.of("100 * [05.1] / [04.1]"))),
            Set.of("行政村数"));

    private static Column column(String code, ColumnKind kind, boolean comparison) {
        return new Column(code, "栏" + code, "", List.of(), kind, Measure.INHERITED, List.of(), true, comparison);
    }

    private static Row row(String code) {
        return new Row(code, "行" + code, 0, List.of(), Measure.INHERITED, Set.of(), Due.ALWAYS, true, false, null);
    }

    private static FormulaMistake only(List<FormulaMistake> mistakes) {
        assertThat(mistakes).hasSize(1);
        return mistakes.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 | 公式是空的 | ''",
                "1 + | 3 | 公式没有写完 | ''",
                "[04 | 0 | 没有对应的 | ''",
                "[04] == [05] | 5 | 不认识的符号 | =",
                "1e999999999 = [04] | 0 | 不支持科学计数法 | 1",
                "sun([04]) | 0 | 没有函数 | sum",
                "round([04], [05]) = 1 | 0 | 整数 | ''",
                "abs(1, 2) | 0 | 要 1 个参数，写了 2 个 | ''",
                "period.numbr = 1 | 0 | 没有函数 | period.number",
                "date(“2026-13-01”) = period.end | 5 | 应为日期 | ''",
                "matches(“a”, “(”) | 0 | 不是正则表达式 | ''",
                "(1 = 1 | 6 | 这里应为“)” | ''",
                "1 = 1 2 | 6 | 前面的式子已经完整 | ''",
            })
    void tellsWhereTheTextIsWrong(String text, int position, String message, String suggestion) {
        Formula.Parsed parsed = Formula.parse(text);

        assertThat(parsed.formula()).isNull();
        FormulaMistake mistake = only(parsed.mistakes());
        assertThat(mistake.position()).isEqualTo(position);
        assertThat(mistake.message()).contains(message);
        assertThat(mistake.suggestion()).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[4] = 1 | 0 | 没有行或派生指标“4” | 04",
                "[普级率] = 1 | 0 | 没有行或派生指标“普级率” | 普及率",
                "[平31-2:04.1] = 1 | 0 | 没有表号“平31-2” | 平31-1",
                "[04.9] = 1 | 0 | 没有列“9” | ''",
                "[04.3] = 1 | 0 | 对比列 | ''",
                "unit(行政村) = 1 | 0 | 没有底册指标 | 行政村数",
                "[平23-2:05] = 1 | 0 | 汇总函数 | sum([05])",
                "sum([平23-2:9]) = 1 | 4 | 没有栏“9” | ''",
                "[.1] = 1 | 0 | 只能用在逐行 | ''",
                "[04] + 1 | 0 | 必须成立的关系 | ''",
                "[04] = “甲” | 7 | 数不能与文本比较 | ''",
                "[04] and 1 = 1 | 0 | 这里要条件，却是数 | ''",
                "period.end > 5 | 13 | 日期不能与数比较 | ''",
                "“甲” < “乙” | 6 | 文本只能用 = 和 ≠ 比较 | ''",
                "sum([05]..[04]) = 1 | 4 | 颠倒 | ''",
                "count(where [04] = 1) = 1 | 0 | 只能用在台账的汇总里 | ''",
                "sum(sum([平23-2:05])) = 1 | 4 | 不能再有汇总函数 | ''",
            })
    void tellsWhatDoesNotFitWhereItStands(String text, int position, String message, String suggestion) {
        FormulaMistake mistake =
                only(Checker.check(Formula.of(text), FormulaContext.relation(VOCABULARY, TOILETS, false)));

        assertThat(mistake.message()).contains(message);
        assertThat(mistake.position()).isEqualTo(position);
        assertThat(mistake.suggestion()).isEqualTo(suggestion);
    }

    @Test
    void collectsEveryMistake() {
        assertThat(Checker.check(
                        Formula.of("[4] + [6] = unit(村)"), FormulaContext.relation(VOCABULARY, TOILETS, false)))
                .map(FormulaMistake::position)
                .containsExactly(0, 6, 12);
        assertThat(Checker.check(Formula.of("[04] = 1"), FormulaContext.plan(VOCABULARY)))
                .anySatisfy(mistake -> assertThat(mistake.message()).contains("要写明表号"));
    }

    @Test
    void endsHostileFormulasQuickly() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String hostile : List.of(
                    "1+".repeat(5_000) + "1",
                    "(".repeat(900) + "1" + ")".repeat(900),
                    "-".repeat(1_900) + "1",
                    "x in (".repeat(300),
                    "1 in (".repeat(300),
                    "not ".repeat(400) + "true",
                    "1 ⇒ ".repeat(300) + "1",
                    "9".repeat(1_999),
                    "1e1000000000",
                    "[".repeat(1_999),
                    "abs(".repeat(400))) {
                assertThat(Formula.parse(hostile).mistakes())
                        .as(hostile.substring(0, 10))
                        .isNotEmpty();
            }
        });
    }

    @Test
    void stopsExplosivePatternsAndNumbers() {
        Figures nothing = new Figures() {
            @Override
            public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
                return Reading.absent(Absence.NOT_SUBMITTED);
            }

            @Override
            public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
                return Optional.empty();
            }

            @Override
            public Optional<java.math.BigDecimal> attribute(String name) {
                return Optional.empty();
            }
        };
        java.util.Map<String, Formula> doubling = new java.util.LinkedHashMap<>();
        doubling.put("数0", Formula.of("9999999999"));
        for (int step = 1; step <= 25; step++) {
            doubling.put("数" + step, Formula.of("[数" + (step - 1) + "] * [数" + (step - 1) + "]"));
        }
        Vocabulary vocabulary = new Vocabulary(VOCABULARY.forms(), Map.of(TOILETS, doubling), Set.of());
        Scope scope = Scope.overUnits(vocabulary, nothing, TOILETS, ReferencePeriod.of("2026-Q3"));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            String pattern = "matches(“" + "a".repeat(40) + "b”, “(.*)(.*)(.*)(.*)(.*)(.*)(.*)c”)";
            assertThat(scope.evaluate(Formula.of(pattern)).missing())
                    .map(Missing::reason)
                    .containsExactly(Absence.TOO_COSTLY);
            assertThat(scope.evaluate(Formula.of("[数25]")).missing())
                    .map(Missing::reason)
                    .contains(Absence.TOO_COSTLY);
        });
    }
}
