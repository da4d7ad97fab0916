package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
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

/** Groups of figures in another unit of measurement: found whatever the true change, and never where the figures are right. */
class UnitSuspectedTests {
    private static final UnitCode WUSHI = new UnitCode("430626111");
    private static final FormCode CODE = new FormCode("平42-1");
    private static final ReferencePeriod NOW = ReferencePeriod.of("2026-Q3");
    private static final long SEED = 20261128;
    private static final Units UNITS = new Units(List.of(new ReportingUnit(
            WUSHI,
            null,
            "伍市镇",
            UnitKind.TOWN,
            null,
            List.of(),
            Validity.ALWAYS,
            Map.of("行政村数", new BigDecimal("23")))));

    private final Map<SubmissionKey, List<Observation>> held = new LinkedHashMap<>();

    // fixtures

    private static Form matrix(List<Column> columns, List<Row> rows) {
        return form(Layout.MATRIX, Frequency.QUARTER, columns, rows);
    }

    private static Form form(Layout layout, Frequency frequency, List<Column> columns, List<Row> rows) {
        return new Form(
                CODE,
                "村级集体经济情况",
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

    private static Column column(String code, String title, ColumnKind kind, String unit, int decimals, OverTime time) {
        return new Column(
                code, title, "", List.of(), kind, new Measure(unit, decimals, null, time), List.of(), true, false);
    }

    private static Row row(String code, String title, String unit, int decimals) {
        Measure measure = unit.isEmpty() ? Measure.INHERITED : new Measure(unit, decimals, null, OverTime.CUMULATIVE);
        return new Row(code, title, 0, List.of(), measure, Set.of(), Due.ALWAYS, true, false, null);
    }

    /** One column of figures of one unit of measurement. */
    private static Form plain(String unit, int decimals, int figures) {
        List<Row> rows = new ArrayList<>();
        for (int place = 1; place <= figures; place++) {
            rows.add(row(String.format("%02d", place), "第" + place + "行", unit, decimals));
        }
        return matrix(List.of(column("1", "本年累计", ColumnKind.NUMBER, "", 0, OverTime.CUMULATIVE)), rows);
    }

    private static final Form INCOME = matrix(
            List.of(column("1", "本年累计", ColumnKind.NUMBER, "", 0, OverTime.CUMULATIVE)),
            List.of(
                    row("01", "村数", "个", 0),
                    row("02", "总收入", "万元", 2),
                    row("03", "经营性收入", "万元", 2),
                    row("04", "补助收入", "万元", 2),
                    row("05", "其他收入", "万元", 2),
                    row("06", "经营性收入为零的村", "个", 0)));

    private static final Form GRAIN = matrix(
            List.of(
                    column("1", "播种面积", ColumnKind.NUMBER, "亩", 0, OverTime.CUMULATIVE),
                    column("2", "单位面积产量", ColumnKind.NUMBER, "公斤/亩", 1, OverTime.NONE),
                    column("3", "总产量", ColumnKind.NUMBER, "吨", 1, OverTime.CUMULATIVE)),
            List.of(row("06", "早稻", "", 0), row("10", "中稻", "", 0), row("11", "双季晚稻", "", 0), row("12", "玉米", "", 0)));

    private static final Form PROJECTS = form(
            Layout.LEDGER,
            Frequency.MONTH,
            List.of(
                    column("01", "项目编号", ColumnKind.KEY, "", 0, OverTime.NONE),
                    column("07", "计划里程", ColumnKind.NUMBER, "公里", 3, OverTime.LAST),
                    column("12", "计划投资", ColumnKind.NUMBER, "万元", 2, OverTime.LAST),
                    column("13", "累计完成投资", ColumnKind.NUMBER, "万元", 2, OverTime.CUMULATIVE)),
            List.of());

    private static AuditRelation relation(String code, Severity severity, String formula, String... rows) {
        return new AuditRelation(code, severity, Formula.of(formula), code + "的关系", "请核对", Set.of(rows), Set.of());
    }

    private static List<Observation> figures(String... figures) {
        List<Observation> observations = new ArrayList<>();
        for (String figure : figures) {
            String place = figure.substring(0, figure.indexOf('='));
            String line = place.contains("#") ? place.substring(0, place.indexOf('#')) : "";
            String item = place.substring(place.indexOf('#') + 1);
            BigDecimal number = new BigDecimal(figure.substring(figure.indexOf('=') + 1));
            observations.add(observation(line, item, number, observations.size()));
        }
        return observations;
    }

    private static Observation observation(String line, String item, BigDecimal number, int place) {
        return new Observation(
                new IndicatorCode(CODE, item),
                line,
                WUSHI,
                ObservationStatus.REPORTED,
                number,
                null,
                number.toPlainString(),
                new CellReference("村集体", 5 + place, 4));
    }

    private UnitSuspectedTests holds(String period, String... figures) {
        held.put(new SubmissionKey(CODE, WUSHI, ReferencePeriod.of(period)), figures(figures));
        return this;
    }

    private Review review(Form form, String period, List<AuditRelation> relations, List<Observation> observations) {
        FormRules rules = new FormRules(form, true, relations, List.of());
        return new Auditor(Map.of(CODE, rules), UNITS)
                .review(
                        new SubmissionKey(CODE, WUSHI, ReferencePeriod.of(period)),
                        "村集体",
                        observations,
                        List.of(),
                        key -> Optional.ofNullable(held.get(key)));
    }

    private static List<String> codes(Review review) {
        return review.findings().stream().map(Finding::code).toList();
    }

    private static final List<AuditRelation> INCOME_RELATIONS = List.of(
            relation("42-T1", Severity.MANDATORY, "[02] = [03] + [04] + [05]"),
            relation("42-M1", Severity.MANDATORY, "[01] = unit(行政村数)"),
            relation("42-R1", Severity.HINT, "[02] / [01] ≤ 1000"));

    private static final List<AuditRelation> GRAIN_RELATIONS = List.of(
            relation(
                    "11-T5",
                    Severity.MANDATORY,
                    "[.3] = [.1] * [.2] / 1000 ± ([.1] * 0.00005 + 0.05)",
                    "06",
                    "10",
                    "11",
                    "12"),
            relation("11-R1a", Severity.QUERY, "[06.2] in 300..480"),
            relation("11-R1c", Severity.QUERY, "[10.2] in 400..650"),
            relation("11-R1e", Severity.QUERY, "[11.2] in 320..520"));

    // one cause, one finding

    @Test
    void findsIncomeInYuanWhateverItsChangeAgainstLastYear() {
        holds("2025-Q3", "01.1=23", "02.1=240", "03.1=100", "04.1=120", "05.1=20", "06.1=3");

        Review review = review(
                INCOME,
                "2026-Q3",
                INCOME_RELATIONS,
                figures("01.1=23", "02.1=2880000", "03.1=1200000", "04.1=1440000", "05.1=240000", "06.1=2"));

        assertThat(review.outcome()).isEqualTo(Outcome.RETURNED);
        assertThat(codes(review)).containsExactly("UNIT-SUSPECTED");
        Finding finding = review.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.MANDATORY);
        assertThat(finding.title()).isEqualTo("计量单位为“万元”的 4 个数疑似按“元”填报");
        assertThat(finding.place().cells()).map(CellReference::address).containsExactly("E7", "E8", "E9", "E10");
        assertThat(finding.comparison().actual()).isEqualTo("2880000");
        assertThat(finding.comparison().expected()).isEqualTo("288");
        assertThat(finding.comparison().previous()).isEqualTo("上年同期 240");
        assertThat(finding.message())
                .contains(
                        "总收入 [02] 填 2,880,000，若为元，2,880,000 元 = 288 万元",
                        "：请除以 10,000。",
                        "与上年同期对比的 4 个数中，有 4 个都大了约 10,000 倍");
        assertThat(finding.remedy()).contains("4 个数都除以 10,000");
        assertThat(review.verdicts())
                .filteredOn(verdict -> verdict.relation().equals("42-T1"))
                .allSatisfy(verdict -> {
                    assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
                    assertThat(verdict.missing()).contains("平42-1:02.1@2026-Q3 计量单位存疑");
                });
        assertThat(review.verdicts())
                .filteredOn(verdict -> verdict.relation().equals("42-M1"))
                .allSatisfy(verdict -> assertThat(verdict.verdict()).isEqualTo(Verdict.PASSES));
    }

    @Test
    void findsIncomeInYuanFromItsOwnRelationsWhereNothingEarlierIsKnown() {
        Review review = review(
                INCOME,
                "2026-Q3",
                INCOME_RELATIONS,
                figures("01.1=23", "02.1=2880000", "03.1=1200000", "04.1=1440000", "05.1=240000", "06.1=2"));

        assertThat(codes(review)).containsExactly("UNIT-SUSPECTED");
        assertThat(review.findings().get(0).message()).contains("= 288 万元", "“42-R1的关系”成立");
        // one figure by itself is no matter of units: the sum tells that
        assertThat(codes(review(
                        INCOME,
                        "2026-Q3",
                        INCOME_RELATIONS,
                        figures("01.1=23", "02.1=2880000", "03.1=120", "04.1=144", "05.1=24", "06.1=2"))))
                .containsExactly("42-T1", "42-R1");
    }

    @Test
    void findsAreasYieldsAndOutputInAnotherUnitFromWhatTheyMakeTogether() {
        String[] right = {
            "06.1=15000",
            "06.2=370",
            "06.3=5550",
            "10.1=30000",
            "10.2=550",
            "10.3=16500",
            "11.1=14000",
            "11.2=440",
            "11.3=6160",
            "12.1=900",
            "12.2=330",
            "12.3=297"
        };
        assertThat(codes(review(GRAIN, "2026-Q3", GRAIN_RELATIONS, figures(right))))
                .isEmpty();
        assertThat(suspected(right, ".1", "0.0001")).isEqualTo("“播种面积”整列疑似按“万亩”填报，表中计量单位是“亩”");
        assertThat(suspected(right, ".1", "0.06666666666666667")).isEqualTo("“播种面积”整列疑似按“公顷”填报，表中计量单位是“亩”");
        assertThat(suspected(right, ".2", "2")).isEqualTo("“单位面积产量”整列疑似按“斤/亩”填报，表中计量单位是“公斤/亩”");
        assertThat(suspected(right, ".3", "1000")).isEqualTo("“总产量”整列疑似按“公斤”填报，表中计量单位是“吨”");
        assertThat(suspected(right, ".3", "2000")).isEqualTo("“总产量”整列疑似按“斤”填报，表中计量单位是“吨”");
    }

    private String suspected(String[] right, String column, String factor) {
        List<Observation> typed = new ArrayList<>();
        for (Observation observation : figures(right)) {
            BigDecimal number = java.util.Objects.requireNonNull(observation.number());
            boolean off = observation.indicator().item().endsWith(column);
            typed.add(observation(
                    "",
                    observation.indicator().item(),
                    off ? number.multiply(new BigDecimal(factor)).round(new MathContext(15)) : number,
                    typed.size()));
        }
        Review review = review(GRAIN, "2026-Q3", GRAIN_RELATIONS, typed);
        assertThat(codes(review)).containsExactly("UNIT-SUSPECTED");
        assertThat(review.findings().get(0).place().cells()).hasSize(4);
        return review.findings().get(0).title();
    }

    @Test
    void leavesASingleWrongFigureToItsRelations() {
        String[] figures = {
            "06.1=150000",
            "06.2=370",
            "06.3=5550",
            "10.1=30000",
            "10.2=550",
            "10.3=16500",
            "11.1=14000",
            "11.2=440",
            "11.3=6160",
            "12.1=900",
            "12.2=330",
            "12.3=297"
        };
        assertThat(codes(review(GRAIN, "2026-Q3", GRAIN_RELATIONS, figures(figures))))
                .containsExactly("11-T5");
    }

    @Test
    void marksOnlyTheFiguresThatAreOffWhereOneOfThemIsRight() {
        holds("2025-Q3", "01.1=23", "02.1=240", "03.1=100", "04.1=120", "05.1=20");

        Review review = review(
                INCOME,
                "2026-Q3",
                List.of(),
                figures("01.1=23", "02.1=2880000", "03.1=1200000", "04.1=1440000", "05.1=24"));

        assertThat(codes(review)).containsExactly("UNIT-SUSPECTED");
        assertThat(review.findings().get(0).place().cells())
                .map(CellReference::address)
                .containsExactly("E7", "E8", "E9");
        assertThat(review.findings().get(0).title()).isEqualTo("计量单位为“万元”的 4 个数中有 3 个数疑似按“元”填报");
    }

    @Test
    void doesNotBlameFiguresThatTheLastPeriodConfirms() {
        holds("2025-Q3", "02.1=240", "03.1=100", "04.1=120", "05.1=20");
        holds("2026-Q2", "02.1=1900000", "03.1=800000", "04.1=960000", "05.1=140000");

        assertThat(codes(review(
                        INCOME,
                        "2026-Q3",
                        List.of(),
                        figures("02.1=2880000", "03.1=1200000", "04.1=1440000", "05.1=240000"))))
                .isEmpty();
    }

    @Test
    void oneOrTwoFiguresNeedTwoReferencesThatAgree() {
        Form one = plain("吨", 1, 1);
        assertThat(codes(holds("2025-Q3", "01.1=300").review(one, "2026-Q3", List.of(), figures("01.1=320000"))))
                .containsExactly("POWER-OF-TEN");
        assertThat(codes(holds("2026-Q2", "01.1=210").review(one, "2026-Q3", List.of(), figures("01.1=320000"))))
                .containsExactly("UNIT-SUSPECTED");
        assertThat(codes(review(one, "2026-Q3", List.of(), figures("01.1=3200"))))
                .containsExactly("POWER-OF-TEN");
    }

    @Test
    void newAndStartedProjectsAreNoMatterOfUnits() {
        Form four = plain("亩", 0, 4);
        holds("2025-Q3", "01.1=0", "02.1=0", "03.1=1", "04.1=2");

        assertThat(codes(review(four, "2026-Q3", List.of(), figures("01.1=3000", "02.1=2500", "03.1=400", "04.1=900"))))
                .doesNotContain("UNIT-SUSPECTED");
    }

    // ledgers

    @Test
    void findsALedgersColumnsInAnotherUnitFromTheLinesOfTheLastPeriod() {
        holds(
                "2026-08",
                "P1#07=3.2",
                "P1#12=120",
                "P1#13=60",
                "P2#07=1.5",
                "P2#12=80",
                "P2#13=0",
                "P3#07=0.8",
                "P3#12=45.5",
                "P3#13=45.5");

        Review metres = review(
                PROJECTS,
                "2026-09",
                List.of(relation("22-R3", Severity.QUERY, "[13] ≤ [12] * 110%")),
                figures(
                        "P1#07=3200",
                        "P1#12=120",
                        "P1#13=70",
                        "P2#07=1500",
                        "P2#12=80",
                        "P2#13=10",
                        "P3#07=800",
                        "P3#12=45.5",
                        "P3#13=45.5"));
        assertThat(codes(metres)).containsExactly("UNIT-SUSPECTED");
        assertThat(metres.findings().get(0).title()).isEqualTo("“计划里程”整列疑似按“米”填报，表中计量单位是“公里”");
        assertThat(metres.findings().get(0).place().cells()).hasSize(3);
        assertThat(metres.findings().get(0).message()).contains("编号P1 计划里程 [07] 填 3,200，若为米，3,200 米 = 3.2 公里");

        Review yuan = review(
                PROJECTS,
                "2026-09",
                List.of(relation("22-R3", Severity.QUERY, "[13] ≤ [12] * 110%")),
                figures(
                        "P1#07=3.2",
                        "P1#12=1200000",
                        "P1#13=700000",
                        "P2#07=1.5",
                        "P2#12=800000",
                        "P2#13=100000",
                        "P3#07=0.8",
                        "P3#12=455000",
                        "P3#13=455000"));
        assertThat(codes(yuan)).containsExactly("UNIT-SUSPECTED");
        assertThat(yuan.findings().get(0).place().cells()).hasSize(6);
        assertThat(yuan.findings().get(0).title()).isEqualTo("计量单位为“万元”的 6 个数疑似按“元”填报");
    }

    @Test
    void findsALedgersColumnInAnotherUnitFromRangesOfItsLines() {
        List<Observation> typed = figures("A#07=900", "A#12=1", "B#07=3000", "B#12=1", "C#07=1200", "C#12=1");

        Review review = review(PROJECTS, "2026-09", List.of(relation("L3", Severity.QUERY, "[07] in 0.1..15")), typed);

        assertThat(codes(review)).containsExactly("UNIT-SUSPECTED");
        assertThat(review.findings().get(0).title()).contains("按“米”填报");
    }

    // simulations

    private static double normal(Random random) {
        return random.nextGaussian();
    }

    /** What a township might report, and what it reports a year later: everything changed by growth, each figure by its own. */
    private boolean suspected(
            Random random, String unit, int decimals, int figures, double growth, double sigma, double factor) {
        List<Observation> before = new ArrayList<>();
        List<Observation> now = new ArrayList<>();
        for (int place = 0; place < figures; place++) {
            String item = String.format("%02d.1", place + 1);
            double size = Math.exp(4 + 1.5 * normal(random));
            double then = Math.max(size, 6 * Math.pow(10, -decimals));
            BigDecimal old = BigDecimal.valueOf(then).setScale(decimals, RoundingMode.HALF_UP);
            double changed = old.doubleValue() * growth * Math.exp(sigma * normal(random));
            BigDecimal right = BigDecimal.valueOf(changed).setScale(decimals, RoundingMode.HALF_UP);
            before.add(observation("", item, old, place));
            now.add(observation(
                    "",
                    item,
                    factor == 1
                            ? right
                            : BigDecimal.valueOf(right.doubleValue() * factor).round(new MathContext(12)),
                    place));
        }
        held.clear();
        held.put(new SubmissionKey(CODE, WUSHI, NOW.yearEarlier()), before);
        return codes(review(plain(unit, decimals, figures), "2026-Q3", List.of(), now))
                .contains("UNIT-SUSPECTED");
    }

    @Test
    void neverSuspectsRightFiguresHoweverTheyChanged() {
        Random random = new Random(SEED);
        int blamed = 0;
        int tried = 0;
        for (String unit : List.of("万元", "亩", "吨", "公斤", "户")) {
            for (double growth : new double[] {0.33, 0.5, 0.8, 1, 1.2, 2, 3}) {
                for (double sigma : new double[] {0.05, 0.2, 0.3}) {
                    for (int trial = 0; trial < 60; trial++) {
                        int figures = 1 + random.nextInt(12);
                        blamed += suspected(random, unit, 1, figures, growth, sigma, 1) ? 1 : 0;
                        tried++;
                    }
                }
            }
        }
        assertThat(blamed).as("of %d", tried).isZero();
    }

    @Test
    void findsAtLeastNinetyNineOfAHundredGroupsInAnotherUnit() {
        Random random = new Random(SEED + 1);
        Map<String, double[]> factors = new LinkedHashMap<>();
        factors.put("万元", new double[] {10_000, 0.0001, 10});
        factors.put("亩", new double[] {0.0001, 1 / 15.0, 100});
        factors.put("吨", new double[] {1_000, 2_000, 0.0001});
        factors.put("公里", new double[] {1_000});
        factors.put("户", new double[] {0.0001, 10_000, 100, 0.1});
        factors.forEach((unit, typed) -> {
            for (double factor : typed) {
                int missed = 0;
                int trials = 200;
                for (int trial = 0; trial < trials; trial++) {
                    // ten times needs a figure more: three may truly grow tenfold
                    int figures = (Math.abs(Math.log(factor)) < Math.log(50) ? 4 : 3) + random.nextInt(9);
                    double growth = Math.exp(0.2 * normal(random));
                    double sigma = 0.3 * random.nextDouble();
                    missed += suspected(random, unit, 2, figures, growth, sigma, factor) ? 0 : 1;
                }
                assertThat(missed).as("%s × %s", unit, factor).isLessThanOrEqualTo(trials / 100);
            }
        });
    }
}
