package xiangbao.statistics.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** Relations that are wrong only in the light of others, one planted at a time; each with the proof that shows it. */
class RuleSetCheckTests {
    private static final FormCode CODE = new FormCode("甲1");
    private static final FormCode YEARLY = new FormCode("甲2");
    private static final UnitCode TOWN = new UnitCode("430626111");
    private static final UnitCode OFFICE = new UnitCode("430626-01");
    private static final Units UNITS = new Units(List.of(
            unit("430626", "县", UnitKind.COUNTY),
            unit(TOWN.text(), "伍市镇", UnitKind.TOWN),
            unit(OFFICE.text(), "县林业局", UnitKind.DEPARTMENT)));

    private static ReportingUnit unit(String code, String name, UnitKind kind) {
        return new ReportingUnit(
                new UnitCode(code),
                null,
                name,
                kind,
                null,
                List.of(),
                Validity.ALWAYS,
                kind == UnitKind.TOWN ? Map.of("行政村数", BigDecimal.TEN) : Map.of());
    }

    private static Row row(String code, String title, Due due, @Nullable UnitSelector appliesTo) {
        Measure measure = new Measure("户", 0, null, OverTime.LAST);
        return new Row(code, title, 0, List.of(), measure, Set.of(), due, true, false, appliesTo);
    }

    private static Form form(FormCode code, Frequency frequency, List<Row> rows) {
        return new Form(
                code,
                "住户情况",
                frequency,
                Layout.MATRIX,
                new UnitSelector(Set.of(UnitKind.TOWN), Set.of(OFFICE), Set.of()),
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(new Column(
                        "1",
                        "本期数",
                        "",
                        List.of(),
                        ColumnKind.NUMBER,
                        new Measure("户", 0, null, OverTime.LAST),
                        List.of(),
                        true,
                        false)),
                rows,
                List.of());
    }

    private static final Form HOUSEHOLDS = form(
            CODE,
            Frequency.QUARTER,
            List.of(
                    row("01", "总户数", Due.ALWAYS, null),
                    row("02", "有厕户", Due.ALWAYS, null),
                    row("03", "无厕户", Due.ALWAYS, null),
                    row("04", "卫生厕所户", Due.ALWAYS, null),
                    row("05", "春季改厕", new Due(Set.of(2), Map.of()), null),
                    row("06", "冬季改厕", new Due(Set.of(4), Map.of()), null),
                    row("07", "乡镇自查户", Due.ALWAYS, UnitSelector.TOWNSHIPS),
                    row("08", "林业局核查户", Due.ALWAYS, UnitSelector.of(OFFICE))));

    private static final Form REGISTER = form(YEARLY, Frequency.YEAR, List.of(row("01", "行政村数", Due.ALWAYS, null)));

    private static AuditRelation relation(String code, Severity severity, String formula) {
        return new AuditRelation(code, severity, Formula.of(formula), code, "", Set.of(), Set.of());
    }

    private static AuditRelation must(String code, String formula) {
        return relation(code, Severity.MANDATORY, formula);
    }

    private static AuditRelation query(String code, String formula) {
        return relation(code, Severity.QUERY, formula);
    }

    private static List<RuleFault> faults(AuditRelation... relations) {
        Map<FormCode, FormRules> forms = new LinkedHashMap<>();
        forms.put(CODE, new FormRules(HOUSEHOLDS, true, List.of(relations), List.of()));
        forms.put(YEARLY, new FormRules(REGISTER, true, List.of(must("乙-M", "[01] = unit(行政村数)")), List.of()));
        return RuleSetCheck.faults(forms, UNITS, 2026);
    }

    /** What is sound: an identity, its parts, a band with a wider one behind it, and change. */
    private static final List<AuditRelation> SOUND = List.of(
            must("T1", "[01] = [02] + [03]"),
            must("T2", "[04] ≤ [02]"),
            query("R1", "[01] > 0 ⇒ [04] / [01] in 0.5..0.95"),
            must("R2", "[01] > 0 ⇒ [04] / [01] ≤ 0.99"),
            query("P1", "abs([01] / lastyear([01]) - 1) ≤ 5%"),
            query("P2", "[04] ≥ prev([04])"),
            query("X1", "[01] ≥ [甲2:01]"));

    @Test
    void nothingIsFoundInASoundSet() {
        assertThat(faults(SOUND.toArray(AuditRelation[]::new))).isEmpty();
    }

    /** Twelve planted ones: beside the sound relations, one more that is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "强制性 | [02] > [01]                                   | CONTRADICTS   | T1",
                "强制性 | [04] ≥ [02] + 1                               | CONTRADICTS   | T2",
                "核实性 | [01] > 0 ⇒ [04] / [01] ≥ 0.995                | CONTRADICTS   | R1",
                "核实性 | [01] ≥ 1.2 * lastyear([01]) and [01] > 0      | CONTRADICTS   | P1",
                "强制性 | [03] > [01] and [04] > 0                      | CONTRADICTS   | T1",
                "强制性 | [02] ≤ [01]                                   | FOLLOWS       | T1",
                "强制性 | [04] ≤ [01]                                   | FOLLOWS       | T1 T2",
                "核实性 | [01] > 0 ⇒ [04] / [01] in 0.4..0.96           | FOLLOWS       | R1",
                "核实性 | [03] ≥ 0 or [04] > 0                          | FOLLOWS       | ",
                "强制性 | [02] + [03] ≤ [01] - [03]                     | FORCES        | T1",
                "强制性 | [05] ≤ [06]                                   | NEVER_DECIDED | ",
                "强制性 | [07] > 0 ⇒ [08] ≤ [07]                        | NEVER_DECIDED | "
            })
    void aPlantedOneIsFoundWithItsProof(String severity, String formula, RuleFault.Kind kind, String proof) {
        List<AuditRelation> relations = new ArrayList<>(SOUND);
        relations.add(severity.equals("强制性") ? must("Z", formula) : query("Z", formula));
        List<RuleFault> faults = faults(relations.toArray(AuditRelation[]::new));
        assertThat(faults).extracting(RuleFault::kind).containsExactly(kind);
        assertThat(faults.get(0).relation().code()).isEqualTo("Z");
        assertThat(faults.get(0).proof())
                .extracting(AuditRelation::code)
                .containsExactlyInAnyOrderElementsOf(proof == null ? List.of() : Arrays.asList(proof.split(" ")));
    }

    @Test
    void theProofIsToldInRowTitles() {
        assertThat(faults(must("T1", "[01] = [02] + [03]"), must("Z", "[02] > [01]")))
                .extracting(RuleFault::text)
                .containsExactly("这条关系与T1矛盾，不能同时成立：Z “有厕户 > 总户数”；T1 “总户数 = 有厕户 + 无厕户”，请改正其中一条");
        assertThat(faults(must("T1", "[01] = [02] + [03]"), must("Z", "[02] + [03] ≤ [01] - [03]")))
                .extracting(RuleFault::text)
                .containsExactly(
                        "这条关系与T1合起来把“无厕户”定死为 0，不用填报就已知道：Z “有厕户 + 无厕户 ≤ 总户数 − 无厕户”；" + "T1 “总户数 = 有厕户 + 无厕户”，请改正其中一条");
        assertThat(faults(must("Z", "[05] ≤ [06]")))
                .extracting(RuleFault::text)
                .allSatisfy(text -> assertThat(text).startsWith("这条关系从来判定不了：所用的数没有一期、没有一个填报单位同时应报"));
    }

    /** A relation of another form is judged with that form, which may not have come. */
    @Test
    void whatAnotherFormStatesMakesNothingSuperfluous() {
        assertThat(faults(must("M1", "[02] = unit(行政村数)"), query("X1", "[02] = [甲2:01]")))
                .isEmpty();
    }

    /** The number of this period and that of the last are two numbers. */
    @Test
    void theNumberOfAnotherPeriodIsAnotherNumber() {
        assertThat(faults(query("P3", "prev(period.number) < period.number or [04] ≥ prev([04])")))
                .isEmpty();
        assertThat(faults(query("P3", "prev(period.number) < period.number"))).isEmpty();
    }

    @Test
    void ofTwoThatSayTheSameTheLaterOneIsSuperfluous() {
        assertThat(faults(must("T1", "[02] ≤ [01]"), must("T2", "[01] ≥ [02]")))
                .extracting(fault -> fault.relation().code())
                .containsExactly("T2");
    }
}
