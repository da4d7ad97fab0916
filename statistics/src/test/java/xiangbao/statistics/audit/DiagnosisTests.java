package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** 错误定位: of what one wrong cell breaks one finding leads, names the cell and says what probably happened. */
class DiagnosisTests {
    private static final UnitCode WUSHI = new UnitCode("430626111");
    private static final Units UNITS = new Units(List.of(new ReportingUnit(
            WUSHI,
            null,
            "伍市镇",
            UnitKind.TOWN,
            null,
            List.of(),
            Validity.ALWAYS,
            Map.of("农村户数", new BigDecimal("13140")))));
    private static final ReferencePeriod NOW = ReferencePeriod.of("2026-Q3");
    private static final FormCode TOILETS = new FormCode("平31-1");
    private static final FormCode GRAIN = new FormCode("平11-1");
    private static final FormCode PROJECTS = new FormCode("平22-1");

    // fixtures

    private static Form form(FormCode code, Layout layout, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                code.equals(TOILETS) ? "农村卫生厕所情况" : code.equals(GRAIN) ? "粮食生产情况" : "农村公路项目进度",
                Frequency.QUARTER,
                layout,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Column column(String code, String title, String unit, @Nullable Integer decimals, OverTime time) {
        ColumnKind kind = decimals == null && unit.isEmpty() ? ColumnKind.KEY : ColumnKind.NUMBER;
        return new Column(
                code, title, "", List.of(), kind, new Measure(unit, decimals, null, time), List.of(), true, false);
    }

    private static Row row(String code, String title) {
        return new Row(code, title, 0, List.of(), Measure.INHERITED, Set.of(), Due.ALWAYS, true, false, null);
    }

    private static final Form TOILET_FORM = form(
            TOILETS,
            Layout.MATRIX,
            List.of(column("1", "本期数", "户", 0, OverTime.LAST)),
            List.of(
                    row("02", "农村总户数"),
                    row("03", "长期无人居住"),
                    row("04", "应统计户"),
                    row("05", "卫生厕所户"),
                    row("06", "三格式"),
                    row("07", "双瓮式"),
                    row("08", "其他卫生厕所"),
                    row("13", "非卫生厕所户"),
                    row("14", "无厕户"),
                    row("15", "无害化卫生厕所户")));
    private static final Form GRAIN_FORM = form(
            GRAIN,
            Layout.MATRIX,
            List.of(
                    column("1", "播种面积", "亩", 0, OverTime.CUMULATIVE),
                    column("2", "单产", "公斤/亩", 1, OverTime.NONE),
                    column("3", "总产量", "吨", 1, OverTime.CUMULATIVE)),
            List.of(row("06", "早稻"), row("10", "中稻"), row("11", "双季晚稻"), row("18", "稻谷合计")));
    private static final Form PROJECT_FORM = form(
            PROJECTS,
            Layout.LEDGER,
            List.of(
                    column("01", "项目编号", "", null, OverTime.NONE),
                    column("07", "计划数量", "公里", 3, OverTime.LAST),
                    column("09", "本月完成", "公里", 3, OverTime.SUM),
                    column("10", "累计完成", "公里", 3, OverTime.CUMULATIVE),
                    column("11", "形象进度", "%", 1, OverTime.LAST)),
            List.of());

    private static AuditRelation relation(String code, Severity severity, String formula, String... rows) {
        return new AuditRelation(code, severity, Formula.of(formula), code + "的关系", "请核对", Set.of(rows), Set.of());
    }

    private static final List<AuditRelation> TOILET_RELATIONS = List.of(
            relation("31-T1", Severity.MANDATORY, "[04] = [02] - [03]"),
            relation("31-T2", Severity.MANDATORY, "[04] = [05] + [13] + [14]"),
            relation("31-T3", Severity.MANDATORY, "[05] = sum([06]..[08])"),
            relation("31-T4", Severity.MANDATORY, "[15] ≤ [05]"),
            relation("31-P1", Severity.QUERY, "abs([05] / prev([05]) - 1) ≤ 5%"),
            relation("31-P2", Severity.QUERY, "abs([15] / prev([15]) - 1) ≤ 20%"),
            relation("31-M2", Severity.QUERY, "[04] = unit(农村户数) ± (3% * unit(农村户数))"));
    private static final List<AuditRelation> GRAIN_RELATIONS = List.of(
            relation("11-T3", Severity.MANDATORY, "[18.1] = [06.1] + [10.1] + [11.1]"),
            relation("11-T5", Severity.MANDATORY, "[.3] = [.1] * [.2] / 1000", "06", "10", "11"),
            relation("11-P1", Severity.QUERY, "abs([.1] / lastyear([.1]) - 1) ≤ 5%", "06", "10", "11", "18"));
    private static final List<AuditRelation> PROJECT_RELATIONS = List.of(
            relation("22-T1", Severity.MANDATORY, "[10] = prev([10]) + [09]"),
            relation("22-T2", Severity.MANDATORY, "[10] ≤ [07]"),
            relation("22-R2", Severity.QUERY, "abs([11] - 100 * [10] / [07]) ≤ 10"));

    private static final Map<String, String> TOILET_FIGURES = figures(
            "02.1=13268 03.1=130 04.1=13138 05.1=13089 06.1=12345 07.1=501 08.1=243 13.1=35 14.1=14 15.1=12791");
    private static final Map<String, String> TOILETS_BEFORE = figures(
            "02.1=13251 03.1=128 04.1=13123 05.1=13061 06.1=12330 07.1=490 08.1=241 13.1=41 14.1=21 15.1=12702");
    private static final Map<String, String> GRAIN_FIGURES =
            figures("06.1=5730 06.2=371.2 06.3=2127.0 10.1=21480 10.2=552.5 10.3=11867.7 11.1=5610 11.2=441.8"
                    + " 11.3=2478.5 18.1=32820 18.3=16473.2");
    private static final Map<String, String> GRAIN_A_YEAR_BEFORE =
            figures("06.1=5701 06.2=366.3 06.3=2088.3 10.1=21333 10.2=548.9 10.3=11709.7 11.1=5588 11.2=437.0"
                    + " 11.3=2442.0 18.1=32622 18.3=16240.0");

    private static Map<String, String> figures(String text) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (String figure : text.split(" ")) {
            figures.put(figure.substring(0, figure.indexOf('=')), figure.substring(figure.indexOf('=') + 1));
        }
        return figures;
    }

    /** What one unit reported, and what is wrong in it. */
    private static final class Reported {
        private final Form form;
        private final List<AuditRelation> relations;
        private final Map<String, String> figures;
        private final Map<SubmissionKey, List<Observation>> around = new LinkedHashMap<>();

        Reported(Form form, List<AuditRelation> relations, Map<String, String> figures) {
            this.form = form;
            this.relations = relations;
            this.figures = new LinkedHashMap<>(figures);
        }

        Reported after(ReferencePeriod period, Map<String, String> before) {
            around.put(new SubmissionKey(form.code(), WUSHI, period), observations(before));
            return this;
        }

        Reported with(String place, String figure) {
            figures.put(place, figure);
            return this;
        }

        /** F8 is the first row, and column F the first column. */
        private List<Observation> observations(Map<String, String> told) {
            List<Observation> observations = new ArrayList<>();
            Map<String, Integer> lines = new LinkedHashMap<>();
            told.forEach((place, figure) -> {
                String line = place.contains("#") ? place.substring(0, place.indexOf('#')) : "";
                String item = place.substring(place.indexOf('#') + 1);
                lines.putIfAbsent(line, lines.size());
                IndicatorCode code = new IndicatorCode(form.code(), item);
                int row = line.isEmpty()
                        ? form.rows().indexOf(form.row(code.row()).orElseThrow())
                        : Objects.requireNonNull(lines.get(line));
                int column = form.columns().indexOf(form.column(code.column()).orElseThrow());
                observations.add(new Observation(
                        code,
                        line,
                        WUSHI,
                        ObservationStatus.REPORTED,
                        new BigDecimal(figure),
                        null,
                        figure,
                        new CellReference("表", 7 + row, 5 + column)));
            });
            return observations;
        }

        List<Finding> review() {
            FormRules rules = new FormRules(form, true, relations, List.of());
            SubmissionKey key = new SubmissionKey(form.code(), WUSHI, NOW);
            return new Auditor(Map.of(form.code(), rules), UNITS)
                    .review(key, "表", observations(figures), List.of(), one -> Optional.ofNullable(around.get(one)))
                    .findings();
        }
    }

    private static Reported toilets() {
        return new Reported(TOILET_FORM, TOILET_RELATIONS, TOILET_FIGURES).after(NOW.previous(), TOILETS_BEFORE);
    }

    private static Reported grain() {
        return new Reported(GRAIN_FORM, GRAIN_RELATIONS, GRAIN_FIGURES).after(NOW.yearEarlier(), GRAIN_A_YEAR_BEFORE);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::name).toList();
    }

    private static Diagnosis cause(Finding finding) {
        return Objects.requireNonNull(finding.diagnosis());
    }

    private static String address(Finding finding) {
        return finding.place().cells().get(0).address();
    }

    // tests

    @Test
    void leavesRightFiguresAlone() {
        assertThat(toilets().review()).isEmpty();
        assertThat(grain().review()).isEmpty();
    }

    @Test
    void namesTheCellThatAllFailingRelationsShare() {
        List<Finding> findings = toilets().with("05.1", "13098").review();

        assertThat(codes(findings)).containsExactly("31-T2", "31-T3");
        Finding leader = findings.get(0);
        assertThat(address(leader)).isEqualTo("F11");
        assertThat(leader.place().cells()).map(CellReference::address).containsExactly("F11", "F10", "F15", "F16");
        assertThat(cause(leader))
                .isEqualTo(new Diagnosis("TRANSPOSED", "改 F11 一处，以上 2 条都能通过；可能是 13,089 写成了 13,098（数字颠倒）。", ""));
        assertThat(leader.message())
                .contains("工作表“表”F11")
                .endsWith(cause(leader).text());
        assertThat(cause(findings.get(1)).leader()).isEqualTo("31-T2");
    }

    @Test
    void tellsADigit() {
        Finding leader = toilets().with("06.1", "12845").review().get(0);

        assertThat(address(leader)).isEqualTo("F12");
        assertThat(cause(leader).text()).isEqualTo("改 F12 一处就能通过；可能是 12,345 写成了 12,845。");
        assertThat(cause(leader).kind()).isEqualTo("DIGIT");
    }

    @Test
    void tellsADigitTooManyAndOneTooFew() {
        assertThat(cause(toilets().with("07.1", "5010").review().get(0)))
                .isEqualTo(new Diagnosis("POWER-OF-TEN", "改 F13 一处就能通过；可能是 501 写成了 5,010（多写了 1 个 0）。", ""));
        assertThat(cause(toilets().with("07.1", "5501").review().get(0)))
                .isEqualTo(new Diagnosis("EXTRA-DIGIT", "改 F13 一处就能通过；可能是 501 写成了 5,501（多写了一位）。", ""));
        assertThat(cause(toilets().with("06.1", "1245").review().get(0)))
                .isEqualTo(new Diagnosis("LOST-DIGIT", "改 F12 一处就能通过；可能是 12,345 写成了 1,245（漏写了一位）。", ""));
    }

    @Test
    void tellsASign() {
        assertThat(cause(toilets().with("08.1", "-243").review().get(0)))
                .isEqualTo(new Diagnosis("SIGN", "改 F14 一处就能通过；可能是 243 写成了 −243（负号）。", ""));
    }

    @Test
    void tellsAFigureOfTheRowBelow() {
        Finding leader = toilets().with("07.1", "243").review().get(0);

        assertThat(address(leader)).isEqualTo("F13");
        assertThat(cause(leader)).isEqualTo(new Diagnosis("SHIFTED", "改 F13 一处就能通过；与第 08 行的数相同，可能错行。", ""));
    }

    @Test
    void tellsTwoRowsExchanged() {
        Finding leader =
                toilets().with("02.1", "130").with("03.1", "13268").review().get(0);

        assertThat(leader.place().cells()).map(CellReference::address).startsWith("F8", "F9");
        assertThat(cause(leader)).isEqualTo(new Diagnosis("SWAPPED", "改 F8、F9 两处就能通过；可能第 02、03 行填颠倒了。", 2, ""));
    }

    @Test
    void tellsAnotherUnitOfMeasurement() {
        Finding leader = grain().with("06.3", "2127000").review().get(0);

        assertThat(address(leader)).isEqualTo("H8");
        assertThat(cause(leader)).isEqualTo(new Diagnosis("UNIT", "改 H8 一处就能通过；可能按“公斤”填报：2,127,000 公斤 = 2,127 吨。", ""));
    }

    @Test
    void namesThePartOfWhichTotalsWereComputed() {
        List<Finding> findings =
                grain().with("06.1", "57300").with("18.1", "84390").review();

        assertThat(address(findings.get(0))).isEqualTo("F8");
        assertThat(codes(findings)).containsExactly("11-T5/06", "11-P1/06", "11-P1/18");
        assertThat(cause(findings.get(0)))
                .isEqualTo(new Diagnosis(
                        "POWER-OF-TEN", "改 F8 一处（合计随之改），以上 3 条都能通过；可能是 5,730 写成了 57,300（多写了 1 个 0）。", ""));
    }

    @Test
    void namesNoValueWhereItOnlyAsks() {
        Finding leader = toilets().with("15.1", "1279").review().get(0);

        assertThat(leader.severity()).isEqualTo(Severity.QUERY);
        assertThat(address(leader)).isEqualTo("F17");
        assertThat(cause(leader)).isEqualTo(new Diagnosis("POWER-OF-TEN", "改 F17 一处就能通过；差约 10 倍，可能少写了 1 个 0。", ""));
    }

    @Test
    void namesTwoCellsWhereOneIsNotEnough() {
        List<Finding> findings =
                toilets().with("05.1", "13098").with("02.1", "13628").review();

        assertThat(codes(findings)).containsExactly("31-T2", "31-T3", "31-T1");
        assertThat(address(findings.get(0))).isEqualTo("F11");
        assertThat(address(findings.get(2))).isEqualTo("F8");
        assertThat(cause(findings.get(2)).kind()).isEqualTo("TRANSPOSED");
    }

    @Test
    void tellsAnotherUnitsForm() {
        List<Finding> findings = new Reported(
                        TOILET_FORM,
                        TOILET_RELATIONS,
                        figures("02.1=9107 03.1=461 04.1=8646 05.1=7902 06.1=6120 07.1=1302 08.1=480 13.1=510"
                                + " 14.1=234 15.1=6311"))
                .after(NOW.previous(), TOILETS_BEFORE)
                .review();

        Finding leader = findings.get(0);
        assertThat(cause(leader).kind()).isEqualTo("FOREIGN");
        assertThat(cause(leader).text()).contains("可能填的是别的单位的数");
        assertThat(findings).filteredOn(finding -> !cause(finding).folds()).containsExactly(leader);
        assertThat(codes(findings)).contains("31-P1", "31-P2", "31-M2");
    }

    @Test
    void takesOneWrongFigureForNoOtherUnits() {
        for (String place : TOILET_FIGURES.keySet()) {
            assertThat(toilets().with(place, "77").review())
                    .extracting(finding -> cause(finding).kind())
                    .doesNotContain("FOREIGN");
        }
    }

    /** Nothing but last year's figures speaks against them. */
    @Test
    void tellsTwoRowsExchangedThatAreOnlyDoubted() {
        List<Finding> findings = new Reported(TOILET_FORM, List.of(), TOILET_FIGURES)
                .after(NOW.previous(), TOILETS_BEFORE)
                .with("07.1", "12345")
                .with("06.1", "501")
                .review();

        assertThat(cause(findings.get(0))).isEqualTo(new Diagnosis("SWAPPED", "可能第 06、07 行填颠倒了。", 2, ""));
        assertThat(findings).filteredOn(finding -> !cause(finding).folds()).hasSize(1);
    }

    @Test
    void saysWhichOthersMayBeWrong() {
        List<Finding> findings = new Reported(
                        TOILET_FORM,
                        List.of(relation("31-T2", Severity.MANDATORY, "[04] = [05] + [13] + [14]")),
                        figures("04.1=20 05.1=9 13.1=8 14.1=7"))
                .review();

        assertThat(cause(findings.get(0)).text()).contains("也可能错在");
    }

    @Test
    void findsTheCellOfALedgersLine() {
        Reported reported = new Reported(
                PROJECT_FORM,
                PROJECT_RELATIONS,
                figures("A1#07=5.2 A1#09=0.6 A1#10=2.1 A1#11=40.4 B2#07=3.1 B2#09=0.5 B2#10=15 B2#11=48.4"));
        reported.after(
                NOW.previous(),
                figures("A1#07=5.2 A1#09=0.5 A1#10=1.5 A1#11=28.8 B2#07=3.1 B2#09=0.4 B2#10=1.0 B2#11=32.3"));

        List<Finding> findings = reported.review();

        assertThat(codes(findings)).containsExactly("22-T1/B2", "22-T2/B2", "22-R2/B2");
        assertThat(address(findings.get(0))).isEqualTo("I9");
        assertThat(cause(findings.get(0)))
                .isEqualTo(new Diagnosis("POWER-OF-TEN", "改 I9 一处，以上 3 条都能通过；可能是 1.5 写成了 15（小数点错位）。", ""));
    }

    /** By trying every figure in every cell, with arithmetic of its own. */
    private static Set<String> whatOneChangeMends(Map<String, Integer> typed) {
        Set<String> cells = new TreeSet<>();
        for (String cell : typed.keySet()) {
            for (int figure = 0; figure <= 300; figure++) {
                Map<String, Integer> changed = new LinkedHashMap<>(typed);
                changed.put(cell, figure);
                if (holds(changed)) {
                    cells.add(cell);
                    break;
                }
            }
        }
        return cells;
    }

    private static boolean holds(Map<String, Integer> of) {
        int due = of.getOrDefault("04.1", 0);
        int good = of.getOrDefault("05.1", 0);
        return due == of.getOrDefault("02.1", 0) - of.getOrDefault("03.1", 0)
                && due == good + of.getOrDefault("13.1", 0) + of.getOrDefault("14.1", 0)
                && good == of.getOrDefault("06.1", 0) + of.getOrDefault("07.1", 0) + of.getOrDefault("08.1", 0)
                && of.getOrDefault("15.1", 0) <= good;
    }

    @Test
    void changesAsFewCellsAsTryingAllFiguresDoes() {
        Random random = new Random(20261128);
        List<AuditRelation> relations = TOILET_RELATIONS.subList(0, 4);
        int several = 0;
        for (int count = 0; count < 300; count++) {
            Map<String, Integer> typed = new LinkedHashMap<>();
            typed.put("06.1", random.nextInt(90));
            typed.put("07.1", random.nextInt(20));
            typed.put("08.1", random.nextInt(5));
            int good = typed.values().stream().mapToInt(Integer::intValue).sum();
            typed.put("05.1", good);
            typed.put("13.1", random.nextInt(9));
            typed.put("14.1", random.nextInt(4));
            int due = good + typed.getOrDefault("13.1", 0) + typed.getOrDefault("14.1", 0);
            typed.put("04.1", due);
            typed.put("03.1", random.nextInt(12));
            typed.put("02.1", due + typed.getOrDefault("03.1", 0));
            typed.put("15.1", good == 0 ? 0 : random.nextInt(good + 1));
            List<String> cells = List.copyOf(typed.keySet());
            for (int errors = 1 + random.nextInt(2); errors > 0; errors--) {
                typed.put(cells.get(random.nextInt(cells.size())), random.nextInt(200));
            }
            Map<String, String> figures = new LinkedHashMap<>();
            typed.forEach((cell, figure) -> figures.put(cell, figure.toString()));

            List<Finding> findings = new Reported(TOILET_FORM, relations, figures).review();

            Set<String> mending = whatOneChangeMends(typed);
            List<Finding> leading =
                    findings.stream().filter(finding -> !finding.folds()).toList();
            if (holds(typed)) {
                assertThat(findings).as(figures.toString()).isEmpty();
            } else if (mending.isEmpty()) {
                several++;
                assertThat(leading.stream().anyMatch(one -> cause(one).text().contains("合计随之改"))
                                || leading.stream()
                                                .mapToInt(one -> cause(one).cells())
                                                .sum()
                                        > 1)
                        .as(figures.toString())
                        .isTrue();
            } else {
                assertThat(leading).as(figures.toString()).hasSize(1);
                assertThat(mending)
                        .as(figures.toString())
                        .contains(TOILET_FORM
                                        .rows()
                                        .get(leading.get(0)
                                                        .place()
                                                        .cells()
                                                        .get(0)
                                                        .row()
                                                - 7)
                                        .code() + ".1");
            }
        }
        assertThat(several).isGreaterThan(20);
    }
}
