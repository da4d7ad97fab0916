package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.confrontation.RelationVerdict;
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
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.lines.CellRules;
import xiangbao.statistics.lines.Range;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;
import xiangbao.statistics.units.Units;

/** Lines of ledgers, held against the register and the last period. */
class LedgerScreensTests {
    private static final UnitCode SANYANG = new UnitCode("430626200");
    private static final FormCode CODE = new FormCode("平22-1");
    private static final ReferencePeriod SEPTEMBER = ReferencePeriod.of("2026-09");
    private static final Units UNITS = new Units(List.of(
            unit("430626", "平江县", UnitKind.COUNTY),
            unit("430626200", "三阳乡", UnitKind.TOWNSHIP),
            unit("430626208", "板江乡", UnitKind.TOWNSHIP),
            unit("430626115", "福寿山镇", UnitKind.TOWN),
            new ReportingUnit(
                    new UnitCode("430626211"),
                    null,
                    "钟洞乡",
                    UnitKind.TOWNSHIP,
                    null,
                    List.of(),
                    new Validity(null, LocalDate.of(2026, 8, 31)),
                    Map.of())));
    private static final CellRules RULES = new CellRules(
            Map.of(),
            Map.of(),
            Map.of(CellRules.ofColumn("12"), new Range(new BigDecimal("0.5"), new BigDecimal("50000"))),
            Formula.of("[11] = 100"));

    private static final Form WITH_PLACE = form(
            column("01", "项目编号", ColumnKind.KEY, OverTime.NONE),
            column("02", "项目名称", ColumnKind.TEXT, OverTime.NONE),
            column("05", "所在乡镇", ColumnKind.TEXT, OverTime.NONE),
            column("07", "计划数量", ColumnKind.NUMBER, OverTime.LAST),
            column("08", "开工日期", ColumnKind.DAY, OverTime.NONE),
            column("11", "形象进度", ColumnKind.NUMBER, OverTime.LAST),
            column("12", "计划投资", ColumnKind.NUMBER, OverTime.LAST));
    private static final Form WITHOUT_PLACE = form(
            column("01", "基地编号", ColumnKind.KEY, OverTime.NONE),
            column("02", "基地名称", ColumnKind.TEXT, OverTime.NONE),
            column("11", "面积", ColumnKind.NUMBER, OverTime.LAST));

    private final List<AuditRelation> relations = new ArrayList<>();
    private final Map<String, String[]> now = new LinkedHashMap<>();
    private final Map<String, String[]> before = new LinkedHashMap<>();

    @BeforeEach
    void anOrdinaryMonth() {
        before("XM200-01", "三阳乡1号项目", "三阳乡", "1.811", "2026-05-04", "40", "141.46");
        before("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "30", "560.87");
        before("XM200-03", "三阳乡危桥", "三阳乡", "1", "2026-05-27", "100", "60.56");
        now("XM200-01", "三阳乡1号项目", "三阳乡", "1.811", "2026-05-04", "50.3", "141.46");
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "45.1", "560.87");
        now("XM200-03", "三阳乡危桥", "三阳乡", "1", "2026-05-27", "100", "60.56");
    }

    // fixtures

    private static ReportingUnit unit(String code, String name, UnitKind kind) {
        return new ReportingUnit(new UnitCode(code), null, name, kind, null, List.of(), Validity.ALWAYS, Map.of());
    }

    private static Form form(Column... columns) {
        return new Form(
                CODE,
                "农村公路项目进度",
                Frequency.MONTH,
                Layout.LEDGER,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(columns),
                List.of(),
                List.of());
    }

    private static Column column(String code, String title, ColumnKind kind, OverTime overTime) {
        Measure measure = kind == ColumnKind.NUMBER
                ? new Measure(title.endsWith("投资") ? "万元" : null, null, OverUnits.NONE, overTime)
                : Measure.INHERITED;
        return new Column(code, title, "", List.of(), kind, measure, List.of(), true, false);
    }

    private void now(String... cells) {
        now.put(cells[0], cells);
    }

    private void before(String... cells) {
        before.put(cells[0], cells);
    }

    private static List<Observation> observations(Form form, Map<String, String[]> lines) {
        List<Observation> observations = new ArrayList<>();
        int row = 9;
        for (String[] cells : lines.values()) {
            for (int index = 0; index < cells.length; index++) {
                Column column = form.columns().get(index);
                boolean number = column.kind() == ColumnKind.NUMBER;
                String text = cells[index];
                observations.add(new Observation(
                        new IndicatorCode(CODE, column.code()),
                        cells[0],
                        SANYANG,
                        text.isEmpty() ? ObservationStatus.MISSING : ObservationStatus.REPORTED,
                        number && !text.isEmpty() ? new BigDecimal(text) : null,
                        number || text.isEmpty() ? null : text,
                        text,
                        new CellReference("平22-1", row, index)));
            }
            row++;
        }
        return observations;
    }

    private Review review(Form form, ReferencePeriod period) {
        SubmissionKey key = new SubmissionKey(CODE, SANYANG, period);
        SubmissionKey last = new SubmissionKey(CODE, SANYANG, period.previous());
        FormRules rules = new FormRules(
                form, true, relations, List.of(), List.of(), SummaryChoice.NONE, ScreenRules.DEFAULT, RULES);
        return new Auditor(Map.of(CODE, rules), UNITS)
                .review(
                        key,
                        "平22-1",
                        observations(form, now),
                        List.of(),
                        other -> other.equals(last) && !before.isEmpty()
                                ? Optional.of(observations(form, before))
                                : Optional.empty());
    }

    private Review review() {
        return review(WITH_PLACE, SEPTEMBER);
    }

    private static Finding only(Review review) {
        assertThat(review.findings()).hasSize(1);
        return review.findings().get(0);
    }

    private static List<String> cells(Finding finding) {
        return finding.place().cells().stream().map(CellReference::address).toList();
    }

    private static Verdict verdict(Review review, String screen) {
        return review.verdicts().stream()
                .filter(one -> one.relation().equals(screen))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static String statement(Finding finding) {
        return finding.message().lines().toList().get(2);
    }

    @Test
    void anOrdinaryMonthPasses() {
        Review review = review();

        assertThat(review.findings()).isEmpty();
        assertThat(review.verdicts())
                .extracting(RelationVerdict::relation, RelationVerdict::verdict)
                .contains(
                        tuple("LINE-FOREIGN", Verdict.PASSES),
                        tuple("KEY-FOREIGN", Verdict.PASSES),
                        tuple("LINE-DROPPED", Verdict.PASSES),
                        tuple("FIXED-CHANGED", Verdict.PASSES),
                        tuple("PROGRESS-FELL", Verdict.PASSES),
                        tuple("OUT-OF-RANGE", Verdict.PASSES));
    }

    @Test
    void withoutTheLastPeriodNothingIsHeldAgainstIt() {
        before.clear();

        Review review = review();

        assertThat(review.findings()).isEmpty();
        assertThat(verdict(review, "LINE-DROPPED")).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(review, "FIXED-CHANGED")).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(review, "PROGRESS-FELL")).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(review, "LINE-FOREIGN")).isEqualTo(Verdict.PASSES);
    }

    // lines and numbers of others

    @Test
    void linesThatLieElsewhereAreReturned() {
        now.clear();
        now("XM208-01", "板江乡1号项目", "板江乡", "1.811", "2026-05-04", "50.3", "141.46");
        now("XM208-02", "板江乡2号项目", "板江乡", "7.154", "2026-05-26", "45.1", "560.87");

        Review review = review();

        // whose ledger it is explains why the own lines are gone
        Finding finding = only(review);
        assertThat(finding.code()).isEqualTo("LINE-FOREIGN");
        assertThat(finding.severity()).isEqualTo(Severity.MANDATORY);
        assertThat(finding.title()).isEqualTo("有 2 行写的是板江乡");
        assertThat(cells(finding)).containsExactly("C10", "C11");
        assertThat(statement(finding)).isEqualTo("填报：编号 XM208-01、XM208-02 共 2 行，写的是板江乡；应为：三阳乡自己的行。");
        assertThat(review.outcome()).isEqualTo(Outcome.RETURNED);
    }

    @Test
    void aWorkThatCrossesTheBorderIsBoth() {
        now("XM208-01", "三阳乡至板江乡公路", "板江乡、三阳乡", "1.2", "2026-09-04", "5", "41");

        assertThat(codes(review())).containsExactly("KEY-FOREIGN");
    }

    @Test
    void aNameAndANumberOfAnotherTogetherAreCertain() {
        before.clear();
        now.clear();
        now("JD115-01", "福寿山镇第1基地", "1389");

        Review review = review(WITHOUT_PLACE, SEPTEMBER);

        assertThat(only(review).severity()).isEqualTo(Severity.MANDATORY);
        assertThat(cells(only(review))).containsExactly("B10");
    }

    @Test
    void aNameAloneIsAskedAboutOnce() {
        before.clear();
        now.clear();
        now("ZYC001", "福寿山镇黄精基地", "470");

        assertThat(only(review(WITHOUT_PLACE, SEPTEMBER)).severity()).isEqualTo(Severity.QUERY);

        before("ZYC001", "福寿山镇黄精基地", "470");
        assertThat(review(WITHOUT_PLACE, SEPTEMBER).findings()).isEmpty();
    }

    @Test
    void aShortNameAndANumberOfAnotherTogetherAreCertain() {
        before.clear();
        now.clear();
        now("ZYC115-1", "福寿山药材1号基地", "1389");

        assertThat(only(review(WITHOUT_PLACE, SEPTEMBER)).severity()).isEqualTo(Severity.MANDATORY);
    }

    /** A mountain gave two townships their names. */
    @Test
    void aNameThatOnlyResemblesAnotherIsNone() {
        before.clear();
        now.clear();
        now("ZYC001", "福寿山黄精基地", "470");

        assertThat(review(WITHOUT_PLACE, SEPTEMBER).findings()).isEmpty();
    }

    @Test
    void aNewNumberWithTheCodeOfAnotherIsAskedAbout() {
        now("XM208-03", "水毁修复", "三阳乡", "1.2", "2026-09-04", "5", "41");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("KEY-FOREIGN");
        assertThat(finding.severity()).isEqualTo(Severity.QUERY);
        assertThat(cells(finding)).containsExactly("A13");
        assertThat(statement(finding)).isEqualTo("填报：编号 XM208-03，其中的 208 是板江乡的代码；三阳乡的代码是 200。");
    }

    @Test
    void numbersThatAreOnlyNumbersSayNothing() {
        before.clear();
        now.clear();
        for (String number : List.of("208", "115", "200")) {
            now(number, "三阳乡" + number + "号", "三阳乡", "1.2", "2026-09-04", "5", "41");
        }

        assertThat(review().findings()).isEmpty();
    }

    // lines that are gone

    @Test
    void aLineThatIsGoneIsNamed() {
        now.remove("XM200-02");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("LINE-DROPPED");
        assertThat(finding.instance()).isEqualTo("XM200-02");
        assertThat(finding.severity()).isEqualTo(Severity.QUERY);
        assertThat(finding.place().cells()).isEmpty();
        assertThat(statement(finding)).isEqualTo("填报：没有编号 XM200-02（三阳乡2号项目）；2026年8月有。");
    }

    /** 撤乡并镇: where a work lies is called otherwise, and a line about a township that is no more ends with it. */
    @Test
    void whatAMergerChangesIsNotAskedAbout() {
        before("XM200-02", "三阳乡2号项目", "钟洞乡", "7.154", "2026-05-26", "45.1", "560.87");
        assertThat(review().findings()).isEmpty();

        Form byTownship = form(
                column("01", "乡镇", ColumnKind.UNIT, OverTime.NONE),
                column("07", "里程", ColumnKind.NUMBER, OverTime.LAST));
        now.clear();
        before.clear();
        now("430626200", "90.5");
        now("430626208", "80.5");
        before("430626200", "90.5");
        before("430626208", "80.5");
        before("430626211", "12.5");
        assertThat(review(byTownship, SEPTEMBER).findings()).isEmpty();
        before("430626115", "12.5");
        assertThat(codes(review(byTownship, SEPTEMBER))).containsExactly("LINE-DROPPED");
    }

    @Test
    void aNumberThatWasMistypedIsShown() {
        now.remove("XM200-02");
        now("XM200-20", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "45.1", "560.87");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("LINE-DROPPED");
        assertThat(cells(finding)).containsExactly("A12");
        assertThat(statement(finding)).contains("本期新出现的编号 XM200-20 与它的").contains("可能是编号写错了");
    }

    @Test
    void whatIsDoneWithLeavesWithTheYear() {
        now.remove("XM200-03");

        assertThat(codes(review(WITH_PLACE, ReferencePeriod.of("2027-01")))).isEmpty();
        assertThat(codes(review())).containsExactly("LINE-DROPPED");
    }

    @Test
    void aFinishedLineUnderAnotherNumberIsShown() {
        now.remove("XM200-03");
        now("XM200-30", "三阳乡危桥", "三阳乡", "1", "2026-05-27", "100", "60.56");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("LINE-DROPPED");
        assertThat(finding.title()).isEqualTo("编号“XM200-03”本期没有了，像是改成了“XM200-30”");
        assertThat(cells(finding)).containsExactly("A12");
    }

    @Test
    void aLedgerWithoutItsLinesIsOneFinding() {
        for (int index = 4; index < 60; index++) {
            before("XM200-" + index, "三阳乡" + index + "号", "三阳乡", "1.2", "2026-05-04", "5", "41");
        }

        Finding finding = only(review());

        assertThat(finding.title()).isEqualTo("上期有的 56 行，本期没有了");
    }

    // what stays as it is

    @Test
    void aPlanThatChangedIsAskedAbout() {
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.514", "2026-05-26", "45.1", "560.87");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("FIXED-CHANGED");
        assertThat(finding.instance()).isEqualTo("XM200-02");
        assertThat(cells(finding)).containsExactly("D11");
        assertThat(finding.comparison().actual()).isEqualTo("7.514");
        assertThat(finding.comparison().previous()).isEqualTo("7.154");
        assertThat(finding.withholds()).isFalse();
        assertThat(statement(finding)).isEqualTo("填报：计划数量 [07] = 7.514，2026年8月为7.154。");
    }

    @Test
    void aPlanTenThousandTimesAsLargeWaits() {
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-27", "45.1", "5608700");

        Review review = review();

        Finding finding = review.findings().stream()
                .filter(one -> one.code().equals("FIXED-CHANGED"))
                .findFirst()
                .orElseThrow();
        // the graver one leads
        assertThat(cells(finding)).containsExactly("G11", "E11");
        assertThat(finding.title()).isEqualTo("“计划投资”等 2 栏与上期不一致");
        assertThat(finding.withholds()).isTrue();
        assertThat(review.counts()).isFalse();
    }

    @Test
    void aNameWrittenALittleOtherwiseIsTheSame() {
        now("XM200-02", " 三阳乡第2号项目", "三阳乡", "7.1540", "2026-05-26", "45.1", "560.87");

        assertThat(review().findings()).isEmpty();
    }

    @Test
    void aColumnThatSlippedIsOneFinding() {
        for (int index = 4; index < 9; index++) {
            before("XM200-0" + index, "三阳乡" + index + "号", "三阳乡", index + ".2", "2026-05-04", "5", "41");
            now("XM200-0" + index, "三阳乡" + index + "号", "三阳乡", (index + 1) + ".2", "2026-05-04", "5", "41");
        }

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("FIXED-CHANGED");
        assertThat(finding.title()).isEqualTo("有 5 行的“计划数量”与上期不一致");
        assertThat(cells(finding)).containsExactly("D13", "D14", "D15", "D16", "D17");
    }

    // progress, ranges

    @Test
    void progressDoesNotFall() {
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "24.1", "560.87");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("PROGRESS-FELL");
        assertThat(finding.instance()).isEqualTo("XM200-02.11");
        assertThat(cells(finding)).containsExactly("F11");
        assertThat(statement(finding)).isEqualTo("填报：形象进度 [11] = 24.1，2026年8月为30。");
    }

    @Test
    void whatIsFarBeyondItsRangeWaits() {
        before.clear();
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "45.1", "1410900");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("OUT-OF-RANGE");
        assertThat(finding.instance()).isEqualTo("XM200-02.12");
        assertThat(cells(finding)).containsExactly("G11");
        assertThat(finding.withholds()).isTrue();
        assertThat(finding.comparison().expected()).isEmpty();
        assertThat(statement(finding)).isEqualTo("填报：计划投资 [12] = 1,410,900 万元；合理范围 0.5 至 50,000 万元。");
    }

    @Test
    void whatIsALittleBeyondItsRangeCounts() {
        before.clear();
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "45.1", "50000.01");

        assertThat(only(review()).withholds()).isFalse();

        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "45.1", "50000");
        assertThat(review().findings()).isEmpty();
    }

    /** One cell, one finding: the relation asks, the range says that it is grave. */
    @Test
    void aRelationThatAsksAboutTheSameCellIsEnough() {
        before.clear();
        relations.add(new AuditRelation(
                "22-R9", Severity.QUERY, Formula.of("[12] in 10..500"), "计划投资", "请核实", Set.of(), Set.of()));
        now("XM200-02", "三阳乡2号项目", "三阳乡", "7.154", "2026-05-26", "45.1", "1410900");

        Finding finding = only(review());

        assertThat(finding.code()).isEqualTo("22-R9");
        assertThat(cells(finding)).containsExactly("G11");
        assertThat(finding.withholds()).isTrue();
    }

    private static List<String> codes(Review review) {
        return review.findings().stream().map(Finding::code).toList();
    }
}
