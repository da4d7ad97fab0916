package xiangbao.statistics.confrontation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.audit.Auditor;
import xiangbao.statistics.findings.Severity;
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
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** 舍入: what rounding explains is never held against anybody, and the first difference that it cannot explain is. */
class RoundingTests {
    private static final FormCode FORM = new FormCode("试1-1");
    private static final SubmissionKey KEY =
            new SubmissionKey(FORM, new UnitCode("990000101"), ReferencePeriod.of("2026-Q3"));

    /** Code, unit of measurement, decimals. */
    private static final List<Row> ROWS = List.of(
            row("01", "吨", 1),
            row("02", "吨", 1),
            row("03", "吨", 1),
            row("04", "吨", 1),
            row("11", "亩", 0),
            row("12", "公斤/亩", 1),
            row("13", "吨", 1),
            row("21", "户", 0),
            row("22", "户", 0),
            row("23", "%", 2),
            row("31", "万元", 2),
            row("32", "公里", 3),
            row("33", "万元/公里", 2),
            row("41", "户", 0),
            row("42", "户", 0));

    private static Row row(String code, String unit, int decimals) {
        return new Row(
                code,
                "行" + code,
                0,
                List.of(),
                new Measure(unit, decimals, null, null),
                Set.of(),
                Due.ALWAYS,
                true,
                false,
                null);
    }

    private static final Form LAYOUT = new Form(
            FORM,
            "试报",
            Frequency.QUARTER,
            Layout.MATRIX,
            UnitSelector.TOWNSHIPS,
            10,
            new LegalMarks("", "", "", null),
            Validity.ALWAYS,
            List.of(new Column(
                    "1", "本期数", "", List.of(), ColumnKind.NUMBER, Measure.INHERITED, List.of(), true, false)),
            ROWS,
            List.of());

    private static Verdict verdict(String formula, Map<String, BigDecimal> figures) {
        AuditRelation relation =
                new AuditRelation("T", Severity.MANDATORY, Formula.of(formula), "关系", "请核对", Set.of(), Set.of());
        List<Observation> observations = new ArrayList<>();
        figures.forEach((row, value) -> observations.add(new Observation(
                IndicatorCode.ofCell(FORM, row, "1"),
                "",
                KEY.unit(),
                ObservationStatus.REPORTED,
                value,
                null,
                value.toPlainString(),
                null)));
        return new Auditor(
                        Map.of(FORM, new FormRules(LAYOUT, true, List.of(relation), List.of(), List.of())),
                        new Units(List.of()))
                .review(KEY, "表", observations, List.of(), key -> Optional.empty())
                .verdicts()
                .get(0)
                .verdict();
    }

    /** {@code 01=12.3 02=4}. */
    private static Map<String, BigDecimal> figures(String text) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (String one : text.split(" ")) {
            figures.put(one.substring(0, 2), new BigDecimal(one.substring(3)));
        }
        return figures;
    }

    /** Every figure rounded by itself, as each clerk does from kilograms, metres and yuan. */
    private static Map<String, BigDecimal> rounded(Map<String, BigDecimal> truth) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (Row row : ROWS) {
            BigDecimal value = truth.get(row.code());
            Integer decimals = row.measure().decimals();
            if (value != null && decimals != null) {
                figures.put(row.code(), value.setScale(decimals, RoundingMode.HALF_UP));
            }
        }
        return figures;
    }

    private static BigDecimal random(Random random, int digits) {
        // as often small as large: what is small rounds to nothing
        return BigDecimal.valueOf(Math.exp(random.nextDouble() * Math.log(Math.pow(10, digits))) - 1)
                .setScale(6, RoundingMode.HALF_UP);
    }

    private static Map<String, BigDecimal> trueForm(Random random) {
        Map<String, BigDecimal> truth = new LinkedHashMap<>();
        truth.put("02", random(random, 5));
        truth.put("03", random(random, 5));
        truth.put("04", random(random, 5));
        truth.put("01", truth.get("02").add(truth.get("03")).add(truth.get("04")));
        truth.put("11", random(random, 5).add(BigDecimal.ONE));
        truth.put("12", BigDecimal.valueOf(300 + random.nextInt(200_000) / 1000.0));
        truth.put("13", truth.get("11").multiply(truth.get("12")).movePointLeft(3));
        truth.put("22", BigDecimal.valueOf(1 + random.nextInt(20_000)));
        truth.put("21", BigDecimal.valueOf(random.nextInt(truth.get("22").intValue() + 1)));
        truth.put(
                "23",
                truth.get("21").multiply(BigDecimal.valueOf(100)).divide(truth.get("22"), 12, RoundingMode.HALF_UP));
        truth.put("31", random(random, 6).add(BigDecimal.ONE));
        truth.put("32", random(random, 3).add(BigDecimal.ONE));
        truth.put("33", truth.get("31").divide(truth.get("32"), 12, RoundingMode.HALF_UP));
        return truth;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "[01] = [02] + [03] + [04]",
        "[01] - [02] = [03] + [04]",
        "[01] = sum([02]..[04])",
        "[01] ≥ [02] + [03]",
        "[02] ≤ [01]",
        "max([02]..[04]) ≤ [01]",
        "[13] = [11] * [12] / 1000",
        "[12] = 1000 * [13] / [11]",
        "[23] = 100 * [21] / [22]",
        "[33] = [31] / [32]",
        "[31] = [33] * [32]",
        "abs([01] - [02]) = [03] + [04]",
        "[01] > 0 ⇒ [01] = [02] + [03] + [04]",
        "[02] ≤ [01] and [03] ≤ [01]"
    })
    void neverBlamesWhatWasRounded(String formula) {
        Random random = new Random(20261128);
        for (int form = 0; form < 10_000 / 14 + 1; form++) {
            Map<String, BigDecimal> figures = rounded(trueForm(random));
            assertThat(verdict(formula, figures))
                    .as("%s with %s", formula, figures)
                    .isIn(Verdict.PASSES, Verdict.UNDECIDED);
        }
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        // four figures of one decimal: half of 0.1 each
        "[01] = [02] + [03] + [04], 01=100.2 02=30 03=30 04=40, PASSES",
        "[01] = [02] + [03] + [04], 01=100.3 02=30 03=30 04=40, FAILS",
        "[01] = [02] + [03] + [04], 01=99.8 02=30 03=30 04=40, PASSES",
        "[01] = [02] + [03] + [04], 01=99.7 02=30 03=30 04=40, FAILS",
        "[02] ≤ [01], 01=30 02=30.1, PASSES",
        "[02] ≤ [01], 01=30 02=30.2, FAILS",
        // an area to the mu, a yield to 0.1 kg: 2000 * 0.05 kg + 0.5 * 400.05 kg + half of 0.1 t
        "[13] = [11] * [12] / 1000, 11=2000 12=400 13=800.3, PASSES",
        "[13] = [11] * [12] / 1000, 11=2000 12=400 13=800.4, FAILS",
        "[13] = [11] * [12] / 1000, 11=2000 12=400 13=799.7, PASSES",
        "[13] = [11] * [12] / 1000, 11=2000 12=400 13=799.6, FAILS",
        // counts are exact, and so are rates of them but for their own decimals
        "[41] = [42], 41=7 42=8, FAILS",
        "[41] ≤ [42], 41=8 42=7, FAILS",
        "[23] = 100 * [21] / [22], 21=1 22=3 23=33.33, PASSES",
        "[23] = 100 * [21] / [22], 21=1 22=3 23=33.34, FAILS",
        "[23] = 100 * [21] / [22], 21=1 22=3 23=33.32, FAILS",
        // what somebody did not round at all is no worse
        "[01] = [02] + [03] + [04], 01=100 02=33.333333 03=33.333333 04=33.333333, PASSES",
        // whether there is anything at all is a question about what was written
        "[11] = 0 ⇒ [13] = 0, 11=0 13=5, FAILS",
        "[11] > 0 ⇒ [13] > 0, 11=3 13=0, FAILS",
        // a bound that a rounded figure may still keep
        "[12] ≤ 650, 12=650, PASSES",
        "[12] < 650, 12=650, PASSES",
        "[12] ≤ 650, 12=650.1, FAILS",
        "[13] / [11] in 0.3..0.48, 11=100 13=48.2, PASSES",
        "[13] / [11] in 0.3..0.48, 11=100 13=48.4, FAILS",
        // a typed allowance stays, for other reasons than rounding, and rounding comes on top
        "[41] = [42] ± 3% * [42], 41=103 42=100, PASSES",
        "[41] = [42] ± 3% * [42], 41=104 42=100, FAILS",
        // a divisor that may be nothing decides nothing
        "[01] / [02] = 3, 01=0.1 02=0, UNDECIDED",
        "not ([41] = [42]), 41=7 42=7, FAILS",
        "[02] ≠ [03], 02=7.1 03=7.1, PASSES"
    })
    void findsTheFirstDifferenceThatRoundingDoesNotExplain(String formula, String figures, Verdict verdict) {
        assertThat(verdict(formula, figures(figures))).isEqualTo(verdict);
    }

    @Test
    void countsAreWholeByTheirUnit() {
        assertThat(List.of("户", "个", "座", "人", "处", "项", "人次", "批次"))
                .allMatch(unit -> xiangbao.statistics.measures.UnitOfMeasure.isWhole(unit, 0));
        assertThat(List.of("亩", "吨", "公里", "米", "延米", "万元", "元", "%", "公斤/亩", "人/户", "万户", "万立方米", "倍"))
                .noneMatch(unit -> xiangbao.statistics.measures.UnitOfMeasure.isWhole(unit, 0));
    }
}
